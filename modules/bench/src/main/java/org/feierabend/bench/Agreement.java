package org.feierabend.bench;

import java.util.EnumMap;
import java.util.Map;
import org.feierabend.bench.Variant.Decider;
import org.feierabend.rulebook.RulebookReachabilities;

/** Before anything is measured every variant gives the same answers, or the run ends. */
final class Agreement {
  private Agreement() {}

  /**
   * @param step 1: every question; 16: every sixteenth, where time is short
   * @return how many answers were compared
   */
  static int check(int step) {
    RulebookReachabilities book = Variant.book();
    Map<Variant, Decider> all = new EnumMap<>(Variant.class);
    for (Variant v : Variant.values()) all.put(v, v.over(book));
    int compared = 0;
    for (Question.Order order : Question.Order.values()) {
      Question[] questions = Question.all(order);
      for (int i = 0; i < questions.length; i += step) compared += same(questions[i], all);
    }
    return compared;
  }

  private static int same(Question q, Map<Variant, Decider> all) {
    String expected = Variant.word(all.get(Variant.REMEMBERED).decide(q));
    all.forEach(
        (variant, decider) -> {
          String word = Variant.word(decider.decide(q));
          if (!word.equals(expected))
            throw new IllegalStateException(
                "The variants disagree on %s at %s: the table says %s, %s says %s."
                    .formatted(q.contact(), q.at(), expected, variant.title, word));
        });
    return all.size();
  }
}
