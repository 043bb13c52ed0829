package org.feierabend.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.CityBundle;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;

/**
 * Tries what another city's bundle holds under the law and the rules here, before anybody is asked
 * to sign it: documents are read, rules pass the same allow-list as ours, scenarios are run.
 */
public final class BundleTrial {
  private static final Pattern PLACED =
      Pattern.compile("(FAIL )?(?<file>[^:\\s]+):(?<line>\\d+):? (?<why>.*)", Pattern.DOTALL);

  private final Path home;

  /**
   * @param home the checkout directory
   */
  public BundleTrial(Path home) {
    this.home = home;
  }

  /**
   * @return how the scenarios ended, such as {@code 12 passed, 0 failed, 0 files unreadable}
   * @throws BundleRefused with file and reason
   */
  public Sentence tried(CityBundle bundle) {
    if (bundle.kind() == BundleKind.POLICY) policy(bundle);
    else asSigned(bundle);
    return within(trial -> scenarios(bundle, trial));
  }

  /**
   * Whether a rule pack or a policy is the one both sides of its city signed, where it says so; no
   * rule is compiled.
   */
  public void asSigned(CityBundle bundle) {
    if (bundle.undersigned().isEmpty()) return;
    if (bundle.kind() == BundleKind.POLICY) policy(bundle);
    if (bundle.kind() != BundleKind.RULES) return;
    within(
        trial -> {
          written(bundle, trial);
          bundle.undersigned().get().requireAbout("rules/", Edition.of(trial));
          return bundle;
        });
  }

  /** What is done in a folder that is gone afterwards. */
  private interface Step<T> {
    T in(Path trial) throws IOException;
  }

  private static <T> T within(Step<T> step) {
    Path trial = null;
    try {
      trial = Files.createTempDirectory("bundle-trial");
      return step.in(trial.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("A bundle cannot be tried; is the disk full?", e);
    } finally {
      if (trial != null) delete(trial);
    }
  }

  private static void written(CityBundle bundle, Path trial) throws IOException {
    for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
      Path to = trial.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.write(to, file.getValue());
    }
  }

  private void policy(CityBundle bundle) {
    String file = bundle.kind().main();
    PolicyForms.Reading reading = new YamlPolicyForms(home).read(bundle.text(file));
    if (reading instanceof PolicyForms.Refused refused)
      throw new BundleRefused(file, told(refused, Language.DE), told(refused, Language.EN));
    bundle
        .undersigned()
        .ifPresent(words -> words.requireAbout(file, ((PolicyDraft) reading).hash()));
  }

  private static String told(PolicyForms.Refused refused, Language language) {
    return refused.complaints().stream()
        .map(
            c ->
                "%s %s%s"
                    .formatted(
                        c.path(),
                        c.what().in(language),
                        c.article().map(a -> " (" + a + ")").orElse("")))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }

  private Sentence scenarios(CityBundle bundle, Path trial) throws IOException {
    boolean rules = bundle.kind() == BundleKind.RULES;
    if (!rules) copy(home.resolve("rules"), trial.resolve("rules"));
    copy(home.resolve("config/policies"), trial.resolve("config/policies"));
    written(bundle, trial);
    if (bundle.kind() == BundleKind.POLICY)
      Files.write(
          trial.resolve("config/policies/" + bundle.name() + ".yaml"),
          bundle.files().get(bundle.kind().main()));
    if (bundle.kind() == BundleKind.TELEWORK) templates(bundle, trial);
    List<Sentence> said = new ArrayList<>();
    Path run = trial.resolve(rules ? "rules" : "scenarios");
    int ended;
    try {
      ended = ScenarioCommand.run(trial, List.of(run.toString()), said::add, said::add);
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new BundleRefused(reasons(List.of(Unreadable.told(wrong)), trial));
    }
    if (ended != 0) throw new BundleRefused(reasons(said, trial));
    return said.get(said.size() - 1);
  }

  private static void templates(CityBundle bundle, Path trial) throws IOException {
    String file = bundle.kind().main();
    Files.write(trial.resolve("config").resolve(file), bundle.files().get(file));
    try {
      YamlTeleworkTemplates.read(trial);
    } catch (Unreadable | IllegalArgumentException wrong) {
      throw new BundleRefused(reasons(List.of(Unreadable.told(wrong)), trial));
    }
  }

  /** What was said of each file; what names none belongs to the bundle as a whole. */
  private static Map<String, Sentence> reasons(List<Sentence> said, Path trial) {
    Map<String, Sentence> reasons = new TreeMap<>();
    for (Sentence line : said.stream().flatMap(BundleTrial::lines).toList()) {
      String de = line.de().replace(trial + "/", "");
      String en = line.en().replace(trial + "/", "");
      if (en.startsWith("PASS") || en.matches("\\d+ passed, .*")) continue;
      Matcher placed = PLACED.matcher(en);
      if (placed.matches())
        reasons.merge(
            placed.group("file"),
            new Sentence(
                "Zeile %s: %s".formatted(placed.group("line"), why(de)),
                "line %s: %s".formatted(placed.group("line"), placed.group("why"))),
            (a, b) -> both(a, "; ", b));
      else reasons.merge(BundleRefused.WHOLE, new Sentence(de, en), (a, b) -> both(a, " ", b));
    }
    if (reasons.isEmpty())
      reasons.put(
          BundleRefused.WHOLE,
          new Sentence("Die Beispiele laufen nicht durch.", "The scenarios do not pass."));
    return reasons;
  }

  /** A compiler says several things in one message. */
  private static Stream<Sentence> lines(Sentence said) {
    List<String> de = said.de().lines().filter(l -> !l.isBlank()).toList();
    List<String> en = said.en().lines().filter(l -> !l.isBlank()).toList();
    if (de.size() != en.size()) return Stream.of(said);
    return IntStream.range(0, en.size()).mapToObj(i -> new Sentence(de.get(i), en.get(i)));
  }

  private static String why(String placed) {
    Matcher m = PLACED.matcher(placed);
    return m.matches() ? m.group("why") : placed;
  }

  private static Sentence both(Sentence a, String between, Sentence b) {
    return new Sentence(a.de() + between + b.de(), a.en() + between + b.en());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path p : all.filter(Files::isRegularFile).toList()) {
        Path there = to.resolve(from.relativize(p).toString());
        Files.createDirectories(there.getParent());
        Files.copy(p, there);
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
