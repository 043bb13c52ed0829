package org.feierabend.channels.http;

import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;

/**
 * A rule that spoke, for the person alone.
 *
 * @param restsOn law or agreement
 */
record ReasonView(String rule, Sentence sentence, String basis, String restsOn, String edition) {
  static List<ReasonView> of(List<Reason> reasons, String edition) {
    return reasons.stream()
        .map(
            r ->
                new ReasonView(
                    r.rule(),
                    r.sentence(),
                    r.basis(),
                    r.restsOn().name().toLowerCase(Locale.ROOT),
                    edition))
        .toList();
  }
}
