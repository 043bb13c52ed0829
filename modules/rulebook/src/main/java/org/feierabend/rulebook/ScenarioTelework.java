package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.feierabend.policy.Policy;
import org.feierabend.telework.Quota;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Revocation;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkDay;
import org.feierabend.telework.TeleworkRequest;
import org.feierabend.timeline.PersonFacts.Regime;

/** Reads the key {@code telework} of a scenario; what is omitted is the policy's default. */
final class ScenarioTelework {
  private static final Set<String> KEYS =
      Set.of("agreement", "planned", "request", "residence", "employer", "asked", "place");
  private static final Set<String> AGREEMENT =
      Set.of(
          "quota",
          "days-per-week",
          "weekly",
          "presence",
          "places",
          "notice",
          "from",
          "until",
          "revoked",
          "equipment",
          "risk-assessment");

  private final Policy policy;

  ScenarioTelework(Policy policy) {
    this.policy = policy;
  }

  TeleworkRequest read(Entry entry, Regime regime) {
    Map<String, Entry> keys = entry.map(KEYS);
    TeleworkDay day = day(entry.need("request"));
    List<TeleworkDay> planned =
        keys.containsKey("planned")
            ? keys.get("planned").list().stream().map(ScenarioTelework::day).toList()
            : List.of();
    try {
      return new TeleworkRequest(
          regime,
          agreement(Optional.ofNullable(keys.get("agreement"))),
          planned,
          day,
          Optional.ofNullable(keys.get("asked")).map(e -> e.as(LocalDate::parse)),
          keys.containsKey("place") ? keys.get("place").text() : "",
          state(keys, "residence"),
          state(keys, "employer"),
          policy.telework());
    } catch (IllegalArgumentException refused) {
      throw entry.refuse(refused.getMessage());
    }
  }

  private TeleworkAgreement agreement(Optional<Entry> entry) {
    return terms(
        entry.map(e -> e.map(AGREEMENT)).orElse(Map.of()),
        () -> new Quota(policy.teleworkPercent() * 100));
  }

  /** Terms as scenarios and templates write them. */
  static TeleworkAgreement terms(Entry entry) {
    return terms(entry.map(AGREEMENT), () -> entry.need("quota").as(Quota::parse));
  }

  private static TeleworkAgreement terms(Map<String, Entry> keys, Supplier<Quota> usual) {
    return new TeleworkAgreement(
        keys.containsKey("quota") ? keys.get("quota").as(Quota::parse) : usual.get(),
        keys.containsKey("days-per-week") ? keys.get("days-per-week").as(Integer::valueOf) : 7,
        Optional.ofNullable(keys.get("weekly")).map(e -> e.as(Duration::parse)),
        keys.containsKey("presence")
            ? keys.get("presence").as(WeeklyForm::days)
            : EnumSet.noneOf(DayOfWeek.class),
        keys.containsKey("places")
            ? keys.get("places").list().stream().map(Entry::text).collect(Collectors.toSet())
            : Set.of(),
        keys.containsKey("notice") ? keys.get("notice").as(ScenarioTelework::days) : 0,
        new Term(
            Optional.ofNullable(keys.get("from")).map(e -> e.as(LocalDate::parse)),
            Optional.ofNullable(keys.get("until")).map(e -> e.as(LocalDate::parse)),
            Optional.ofNullable(keys.get("revoked")).map(ScenarioTelework::revocation)),
        new Workplace(done(keys, "equipment"), done(keys, "risk-assessment")));
  }

  private static Revocation revocation(Entry e) {
    if (!e.isMap()) return new Revocation(e.as(LocalDate::parse), false);
    Map<String, Entry> keys = e.map(Set.of("from", "grounds"));
    return new Revocation(
        e.need("from").as(LocalDate::parse),
        keys.containsKey("grounds") && keys.get("grounds").truth());
  }

  private static boolean done(Map<String, Entry> keys, String key) {
    return !keys.containsKey(key) || keys.get(key).truth();
  }

  private static int days(String text) {
    java.time.Period notice = java.time.Period.parse(text);
    if (notice.toTotalMonths() != 0)
      throw new IllegalArgumentException("notice is given in days or weeks, such as P2D");
    return notice.getDays();
  }

  private static String state(Map<String, Entry> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).as(TeleworkStates::state) : "DE";
  }

  private static TeleworkDay day(Entry e) {
    e.map(Set.of("date", "minutes"));
    try {
      return new TeleworkDay(
          e.need("date").as(LocalDate::parse), e.need("minutes").as(Integer::valueOf));
    } catch (Unreadable refused) {
      throw refused;
    } catch (IllegalArgumentException refused) {
      throw e.refuse(refused.getMessage());
    }
  }
}
