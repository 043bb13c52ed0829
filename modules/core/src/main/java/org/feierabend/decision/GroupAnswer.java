package org.feierabend.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the sender of a group message learns: counts only, below five recipients not even those;
 * never who, never why.
 */
public record GroupAnswer(int recipients, int now, int later, int somebodyElse) {
  private static final int FEWEST_COUNTED = 5;

  public static GroupAnswer of(Collection<Decision> decisions) {
    int now = 0;
    int later = 0;
    int elsewhere = 0;
    for (Decision d : decisions) {
      if (d instanceof Decision.Deliver || d instanceof Decision.Silence) now++;
      else if (d instanceof Decision.Route) elsewhere++;
      else later++;
    }
    return new GroupAnswer(decisions.size(), now, later, elsewhere);
  }

  /** Such as {@code 9 now, 3 later}; of few recipients only the words. */
  public String text() {
    List<String> words = new ArrayList<>();
    add(words, now, "now");
    add(words, later, "later");
    add(words, somebodyElse, "somebody else");
    return String.join(", ", words);
  }

  private void add(List<String> words, int count, String word) {
    if (count > 0) words.add(recipients < FEWEST_COUNTED ? word : count + " " + word);
  }
}
