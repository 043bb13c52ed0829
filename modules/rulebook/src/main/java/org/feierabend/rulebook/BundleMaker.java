package org.feierabend.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.CityBundle;
import org.feierabend.decision.BadValue;

/**
 * Gathers what another city needs to begin with ours: the document and the scenarios it comes with.
 */
public final class BundleMaker {
  private static final String SCENARIOS = ".scenarios.yaml";

  private final Path home;

  /**
   * @param home the checkout directory, or the folder of a rule book in force
   */
  public BundleMaker(Path home) {
    this.home = home;
  }

  /** The whole rule book. */
  public CityBundle rules(String city, LocalDate made) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path p : files(home.resolve("rules"))) {
      String path = "rules/" + home.resolve("rules").relativize(p);
      if (path.endsWith(".drl") || path.endsWith(".yaml")) files.put(path, bytes(p));
    }
    return new CityBundle(BundleKind.RULES, city, "rules", made, files, List.of());
  }

  /** The policy of that name in {@code config/policies}. */
  public CityBundle policy(String city, String name, LocalDate made) {
    Path file = home.resolve("config/policies/" + name + ".yaml");
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}") || !Files.exists(file))
      throw new BadValue(
          "In config/policies liegt keine Vereinbarung „%s“.".formatted(name),
          "There is no policy '%s' in config/policies.".formatted(name));
    return policy(city, name, bytes(file), made, Set::of);
  }

  /**
   * @param document an edition of the policy of that name, as it was signed
   * @param holding scenario files below this home that hold under it, asked for where none names it
   */
  public CityBundle policy(
      String city, String name, byte[] document, LocalDate made, Supplier<Set<String>> holding) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(BundleKind.POLICY.main(), document);
    for (Path p : files(home.resolve("rules")))
      if (p.toString().endsWith(SCENARIOS) && isUnder(name, p)) scenario(p, files);
    if (Files.isDirectory(home.resolve("config/scenarios")))
      for (Path p : files(home.resolve("config/scenarios")))
        if (p.toString().endsWith(SCENARIOS) && isUnder(name, p)) scenario(p, files);
    if (files.size() == 1)
      for (String path : holding.get()) renamed(home.resolve(path), name, files);
    return new CityBundle(BundleKind.POLICY, city, name, made, files, List.of());
  }

  /** The model terms, with the scenarios of the rules that judge them. */
  public CityBundle telework(String city, LocalDate made) {
    Map<String, byte[]> files = new TreeMap<>();
    Path templates = home.resolve("config").resolve(BundleKind.TELEWORK.main());
    if (Files.exists(templates)) files.put(BundleKind.TELEWORK.main(), bytes(templates));
    for (Path p : files(home.resolve("rules/telework")))
      if (p.toString().endsWith(SCENARIOS)) scenario(p, files);
    return new CityBundle(BundleKind.TELEWORK, city, "telework", made, files, List.of());
  }

  private static void scenario(Path p, Map<String, byte[]> files) {
    String folder = p.getParent().getFileName().toString();
    files.put("scenarios/%s-%s".formatted(folder, p.getFileName()), bytes(p));
  }

  /**
   * A scenario of another policy as one of this; files beside it do not travel, nor what needs one.
   */
  private static void renamed(Path p, String policy, Map<String, byte[]> files) {
    String text = new String(bytes(p), StandardCharsets.UTF_8);
    if (text.contains("vavailability") || !text.matches("(?sm).*^policy: .*")) return;
    String folder = p.getParent().getFileName().toString();
    files.put(
        "scenarios/%s-%s".formatted(folder, p.getFileName()),
        text.replaceFirst("(?m)^policy: .*$", "policy: " + policy)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isUnder(String policy, Path scenarios) {
    Map<String, Entry> top = Entry.read(scenarios).map();
    return top.containsKey("policy") && top.get("policy").text().equals(policy);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
