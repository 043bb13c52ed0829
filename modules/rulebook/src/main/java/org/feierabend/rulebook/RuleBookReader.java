package org.feierabend.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feierabend.book.Book;
import org.feierabend.book.Book.Chapter;
import org.feierabend.book.Book.Concern;
import org.feierabend.book.Book.DatedNumber;
import org.feierabend.book.Book.Example;
import org.feierabend.decision.Reason.RestsOn;
import org.feierabend.decision.Sentence;

/** Reads {@code rules/} for people: what stands above a rule, never its body. */
public final class RuleBookReader {
  private record About(String decision, Sentence title, Sentence lead) {}

  private static final List<About> DECISIONS =
      List.of(
          new About(
              "reachability",
              new Sentence("Erreichbarkeit", "Reachability"),
              new Sentence(
                  "Darf dieser Kontakt diese Person jetzt erreichen, oder wartet er?",
                  "May this contact reach this person now, or does it wait?")),
          new About(
              "telework",
              new Sentence("Telearbeit", "Telework"),
              new Sentence(
                  "Ist dieser Tag Telearbeit genehmigt?", "Is this day of telework granted?")),
          new About(
              "minimisation",
              new Sentence("Datensparsamkeit", "Data minimisation"),
              new Sentence("Was darf die Tür passieren?", "What may pass the door?")),
          new About(
              "alerts",
              new Sentence("Hinweise", "Alerts"),
              new Sentence(
                  "Wer erfährt wann von einem Verlauf?", "Who learns of a trend, and when?")));

  private static final Pattern SPAN = Pattern.compile("P(T?)(\\d+)(H|M|Y)");

  private final Path rules;
  private final String edition;
  private final Parameters parameters;
  private final Jurisdictions jurisdictions;
  private final Set<String> told = new HashSet<>();

  /**
   * @param home the checkout directory
   */
  public RuleBookReader(Path home) {
    this.rules = home.resolve("rules");
    this.edition = Edition.of(home);
    this.parameters = new Parameters(Entry.read(rules.resolve("parameters.yaml")), edition);
    this.jurisdictions = new Jurisdictions(home);
  }

  public Book read() {
    List<Chapter> chapters = new ArrayList<>();
    for (About a : DECISIONS)
      if (Files.isDirectory(rules.resolve(a.decision)))
        chapters.add(
            new Chapter(
                a.decision,
                a.title,
                a.lead,
                RuleCompiler.files(rules.resolve(a.decision)).stream()
                    .map(f -> concern(RuleFile.read(f)))
                    .toList()));
    List<DatedNumber> rest =
        parameters.all().entrySet().stream()
            .filter(p -> !told.contains(p.getKey()))
            .flatMap(p -> numbers(p.getKey(), p.getValue()))
            .toList();
    return new Book(
        edition, chapters, rest, jurisdictions.all().values().stream().map(StateLine::of).toList());
  }

  private Concern concern(RuleFile file) {
    List<Example> examples = new ArrayList<>();
    if (Files.exists(file.scenarios()))
      for (Entry s : Entry.read(file.scenarios()).need("scenarios").list())
        examples.add(new Example(s.need("name").text(), ExpectedWords.of(s.need("expect"))));
    return new Concern(
        file.concern(),
        file.rules().stream()
            .map(
                r ->
                    new Book.Rule(
                        r.id(), r.sentence(), r.leicht(), r.basis(), r.restsOn() == RestsOn.LAW))
            .toList(),
        examples,
        numbersOf(file));
  }

  private List<DatedNumber> numbersOf(RuleFile file) {
    Set<String> ids = new TreeSet<>();
    file.rules().forEach(r -> ids.add(r.id()));
    List<DatedNumber> numbers = new ArrayList<>();
    for (Map.Entry<String, Parameters.Parameter> p : parameters.all().entrySet())
      if (p.getValue().rules().stream().anyMatch(ids::contains)) {
        told.add(p.getKey());
        numbers(p.getKey(), p.getValue()).forEach(numbers::add);
      }
    return numbers;
  }

  private static Stream<DatedNumber> numbers(String name, Parameters.Parameter p) {
    return p.values().stream()
        .map(
            v ->
                new DatedNumber(
                    name,
                    p.meaning(),
                    v.from().toString(),
                    List.copyOf(new TreeSet<>(v.regimes())),
                    v.value().stream().map(RuleBookReader::inWords).toList(),
                    v.source()));
  }

  /** "11 h" instead of {@code PT11H}; what is no span stays as it is. */
  private static String inWords(String value) {
    Matcher m = SPAN.matcher(value);
    if (!m.matches()) return value;
    String unit =
        switch (m.group(1) + m.group(3)) {
          case "TH" -> "h";
          case "TM" -> "min";
          case "M" -> "Monate · months";
          case "Y" -> "Jahre · years";
          default -> throw new IllegalStateException("No span looks like " + value + ".");
        };
    return m.group(2) + " " + unit;
  }
}
