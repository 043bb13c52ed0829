package org.feierabend.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;

/** What a bundle holds, and what must be in it. */
public enum BundleKind {
  /** {@code policy.yaml} and scenarios that hold under it. */
  POLICY("policy.yaml"),
  /** {@code telework-templates.yaml} and scenarios of {@code rules/telework}. */
  TELEWORK("telework-templates.yaml"),
  /** A whole folder {@code rules/}. */
  RULES("rules/parameters.yaml");

  private static final String SCENARIOS = ".scenarios.yaml";
  private static final String RULE = ".drl";

  private final String main;

  BundleKind(String main) {
    this.main = main;
  }

  /** The file without which it would be nothing. */
  public String main() {
    return main;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BundleKind> byWord(String word) {
    return List.of(values()).stream().filter(k -> k.word().equals(word)).findFirst();
  }

  /** What is missing, by the file it should be. */
  Map<String, Sentence> missing(List<String> paths) {
    if (!paths.contains(main))
      return Map.of(
          main,
          new Sentence(
              "fehlt; ohne das ist es kein Bündel der Art " + word(),
              "is missing; without it this is no bundle of kind " + word()));
    Map<String, Sentence> missing = new TreeMap<>();
    for (String path : paths) {
      if (!path.endsWith(RULE)) continue;
      String scenarios = path.substring(0, path.length() - RULE.length()) + SCENARIOS;
      if (!paths.contains(scenarios))
        missing.put(
            scenarios,
            new Sentence(
                "fehlt; zu einer Regel gehören die Beispiele, die zeigen, was sie tut",
                "is missing; a rule comes with the scenarios that show what it does"));
    }
    if (paths.stream().noneMatch(p -> p.endsWith(SCENARIOS)))
      missing.put(
          "scenarios/*" + SCENARIOS,
          new Sentence(
              "fehlt; zu einem Bündel gehören Beispiele, damit man es ausprobieren kann",
              "is missing; a bundle comes with scenarios, so that its reader can try it"));
    return missing;
  }

  /** Whether a file of this path has a place in it. */
  boolean holds(String path) {
    if (path.equals(Undersigned.FILE)) return this != TELEWORK; // nobody signs a template
    return switch (this) {
      case RULES -> path.startsWith("rules/");
      case POLICY, TELEWORK ->
          path.equals(main) || path.matches("scenarios/[a-z0-9-]+\\.scenarios\\.yaml");
    };
  }
}
