package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feierabend.decision.Sentence;

/**
 * What two folders with rules differ in besides the answers of {@link Comparison}: numbers that
 * change, and every deciding file that reads differently. Otherwise a changed number of the law, or
 * a rule of telework, would be approved as "no decision changes".
 */
record FileDifferences(Path from, Path to) {
  private static final String NUMBERS = "parameters.yaml";

  List<Sentence> sentences() {
    Map<String, Path> before = files(from);
    Map<String, Path> after = files(to);
    List<Sentence> said = new ArrayList<>();
    if (before.containsKey(NUMBERS) && after.containsKey(NUMBERS))
      said.addAll(numbers(numbers(before.get(NUMBERS)), numbers(after.get(NUMBERS))));
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String name : all)
      file(name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)))
          .ifPresent(said::add);
    return said;
  }

  private static Optional<Sentence> file(String name, Optional<Path> before, Optional<Path> after) {
    if (after.isEmpty())
      return Optional.of(
          new Sentence("Die Datei " + name + " fällt weg.", "The file " + name + " goes."));
    if (before.isEmpty())
      return Optional.of(
          new Sentence("Die Datei " + name + " ist neu.", "The file " + name + " is new."));
    try {
      if (Files.mismatch(before.get(), after.get()) < 0) return Optional.empty();
    } catch (IOException e) {
      throw new Unreadable(name, e);
    }
    return Optional.of(
        new Sentence(
            "Die Datei " + name + " lautet anders.", "The file " + name + " reads differently."));
  }

  private static List<Sentence> numbers(
      Map<String, Set<String>> before, Map<String, Set<String>> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Sentence> said = new ArrayList<>();
    for (String name : names) {
      Set<String> was = before.getOrDefault(name, Set.of());
      Set<String> is = after.getOrDefault(name, Set.of());
      if (was.equals(is)) continue;
      String goes = without(was, is);
      String comes = without(is, was);
      said.add(
          new Sentence(
              "Die Zahl %s ändert sich: es entfällt %s; es gilt neu %s."
                  .formatted(name, or(goes, "nichts"), or(comes, "nichts")),
              "The number %s changes: gone is %s; new is %s."
                  .formatted(name, or(goes, "nothing"), or(comes, "nothing"))));
    }
    return said;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String without(Set<String> these, Set<String> those) {
    return these.stream().filter(v -> !those.contains(v)).collect(Collectors.joining(", "));
  }

  /** A number's values by its name, each as "2014-08-01 [beamte] PT11H". */
  private static Map<String, Set<String>> numbers(Path file) {
    Map<String, Set<String>> numbers = new TreeMap<>();
    Entry.read(file)
        .map()
        .forEach(
            (name, number) -> {
              Set<String> values = new LinkedHashSet<>();
              for (Entry v : number.need("values").list())
                values.add(
                    "%s %s %s"
                        .formatted(
                            v.need("from").text(), flat(v.need("for")), flat(v.need("value")))
                        .replaceAll("\\s+", " "));
              numbers.put(name, values);
            });
    return numbers;
  }

  private static String flat(Entry value) {
    return value.isList()
        ? value.list().stream().map(Entry::text).toList().toString()
        : value.text();
  }

  private static Map<String, Path> files(Path rules) {
    try (Stream<Path> found = Files.walk(rules)) {
      Map<String, Path> files = new TreeMap<>();
      found.filter(Edition::decides).forEach(f -> files.put(rules.relativize(f).toString(), f));
      return files;
    } catch (IOException e) {
      throw new Unreadable(rules, e);
    }
  }
}
