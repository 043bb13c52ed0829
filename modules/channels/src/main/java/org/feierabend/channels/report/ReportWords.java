package org.feierabend.channels.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.feierabend.decision.DayWords;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.report.Change;
import org.feierabend.report.Indicator;
import org.feierabend.report.ReportPeriod;
import org.feierabend.report.WeekWords;

/** The words of a report in one language. */
final class ReportWords {
  private final Language language;

  ReportWords(Language language) {
    this.language = language;
  }

  String code() {
    return language.name().toLowerCase(Locale.ROOT);
  }

  String say(Sentence sentence) {
    return sentence.in(language);
  }

  String say(String de, String en) {
    return language == Language.DE ? de : en;
  }

  /** A number with the language's decimal mark. */
  String number(double value, int decimals) {
    return String.format(locale(), "%." + decimals + "f", value);
  }

  /** A date as one writes it. */
  String day(LocalDate day) {
    return say(DayWords.of(day));
  }

  Locale locale() {
    return language == Language.DE ? Locale.GERMANY : Locale.UK;
  }

  String kind(ReportPeriod.Kind kind) {
    return switch (kind) {
      case WEEKLY -> say("Wochenbericht", "Weekly report");
      case MONTHLY -> say("Monatsbericht", "Monthly report");
      case QUARTERLY -> say("Quartalsbericht", "Quarterly report");
      case YEARLY -> say("Jahresbericht", "Yearly report");
    };
  }

  /** What a report is about, as its title has it. */
  String period(ReportPeriod period) {
    LocalDate thursday = period.from().monday().plusDays(3);
    return switch (period.kind()) {
      case WEEKLY -> say(WeekWords.of(period.from()));
      case MONTHLY -> DateTimeFormatter.ofPattern("MMMM yyyy", locale()).format(thursday);
      case QUARTERLY -> DateTimeFormatter.ofPattern(say("Q/yyyy", "'Q'Q yyyy")).format(thursday);
      case YEARLY -> period.label();
    };
  }

  String indicator(Indicator indicator) {
    return switch (indicator) {
      case CONTACTS_OUTSIDE ->
          say(
              "Fünf oder mehr Kontakte außerhalb der eigenen Zeiten",
              "Five or more contacts outside one's own hours");
      case MEETINGS_OUTSIDE ->
          say(
              "Eine Besprechung außerhalb von Rahmen- oder Kernzeit",
              "A meeting outside frame or core time");
      case REST_CUT -> say("Eine verkürzte Ruhezeit", "A rest cut short");
      case MEETING_DENSITY ->
          say(
              "Drei oder mehr Besprechungen ohne Pause davor",
              "Three or more meetings without a break before them");
      case TELEWORK -> say("Ein Tag Telearbeit oder mehr", "A day of telework or more");
    };
  }

  String change(Change change) {
    return switch (change) {
      case HIGHER -> say("höher", "higher");
      case LOWER -> say("niedriger", "lower");
      case NOT_PROVEN -> say("kein Unterschied belegbar", "no difference provable");
      case NOTHING_TO_COMPARE -> say("kein Vergleichswert", "nothing to compare");
    };
  }

  /** The same where there is little room. */
  String mark(Change change) {
    return switch (change) {
      case NOT_PROVEN -> say("nicht belegbar", "not provable");
      case NOTHING_TO_COMPARE -> "–";
      default -> change(change);
    };
  }
}
