package org.feierabend.channels.http;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.feierabend.decision.Sentence;
import org.feierabend.measure.Effect;
import org.feierabend.measure.Measure;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.Totals;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.report.BeforeAfter;
import org.feierabend.report.Change;

/** Measures on the wire. Amounts are texts, so that no reader rounds them. */
final class MeasureViews {
  private MeasureViews() {}

  record Resolution(LocalDate date, String number) {}

  /**
   * @param scope absent: it acts on everybody
   */
  record Plan(
      Sentence title,
      String horizon,
      UnitView owner,
      UnitView scope,
      LocalDate due,
      String indicator,
      String staffDays,
      String euros,
      Resolution resolution) {
    static Plan of(MeasurePlan p, Function<UnitId, Sentence> names) {
      return new Plan(
          p.title(),
          p.horizon().name(),
          unit(p.owner(), names),
          p.scope().map(u -> unit(u, names)).orElse(null),
          p.due(),
          p.indicator().key(),
          p.staffDays().toPlainString(),
          p.euros().toPlainString(),
          p.resolution().map(r -> new Resolution(r.date(), r.number())).orElse(null));
    }

    private static UnitView unit(UnitId id, Function<UnitId, Sentence> names) {
      return new UnitView(id.value(), names.apply(id));
    }
  }

  /**
   * @param plan absent: to give it up
   */
  record Proposal(String by, Plan plan) {}

  /**
   * @param plan what both agreed to; absent before they did
   * @param proposal what waits for the other side
   */
  record One(
      UUID id,
      String state,
      Plan plan,
      Proposal proposal,
      LocalDate begun,
      LocalDate done,
      String changed,
      long version)
      implements View {
    static One of(Measure m, Function<UnitId, Sentence> names, ZoneId zone) {
      return new One(
          m.id(),
          m.state().name(),
          m.agreed().map(p -> Plan.of(p, names)).orElse(null),
          m.proposal()
              .map(
                  p ->
                      new Proposal(
                          p.by().key(), p.plan().map(plan -> Plan.of(plan, names)).orElse(null)))
              .orElse(null),
          m.begun().orElse(null),
          m.done().orElse(null),
          Json.at(m.changed(), zone),
          m.version());
    }
  }

  record Sum(int measures, String staffDays, String euros) {
    static Sum of(Totals.Sum s) {
      return new Sum(s.measures(), s.staffDays().toPlainString(), s.euros().toPlainString());
    }
  }

  record Total(String horizon, Sum agreed, Sum proposed) {
    static Total of(Totals t) {
      return new Total(t.horizon().name(), Sum.of(t.agreed()), Sum.of(t.proposed()));
    }
  }

  /**
   * @param side whose log-in this is: hr or council
   */
  record All(String side, List<One> measures, List<Total> totals) implements View {
    static All of(
        Role side, List<Measure> measures, Function<UnitId, Sentence> names, ZoneId zone) {
      return new All(
          side.key(),
          measures.stream().map(m -> One.of(m, names, zone)).toList(),
          Totals.of(measures).stream().map(Total::of).toList());
    }
  }

  /**
   * One indicator before and after.
   *
   * @param change higher, lower, not-proven or nothing-to-compare
   * @param significant whether the difference is more than chance
   */
  record Comparison(
      FigureView before, FigureView after, String change, boolean significant, Sentence sentence) {
    static Comparison of(Measure m, BeforeAfter c) {
      return new Comparison(
          FigureView.of(m.plan().indicator(), List.of(c.before())),
          FigureView.of(m.plan().indicator(), List.of(c.after())),
          c.change().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          c.change() == Change.HIGHER || c.change() == Change.LOWER,
          c.sentence());
    }
  }

  /**
   * @param comparison absent before the measure began
   * @param trend the released averages, oldest first
   */
  record Trend(UUID id, LocalDate begun, LocalDate done, Comparison comparison, FigureView trend)
      implements View {
    static Trend of(Measure m, Effect effect) {
      return new Trend(
          m.id(),
          m.begun().orElse(null),
          m.done().orElse(null),
          effect.comparison().map(c -> Comparison.of(m, c)).orElse(null),
          FigureView.of(m.plan().indicator(), effect.trend()));
    }
  }
}
