package org.feierabend.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feierabend.decision.Sentence;

/** The official key of a place of work; no list of all of them is at hand, so its form tells. */
public final class MunicipalityKey {
  /** A municipality of a Land, or a region as the calendars of other states name it. */
  private static final Pattern FORM =
      Pattern.compile("(0[1-9]|1[0-6])[0-9]{6}|[a-z]{2}(-[a-z0-9]{1,8}){1,3}");

  private MunicipalityKey() {}

  /** What is wrong with it; empty: nothing. */
  public static Optional<Sentence> wrong(String key) {
    if (FORM.matcher(key).matches()) return Optional.empty();
    return Optional.of(
        new Sentence(
            "Den Gemeindeschlüssel „%s“ gibt es nicht; er hat acht Ziffern, die ersten zwei für das Land (01 bis 16), etwa 09564000; anderswo steht eine Region wie es-md."
                .formatted(key),
            "There is no municipality key '%s'; it has eight digits, the first two for the Land (01 to 16), such as 09564000; elsewhere a region such as es-md."
                .formatted(key)));
  }
}
