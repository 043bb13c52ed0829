package org.feierabend.rulebook;

import org.feierabend.decision.Sentence;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What the parser of YAML refuses, in sentences for whoever wrote the text. */
final class NoYaml {
  private static final int LONGEST = 80;

  private NoYaml() {}

  static Unreadable in(String place, String text, YAMLException why) {
    if (!(why instanceof MarkedYAMLException marked) || marked.getProblemMark() == null)
      return new Unreadable(
          place,
          1,
          new Sentence(
              "Das ist kein YAML. Der YAML-Leser sagt: " + firstLine(why),
              "This is no YAML. The YAML reader says: " + firstLine(why)));
    Mark at = marked.getProblemMark();
    int line = at.getLine() + 1;
    int column = at.getColumn() + 1;
    String there = line(text, at.getLine());
    return new Unreadable(
        place,
        line,
        new Sentence(
            "ab Spalte %d ist das kein YAML: „%s“. Bitte hier und in der Zeile davor nachsehen: Einrückung (nur Leerzeichen), ein Leerzeichen nach dem Doppelpunkt, geschlossene Anführungszeichen und Klammern. Der YAML-Leser sagt: %s"
                .formatted(column, there, marked.getProblem()),
            "this is no YAML from column %d on: '%s'. Please look here and in the line before: indentation (blanks alone), a blank after the colon, closed quotation marks and brackets. The YAML reader says: %s"
                .formatted(column, there, marked.getProblem())));
  }

  private static String firstLine(YAMLException why) {
    return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
  }

  private static String line(String text, int number) {
    String line = text.lines().skip(number).findFirst().orElse("").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
