package org.feierabend.launcher.replay;

/** How a person of a file is called: a number, in a form that no other text can be mistaken for. */
public interface PersonIds {
  String of(int number);

  /**
   * Ids of a replay, such as {@code replay-7f3a-person-000017-unmistakable}.
   *
   * @param mark tells one replay from another
   */
  static PersonIds unmistakable(String mark) {
    return number -> "replay-" + mark + "-person-" + padded(number, 6) + "-unmistakable";
  }

  /** At least so many digits; String.format would cost more than all the rest of an event. */
  static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
