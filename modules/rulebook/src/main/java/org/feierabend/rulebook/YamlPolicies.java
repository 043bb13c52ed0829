package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feierabend.contact.Channel;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.report.Rational;

/** {@code config/policies/*.yaml}, read once. */
public final class YamlPolicies implements Policies {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "from",
          "zone",
          "municipality",
          "windows",
          "frame",
          "core",
          "mail",
          "away",
          "k",
          "rho-year",
          "telework-percent");

  private final Map<String, Policy> policies = new TreeMap<>();

  /**
   * @param home the checkout directory
   */
  public YamlPolicies(Path home) {
    Path folder = home.resolve("config/policies");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path f : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Policy p = read(f, Edition.of(home, f));
        policies.put(p.name(), p);
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

  private static Policy read(Path file, String edition) {
    Entry e = Entry.read(file);
    e.map(KEYS);
    String stem = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    if (!e.need("name").text().equals(stem))
      throw e.need("name").refuse("a policy is named like its file, " + stem);
    Map<Channel, Policy.Away> away = new EnumMap<>(Channel.class);
    e.need("away")
        .map(Set.of("mail", "chat", "call", "calendar"))
        .forEach(
            (c, a) ->
                away.put(
                    Channel.valueOf(c.toUpperCase(java.util.Locale.ROOT)),
                    a.as(Policy.Away.class)));
    try {
      return new Policy(
          stem,
          e.need("from").as(LocalDate::parse),
          e.need("zone").as(ZoneId::of),
          e.need("municipality").text(),
          WeeklyForm.windows(e.need("windows")),
          WeeklyForm.windows(e.need("frame")),
          WeeklyForm.windows(e.need("core")),
          e.need("mail").as(Policy.Mail.class),
          away,
          e.need("k").as(Integer::valueOf),
          e.need("rho-year").as(Rational::parse),
          e.need("telework-percent").as(Integer::valueOf),
          edition);
    } catch (IllegalArgumentException refused) {
      throw e.refuse(refused.getMessage());
    }
  }
}
