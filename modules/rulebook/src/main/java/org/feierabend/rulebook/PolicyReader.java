package org.feierabend.rulebook;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Exemption;
import org.feierabend.policy.Agreed;
import org.feierabend.policy.Policy;
import org.feierabend.policy.Reporting;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.report.Rational;

/** Makes a {@link Policy} of the keys of a document. */
final class PolicyReader {
  private final Jurisdictions jurisdictions;

  PolicyReader(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  /**
   * @param place where a complaint is to point
   */
  Policy read(Entry place, Map<String, Entry> keys, String edition) {
    Function<String, Entry> need =
        key ->
            Optional.ofNullable(keys.get(key))
                .orElseThrow(() -> place.refuse("'" + key + "' is missing"));
    Function<String, Optional<Entry>> may = key -> Optional.ofNullable(keys.get(key));
    try {
      return new Policy(
          need.apply("name").text(),
          need.apply("from").as(LocalDate::parse),
          may.apply("until").map(u -> u.as(LocalDate::parse)),
          need.apply("zone").as(ZoneId::of),
          need.apply("municipality").text(),
          may.apply("jurisdiction")
              .map(j -> j.as(jurisdictions::get).code())
              .orElse(Jurisdiction.STANDARD),
          WeeklyForm.windows(need.apply("windows")),
          WeeklyForm.windows(need.apply("frame")),
          WeeklyForm.windows(need.apply("core")),
          need.apply("mail").as(Policy.Mail.class),
          need.apply("compensatory-rest").truth(),
          need.apply("stand-by-is-work").truth(),
          away(need.apply("away")),
          need.apply("k").as(Integer::valueOf),
          need.apply("rho-year").as(Rational::parse),
          need.apply("telework-percent").as(Integer::valueOf),
          may.apply("indicators").map(IndicatorsForm::byQuarter).orElse(Map.of()),
          may.apply("reports").map(ReportingForm::read).orElse(Reporting.STANDARD),
          may.apply("alert-above").map(IndicatorsForm::percents).orElse(Map.of()),
          agreed(keys),
          may.apply("exemptions").map(PolicyReader::exemptions).orElse(Set.of(Exemption.values())),
          telework(may),
          new Policy.Life(
              may.apply("review").map(r -> r.as(LocalDate::parse)),
              may.apply("after-effect").map(Entry::truth).orElse(false),
              may.apply("consultation-days").map(d -> d.as(Integer::valueOf)).orElse(0)),
          edition);
    } catch (IllegalArgumentException refused) {
      throw place.refuse(refused.getMessage());
    }
  }

  private static Map<Channel, Policy.Away> away(Entry doors) {
    Map<Channel, Policy.Away> away = new EnumMap<>(Channel.class);
    doors
        .map(Set.of("mail", "chat", "call", "calendar"))
        .forEach(
            (c, a) ->
                away.put(Channel.valueOf(c.toUpperCase(Locale.ROOT)), a.as(Policy.Away.class)));
    return away;
  }

  private static Agreed agreed(Map<String, Entry> keys) {
    Map<String, String> numbers = new TreeMap<>();
    for (String key : Agreed.KEYS)
      if (keys.containsKey(key)) {
        Entry e = keys.get(key);
        numbers.put(
            key,
            e.isList()
                ? e.list().stream().map(Entry::text).collect(Collectors.joining("-"))
                : e.text());
      }
    return new Agreed(numbers);
  }

  /** A running shift is one word for people and two for the rules; compensatory rest is a key. */
  private static Set<Exemption> exemptions(Entry list) {
    Set<Exemption> exemptions = EnumSet.of(Exemption.COMPENSATORY_REST);
    for (Entry word : list.list()) exemptions.add(word.as(Exemption.class));
    if (exemptions.contains(Exemption.SHIFT)) exemptions.add(Exemption.SUNDAY_SHIFT);
    return exemptions;
  }

  private static TeleworkLimits telework(Function<String, Optional<Entry>> may) {
    return new TeleworkLimits(
        may.apply("telework-days").map(d -> d.as(Integer::valueOf)).orElse(7),
        may.apply("telework-term").map(p -> p.as(Period::parse)),
        may.apply("telework-trial").map(p -> p.as(Period::parse)),
        may.apply("telework-notice").map(p -> p.as(Period::parse)));
  }
}
