package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feierabend.contact.Channel;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.policy.Reporting;
import org.feierabend.report.Rational;

/** {@code config/policies/*.yaml}, read once. */
public final class YamlPolicies implements Policies {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "from",
          "until",
          "zone",
          "municipality",
          "jurisdiction",
          "windows",
          "frame",
          "core",
          "mail",
          "compensatory-rest",
          "stand-by-is-work",
          "away",
          "k",
          "rho-year",
          "telework-percent",
          "indicators",
          "reports",
          "alert-above");

  /** What a scenario may change: what decides about people, not who the policy is. */
  private static final Set<String> CHANGEABLE =
      Set.of(
          "until",
          "zone",
          "municipality",
          "jurisdiction",
          "windows",
          "frame",
          "core",
          "mail",
          "compensatory-rest",
          "stand-by-is-work",
          "telework-percent");

  private final Jurisdictions jurisdictions;
  private final Map<String, Policy> policies = new TreeMap<>();
  private final Map<String, Map<String, Entry>> files = new TreeMap<>();

  /**
   * @param home the checkout directory
   */
  public YamlPolicies(Path home) {
    this.jurisdictions = new Jurisdictions(home);
    Path folder = home.resolve("config/policies");
    try (Stream<Path> found = Files.list(folder)) {
      for (Path f : found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Entry file = Entry.read(f);
        Map<String, Entry> keys = file.map(KEYS);
        String stem = f.getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!file.need("name").text().equals(stem))
          throw file.need("name").refuse("a policy is named like its file, " + stem);
        policies.put(stem, policy(file, keys, Edition.of(home, f)));
        files.put(stem, keys);
      }
    } catch (IOException e) {
      throw new Unreadable(folder.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Policy policy(String name) {
    Policy p = policies.get(name);
    if (p == null)
      throw new IllegalArgumentException(
          "There is no policy '%s' in config/policies; known are %s."
              .formatted(name, policies.keySet()));
    return p;
  }

  /** The policy of that name, or the one whose edition begins so, with four digits at least. */
  Policy named(String word) {
    return policies.values().stream()
        .filter(p -> word.length() >= 4 && p.edition().startsWith(word))
        .findFirst()
        .orElseGet(() -> policy(word));
  }

  Jurisdictions jurisdictions() {
    return jurisdictions;
  }

  /** The policy as if its file said what is given, such as {@code mail: silence}. */
  Policy changed(Policy policy, Entry agreement) {
    Map<String, Entry> keys = new TreeMap<>(files.get(policy.name()));
    keys.putAll(agreement.map(CHANGEABLE));
    return policy(agreement, keys, policy.edition());
  }

  private Policy policy(Entry file, Map<String, Entry> keys, String edition) {
    Function<String, Entry> need =
        key ->
            Optional.ofNullable(keys.get(key))
                .orElseThrow(() -> file.refuse("'" + key + "' is missing"));
    Map<Channel, Policy.Away> away = new EnumMap<>(Channel.class);
    need.apply("away")
        .map(Set.of("mail", "chat", "call", "calendar"))
        .forEach(
            (c, a) ->
                away.put(
                    Channel.valueOf(c.toUpperCase(java.util.Locale.ROOT)),
                    a.as(Policy.Away.class)));
    try {
      return new Policy(
          need.apply("name").text(),
          need.apply("from").as(LocalDate::parse),
          Optional.ofNullable(keys.get("until")).map(u -> u.as(LocalDate::parse)),
          need.apply("zone").as(ZoneId::of),
          need.apply("municipality").text(),
          keys.containsKey("jurisdiction")
              ? keys.get("jurisdiction").as(jurisdictions::get).code()
              : Jurisdiction.STANDARD,
          WeeklyForm.windows(need.apply("windows")),
          WeeklyForm.windows(need.apply("frame")),
          WeeklyForm.windows(need.apply("core")),
          need.apply("mail").as(Policy.Mail.class),
          need.apply("compensatory-rest").truth(),
          need.apply("stand-by-is-work").truth(),
          away,
          need.apply("k").as(Integer::valueOf),
          need.apply("rho-year").as(Rational::parse),
          need.apply("telework-percent").as(Integer::valueOf),
          keys.containsKey("indicators")
              ? IndicatorsForm.byQuarter(keys.get("indicators"))
              : Map.of(),
          Optional.ofNullable(keys.get("reports"))
              .map(ReportingForm::read)
              .orElse(Reporting.STANDARD),
          keys.containsKey("alert-above")
              ? IndicatorsForm.percents(keys.get("alert-above"))
              : Map.of(),
          edition);
    } catch (IllegalArgumentException refused) {
      throw file.refuse(refused.getMessage());
    }
  }
}
