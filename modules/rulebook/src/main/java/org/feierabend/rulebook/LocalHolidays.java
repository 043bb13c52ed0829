package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.feierabend.decision.DayWords;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.Holidays;

/** What is not known of the holidays of a policy's municipality, which is not guessed. */
final class LocalHolidays {
  private final Path home;
  private Holidays known;

  LocalHolidays(Path home) {
    this.home = home;
  }

  /** Read when somebody first asks: whoever types a draft asks with every pause. */
  private synchronized Holidays known() {
    if (known == null) {
      Path rules = home.resolve("rules");
      known =
          new JollydayHolidays(
              Entry.read(rules.resolve("municipalities-by.yaml")),
              new Parameters(Entry.read(rules.resolve("parameters.yaml")), Edition.of(home)));
    }
    return known;
  }

  /** A sentence where dates of its first year are in doubt. */
  List<Sentence> doubts(Policy policy) {
    if (!policy.jurisdiction().equals(Jurisdiction.STANDARD)) return List.of();
    Holidays holidays = known();
    List<LocalDate> doubted =
        policy
            .from()
            .datesUntil(policy.from().plusYears(1))
            .filter(d -> holidays.on(d, policy.municipality()) == Holidays.Answer.UNKNOWN)
            .toList();
    if (doubted.isEmpty()) return List.of();
    return List.of(
        new Sentence(
            "Für die Gemeinde „%s“ ist nicht hinterlegt, ob diese Tage Feiertage sind: %s. Geraten wird nicht: An ihnen kommt alles still an und ist als zu prüfen vermerkt. Stimmt der Gemeindeschlüssel? Sonst gehört die Gemeinde in die Feiertagsliste des Regelwerks."
                .formatted(policy.municipality(), days(doubted, Language.DE)),
            "Nobody listed whether these days are holidays in the municipality '%s': %s. It is not guessed: on them everything arrives silently, marked for review. Is the key right? If so, the municipality belongs into the rule book's list of holidays."
                .formatted(policy.municipality(), days(doubted, Language.EN))));
  }

  private static String days(List<LocalDate> days, Language language) {
    return days.stream()
        .map(day -> DayWords.of(day).in(language))
        .collect(Collectors.joining(", "));
  }
}
