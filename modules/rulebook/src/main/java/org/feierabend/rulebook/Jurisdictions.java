package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feierabend.decision.Sentence;
import org.feierabend.rulebook.Jurisdiction.Source;

/** {@code rules/jurisdictions/*.yaml}, one file a state; what is wrong is named with its line. */
final class Jurisdictions {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "kind",
          "basis",
          "numbers",
          "holidays",
          "no-rest",
          "thresholds",
          "exemptions",
          Jurisdiction.DAILY,
          Jurisdiction.MINORS,
          Jurisdiction.WEEKLY);

  private final Map<String, Jurisdiction> packs = new TreeMap<>();

  /**
   * @param home the checkout directory
   */
  Jurisdictions(Path home) {
    Path folder = home.resolve("rules/jurisdictions");
    try (Stream<Path> found = Files.list(folder)) {
      for (Path f : found.filter(Jurisdictions::isPack).sorted().toList()) {
        String code = f.getFileName().toString().replaceFirst("\\.yaml$", "");
        packs.put(code, read(code, Entry.read(f)));
      }
    } catch (IOException e) {
      throw new Unreadable(folder, e);
    }
  }

  Map<String, Jurisdiction> all() {
    return packs;
  }

  Jurisdiction get(String code) {
    Jurisdiction pack = packs.get(code);
    if (pack == null)
      throw new IllegalArgumentException(
          "There is no jurisdiction '%s' in rules/jurisdictions; known are %s."
              .formatted(code, packs.keySet()));
    return pack;
  }

  private static boolean isPack(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml");
  }

  static Jurisdiction read(String code, Entry file) {
    Map<String, Entry> keys = file.map(KEYS);
    Map<String, List<Jurisdiction.Number>> rests = new LinkedHashMap<>();
    for (String name : List.of(Jurisdiction.DAILY, Jurisdiction.MINORS, Jurisdiction.WEEKLY))
      if (keys.containsKey(name)) rests.put(name, numbers(keys.get(name)));
    boolean elsewhere = keys.containsKey("numbers") || keys.containsKey("no-rest");
    if (!elsewhere
        && !(rests.containsKey(Jurisdiction.DAILY) && rests.containsKey(Jurisdiction.WEEKLY)))
      throw file.refuse("a pack has daily-rest and weekly-rest, or says why not with no-rest");
    if (keys.containsKey("numbers") && !code.equals(Jurisdiction.STANDARD))
      throw keys.get("numbers").refuse("only de has its numbers in rules/parameters.yaml");
    file.need("basis").map(Set.of("from", "source"));
    return new Jurisdiction(
        code,
        sentence(file.need("name")),
        file.need("kind").as(Jurisdiction.Kind.class),
        source(file.need("basis")),
        calendar(file.need("holidays")),
        rests,
        keys.containsKey("no-rest") ? keys.get("no-rest").text() : "",
        list(keys, "thresholds").map(Jurisdictions::threshold).toList(),
        list(keys, "exemptions").map(Jurisdictions::exempted).toList());
  }

  private static Stream<Entry> list(Map<String, Entry> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(e -> e.list().stream()).orElse(Stream.empty());
  }

  private static List<Jurisdiction.Number> numbers(Entry entry) {
    List<Jurisdiction.Number> numbers = new ArrayList<>();
    for (Entry e : entry.list()) {
      Map<String, Entry> keys = e.map(Set.of("from", "value", "source", "checked", "doubt"));
      boolean checked = !keys.containsKey("checked") || keys.get("checked").truth();
      if (checked == keys.containsKey("doubt"))
        throw e.refuse(
            "'checked: false' says in 'doubt' what is left to check, and nothing else does");
      Source source = source(e);
      if (!numbers.isEmpty()
          && !numbers.get(numbers.size() - 1).source().from().isBefore(source.from()))
        throw e.refuse("values stand in the order of their dates");
      numbers.add(
          e.need("value")
              .as(
                  v ->
                      new Jurisdiction.Number(
                          source,
                          Duration.parse(v),
                          Optional.ofNullable(keys.get("doubt")).map(Entry::text))));
    }
    if (numbers.isEmpty()) throw entry.refuse("a number has at least one value");
    return List.copyOf(numbers);
  }

  private static Jurisdiction.Threshold threshold(Entry e) {
    e.map(Set.of("from", "employees", "source", "meaning"));
    Source source = source(e);
    Sentence meaning = sentence(e.need("meaning"));
    return e.need("employees")
        .as(n -> new Jurisdiction.Threshold(source, Integer.parseInt(n), meaning));
  }

  private static Jurisdiction.Exempted exempted(Entry e) {
    e.map(Set.of("from", "source", "meaning"));
    return new Jurisdiction.Exempted(source(e), sentence(e.need("meaning")));
  }

  private static Source source(Entry e) {
    LocalDate from = e.need("from").as(LocalDate::parse);
    return e.need("source").as(text -> new Source(from, text));
  }

  private static Sentence sentence(Entry e) {
    e.map(Set.of("de", "en"));
    return new Sentence(e.need("de").text(), e.need("en").text());
  }

  private static Jurisdiction.Calendar calendar(Entry e) {
    Map<String, Entry> keys = e.map(Set.of("calendar", "region", "regional"));
    return new Jurisdiction.Calendar(
        e.need("calendar").text(),
        list(keys, "region").map(Entry::text).toList(),
        keys.containsKey("regional") && keys.get("regional").truth());
  }
}
