package org.feierabend.report;

import java.util.List;
import java.util.Map;

/** What exactly is counted, in words and thresholds, with a hash that pins it in every release. */
public final class Metrics {
  private Metrics() {}

  /** Lower-case hex SHA-256 of the canonical JSON of {@link #list}. */
  public static String definition(List<Indicator> indicators) {
    return CanonicalJson.sha256(list(indicators));
  }

  static List<Map<String, Object>> list(List<Indicator> indicators) {
    return indicators.stream()
        .map(
            i ->
                Map.<String, Object>of(
                    "key", i.key(), "threshold", i.threshold(), "meaning", meaning(i)))
        .toList();
  }

  private static String meaning(Indicator indicator) {
    return switch (indicator) {
      case CONTACTS_OUTSIDE ->
          "People to whom at least 5 contacts were addressed outside their availability windows, whatever became of"
              + " them, or who say themselves that they were contacted anyway; own messages, council, system and"
              + " citizen traffic and incidents while on call are not counted.";
      case MEETINGS_OUTSIDE -> "People with at least 1 meeting outside frame time or core time.";
      case REST_CUT ->
          "People with at least 1 contact delivered during rest, or work begun before rest ended.";
      case MEETING_DENSITY ->
          "People with at least 3 meetings that begin without a break after the one before, as their calendar says.";
      case TELEWORK -> "People who began work as telework at least once.";
    };
  }
}
