package org.feierabend.rulebook;

import java.util.List;
import org.feierabend.book.Book.DatedNumber;
import org.feierabend.book.Book.State;
import org.feierabend.decision.Sentence;

/** A pack as a line of the rule book. */
final class StateLine {
  private StateLine() {}

  static State of(Jurisdiction pack) {
    return new State(
        pack.code(),
        pack.name(),
        kind(pack.kind()),
        pack.basis().from().toString(),
        pack.noRest().isBlank() ? pack.basis().text() : pack.basis().text() + "; " + pack.noRest(),
        pack.rests().entrySet().stream()
            .flatMap(
                r ->
                    r.getValue().stream()
                        .map(
                            n ->
                                new DatedNumber(
                                    r.getKey(),
                                    r.getKey(),
                                    n.source().from().toString(),
                                    List.of(),
                                    List.of(n.value().toHours() + " h"),
                                    n.source().text())))
            .toList(),
        pack.thresholds().stream().map(StateLine::threshold).toList(),
        pack.exemptions().stream().map(e -> sourced(e.meaning(), e.source())).toList(),
        pack.rests().values().stream()
            .flatMap(List::stream)
            .flatMap(n -> n.doubt().stream().map(d -> n.source().text() + ": " + d))
            .toList());
  }

  private static Sentence threshold(Jurisdiction.Threshold t) {
    return sourced(
        new Sentence(
            "ab %d Beschäftigten: %s".formatted(t.employees(), t.meaning().de()),
            "from %d employees: %s".formatted(t.employees(), t.meaning().en())),
        t.source());
  }

  private static Sentence sourced(Sentence s, Jurisdiction.Source source) {
    String tail = " (%s, %s)".formatted(source.from(), source.text());
    return new Sentence(s.de() + tail, s.en() + tail);
  }

  private static Sentence kind(Jurisdiction.Kind kind) {
    return switch (kind) {
      case RIGHT -> new Sentence("Recht der Beschäftigten", "right of the employee");
      case DUTY_NOT_TO_CONTACT ->
          new Sentence("Pflicht, nicht zu kontaktieren", "duty not to contact");
      case POLICY_DUTY -> new Sentence("Pflicht zu einer Regelung", "duty to have a policy");
      case REST_ONLY -> new Sentence("nur Ruhezeiten", "rest alone");
    };
  }
}
