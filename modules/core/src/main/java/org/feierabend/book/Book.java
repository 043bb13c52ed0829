package org.feierabend.book;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;

/**
 * All rules in words, never in code.
 *
 * @param edition content hash of rules and numbers
 * @param numbers those no rule of a chapter names as its own
 */
public record Book(
    String edition, List<Chapter> chapters, List<DatedNumber> numbers, List<State> states) {
  public Book {
    chapters = List.copyOf(chapters);
    numbers = List.copyOf(numbers);
    states = List.copyOf(states);
  }

  /** What each rule says, by its id; of several sentences the first. */
  public Map<String, Sentence> sentences() {
    Map<String, Sentence> sentences = new TreeMap<>();
    for (Chapter chapter : chapters)
      for (Concern concern : chapter.concerns())
        for (Rule rule : concern.rules()) sentences.putIfAbsent(rule.id(), rule.sentence());
    return sentences;
  }

  /** The rules of one decision. */
  public record Chapter(String decision, Sentence title, Sentence lead, List<Concern> concerns) {
    public Chapter {
      concerns = List.copyOf(concerns);
    }
  }

  /** What belongs together: its rules, examples of them, and the numbers they rest on. */
  public record Concern(
      String name, List<Rule> rules, List<Example> examples, List<DatedNumber> numbers) {
    public Concern {
      rules = List.copyOf(rules);
      examples = List.copyOf(examples);
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * @param leicht the sentence in German Leichte Sprache
   * @param law whether it rests on law, and not on the agreement alone
   */
  public record Rule(String id, Sentence sentence, String leicht, String basis, boolean law) {}

  /** A case as it stands in a scenario file, and what comes of it. */
  public record Example(String name, Sentence outcome) {}

  /**
   * @param from the day it holds from, ISO 8601
   * @param regimes whom it holds for
   */
  public record DatedNumber(
      String name,
      String meaning,
      String from,
      List<String> regimes,
      List<String> value,
      String source) {}

  /**
   * The law of a state in a line.
   *
   * @param doubts what was not verified, empty where nothing is left to check
   */
  public record State(
      String code,
      Sentence name,
      Sentence kind,
      String from,
      String basis,
      List<DatedNumber> rests,
      List<Sentence> thresholds,
      List<Sentence> exemptions,
      List<String> doubts) {}
}
