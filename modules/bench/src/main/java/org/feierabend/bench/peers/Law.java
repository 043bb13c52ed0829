package org.feierabend.bench.peers;

import static org.feierabend.decision.Cell.Shape.DEFER;
import static org.feierabend.decision.Cell.Shape.DELIVER;
import static org.feierabend.decision.Cell.Shape.ROUTE_DEPUTY;
import static org.feierabend.decision.Cell.Shape.SILENCE;

import java.util.function.Predicate;
import org.feierabend.decision.Cell.Shape;

/** The law as far as the benchmark's questions go; the first article that holds decides. */
enum Law {
  DOUBT("doubt", s -> !s.kind().known(), SILENCE),
  SELF("self", Situation::self, SILENCE),
  NOBODY_STANDS_IN("absent && !deputy", s -> s.kind().absent() && !s.kind().deputy(), SILENCE),
  ABSENT_TO_CITIZENS("absent && citizen", s -> s.kind().absent() && s.citizen(), SILENCE),
  ABSENT("absent", s -> s.kind().absent(), ROUTE_DEPUTY),
  ON_CALL("onCall && incident", s -> s.kind().onCall() && s.incident(), DELIVER),
  CITIZEN_ON_SUNDAY(
      "citizen && sunday && !(shift && sundayDuty)", s -> s.citizen() && s.sundayRest(), SILENCE),
  SUNDAY("sunday && !(shift && sundayDuty)", Situation::sundayRest, DEFER),
  CITIZEN_WHEN_FREE(
      "citizen && !shift && (tariffDay || dayOff || !window)",
      s -> s.citizen() && s.free(),
      SILENCE),
  FREE("!shift && (tariffDay || dayOff || !window)", Situation::free, DEFER),
  OPEN("true", s -> true, DELIVER);

  /** The condition as both CEL and Cedar write it. */
  final String text;

  final Predicate<Situation> holds;
  final Shape shape;

  Law(String text, Predicate<Situation> holds, Shape shape) {
    this.text = text;
    this.holds = holds;
    this.shape = shape;
  }
}
