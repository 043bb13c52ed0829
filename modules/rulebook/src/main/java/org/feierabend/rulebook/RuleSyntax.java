package org.feierabend.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One rule as {@link RuleReader} understood it. Drools compiles what is printed from here and never
 * the file itself: what the reader did not understand cannot run.
 *
 * @param line of its first word, counted from 1
 */
record RuleSyntax(int line, RuleText text, List<Pattern> when, Call then) {
  /** One fact, and what must hold of it: all of the constraints. */
  record Pattern(String fact, List<Constraint> constraints) {
    @Override
    public String toString() {
      return constraints.stream()
          .map(Constraint::toString)
          .collect(Collectors.joining(", ", fact + "( ", " )"));
    }
  }

  sealed interface Constraint {}

  /** A property that is yes. */
  record Holds(String property) implements Constraint {
    @Override
    public String toString() {
      return property;
    }
  }

  record Not(Constraint what) implements Constraint {
    @Override
    public String toString() {
      return "!" + what;
    }
  }

  /** A property is, or is not, one word: of an enum, or a text in quotation marks. */
  record Is(String property, boolean equal, String word) implements Constraint {
    @Override
    public String toString() {
      return property + (equal ? " == " : " != ") + word;
    }
  }

  record OneOf(String property, List<String> words) implements Constraint {
    @Override
    public String toString() {
      return property + " in ( " + String.join(", ", words) + " )";
    }
  }

  /** {@code &&} or {@code ||} between two or more. */
  record Joined(String by, List<Constraint> parts) implements Constraint {
    @Override
    public String toString() {
      return parts.stream()
          .map(Constraint::toString)
          .collect(Collectors.joining(" " + by + " ", "(", ")"));
    }
  }

  /**
   * The one thing the rule says.
   *
   * @param word what stands in the brackets, or nothing
   */
  record Call(String speaker, String saying, String word) {
    @Override
    public String toString() {
      return "%s.%s(%s);".formatted(speaker, saying, word);
    }
  }

  String drl() {
    return """
        rule "%s"
          @id("%s") @basis("%s") @rests_on("%s")
          @de("%s")
          @en("%s")
          @leicht("%s")
        when
        %s
        then
          %s
        end
        """
        .formatted(
            text.name(),
            text.id(),
            text.basis(),
            text.restsOn().name().toLowerCase(java.util.Locale.ROOT),
            text.sentence().de(),
            text.sentence().en(),
            text.leicht(),
            when.stream().map(p -> "  " + p).collect(Collectors.joining("\n")),
            then);
  }
}
