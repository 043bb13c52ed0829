package org.feierabend.channels.http;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.telework.Quota;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TermsInForce.Standard;

/** Reads the terms of a telework agreement; what is omitted is as the policy says. */
final class TermsReader {
  static final Set<String> TERMS =
      Set.of(
          "quota",
          "days_per_week",
          "weekly",
          "presence",
          "places",
          "notice_days",
          "from",
          "until",
          "equipped",
          "risk_assessed",
          "residence");

  private static final int DAYS_A_WEEK = 7;
  private static final int LONGEST_NOTICE = 90;
  private static final int MOST_PLACES = 20;
  private static final int LONGEST_PLACE = 40;

  private TermsReader() {}

  /**
   * @param policy what is usual, and the most of quota and days
   * @param law for the longest term
   */
  static TeleworkAgreement read(Fields document, Standard policy, TeleworkLaw law) {
    TeleworkAgreement terms;
    try {
      terms =
          new TeleworkAgreement(
              document.parsed("quota", Quota::parse, "\"40 %\"").orElse(policy.quota()),
              document.whole("days_per_week", 0, DAYS_A_WEEK).orElse(policy.limits().daysPerWeek()),
              week(document, law, "PT39H"),
              presence(document),
              places(document),
              document.whole("notice_days", 0, LONGEST_NOTICE).orElse(0),
              new Term(document.date("from"), document.date("until"), Optional.empty()),
              new Workplace(document.flag("equipped"), document.flag("risk_assessed")));
    } catch (IllegalArgumentException wrong) {
      throw Trouble.field(
          document.pointer().isEmpty() ? "/" : document.pointer(),
          "Diese Bedingungen passen nicht zusammen: " + BadValue.told(wrong).de(),
          "These terms do not fit together: " + BadValue.told(wrong).en());
    }
    requireWithin(document, terms, policy);
    if (terms.term().tooLong(law))
      throw Trouble.field(
          document.pointer() + "/until",
          "Die Laufzeit ist höchstens %s: bis %s, nicht bis %s."
              .formatted(law.longest(), latest(terms, law), terms.term().until().get()),
          "The term is %s at most: until %s, not %s."
              .formatted(law.longest(), latest(terms, law), terms.term().until().get()));
    return terms;
  }

  /** A contract's average week; none longer than the law allows. */
  static Optional<Duration> week(Fields document, TeleworkLaw law, String example) {
    Optional<Duration> week = document.parsed("weekly", Duration::parse, example);
    try {
      return week.map(law::requireWeek);
    } catch (IllegalArgumentException tooLong) {
      Sentence why = BadValue.told(tooLong);
      throw Trouble.field(document.pointer() + "/weekly", why.de(), why.en());
    }
  }

  private static void requireWithin(Fields document, TeleworkAgreement terms, Standard policy) {
    if (!terms.quota().atMost(policy.quota()).equals(terms.quota()))
      throw Trouble.field(
          document.pointer() + "/quota",
          "Die Quote ist nach der geltenden Regelung höchstens %s, nicht %s."
              .formatted(policy.quota(), terms.quota()),
          "Under the policy in force the quota is %s at most, not %s."
              .formatted(policy.quota(), terms.quota()));
    int most = policy.limits().daysPerWeek();
    if (terms.daysPerWeek() > most)
      throw Trouble.field(
          document.pointer() + "/days_per_week",
          "Nach der geltenden Regelung sind es höchstens %d Tage je Woche, nicht %d."
              .formatted(most, terms.daysPerWeek()),
          "Under the policy in force it is %d days a week at most, not %d."
              .formatted(most, terms.daysPerWeek()));
  }

  private static java.time.LocalDate latest(TeleworkAgreement terms, TeleworkLaw law) {
    return terms.term().from().orElseThrow().plus(law.longest()).minusDays(1);
  }

  private static Set<DayOfWeek> presence(Fields document) {
    Set<DayOfWeek> days = new HashSet<>();
    try {
      for (String word : document.texts("presence")) days.add(Weekdays.day(word));
      return days;
    } catch (IllegalArgumentException noDay) {
      throw document.expected("presence", "[\"TUE\"]");
    }
  }

  private static Set<String> places(Fields document) {
    List<String> places = document.texts("places");
    if (places.size() > MOST_PLACES) throw document.expected("places", "[\"home\"]");
    places.forEach(place -> requirePlace(document, "places", place));
    return new HashSet<>(places);
  }

  /** A word for a kind of place, no address: what we must not know has no room here. */
  static String requirePlace(Fields document, String field, String place) {
    if (place.isBlank()
        || place.length() > LONGEST_PLACE
        || place.chars().anyMatch(Character::isDigit))
      throw Trouble.field(
          document.pointer() + "/" + field,
          "Ein Ort ist ein Wort wie „home“, keine Anschrift: ohne Ziffern, höchstens %d Zeichen."
              .formatted(LONGEST_PLACE),
          "A place is a word like \"home\", no address: no digits, at most %d characters."
              .formatted(LONGEST_PLACE));
    return place;
  }

  /** ISO 3166-1 alpha-2. */
  static String residence(Fields document, String usual) {
    return document
        .parsed(
            "residence",
            text -> {
              String state = text.toUpperCase(Locale.ROOT);
              if (!Set.of(Locale.getISOCountries()).contains(state))
                throw new IllegalArgumentException(state);
              return state;
            },
            "AT")
        .orElse(usual);
  }
}
