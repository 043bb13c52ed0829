package org.feierabend.launcher.replay;

import java.util.Locale;

/** How a person of a file is called: a number, in a form that no other text can be mistaken for. */
public interface PersonIds {
  String of(int number);

  /**
   * Ids of a replay, such as {@code replay-7f3a-person-000017-unmistakable}.
   *
   * @param mark tells one replay from another
   */
  static PersonIds unmistakable(String mark) {
    return number -> String.format(Locale.ROOT, "replay-%s-person-%06d-unmistakable", mark, number);
  }
}
