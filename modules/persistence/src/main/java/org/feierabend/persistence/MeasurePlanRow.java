package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.feierabend.decision.Sentence;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.MeasurePlan.Horizon;
import org.feierabend.measure.Resolution;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;

/** One plan of a measure, agreed or proposed, as a row. */
final class MeasurePlanRow {
  private static final List<String> COLUMNS =
      List.of(
          "title_de",
          "title_en",
          "horizon",
          "owner",
          "scope",
          "due",
          "indicator",
          "staff_days",
          "euros",
          "resolution_date",
          "resolution_number");
  static final int SIZE = COLUMNS.size();

  private MeasurePlanRow() {}

  static String columns(String alias) {
    return COLUMNS.stream().map(c -> alias + "." + c).collect(Collectors.joining(", "));
  }

  /**
   * @param proposer the side, for a proposal
   * @param plan empty: to give the measure up
   */
  static void insert(
      Connection c,
      Employer employer,
      UUID measure,
      String standing,
      String proposer,
      Optional<MeasurePlan> plan)
      throws SQLException {
    Optional<Resolution> resolution = plan.flatMap(MeasurePlan::resolution);
    Sql.update(
        c,
        "INSERT INTO measure_plan (employer, measure, standing, proposer, "
            + String.join(", ", COLUMNS)
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?::numeric, ?::numeric, ?::date, ?)",
        employer.no(),
        measure,
        standing,
        proposer,
        plan.map(p -> p.title().de()).orElse(null),
        plan.map(p -> p.title().en()).orElse(null),
        plan.map(p -> p.horizon().name()).orElse(null),
        plan.map(p -> p.owner().value()).orElse(null),
        plan.flatMap(MeasurePlan::scope).map(UnitId::value).orElse(null),
        plan.map(MeasurePlan::due).orElse(null),
        plan.map(p -> p.indicator().key()).orElse(null),
        plan.map(MeasurePlan::staffDays).orElse(null),
        plan.map(MeasurePlan::euros).orElse(null),
        resolution.map(Resolution::date).orElse(null),
        resolution.map(Resolution::number).orElse(null));
  }

  /**
   * @param first number of the first of the {@link #columns}
   */
  static Optional<MeasurePlan> read(ResultSet r, int first) throws SQLException {
    String title = r.getString(first);
    if (title == null) return Optional.empty();
    LocalDate decided = r.getObject(first + 9, LocalDate.class);
    String indicator = r.getString(first + 6);
    return Optional.of(
        new MeasurePlan(
            new Sentence(title, r.getString(first + 1)),
            Horizon.valueOf(r.getString(first + 2)),
            new UnitId(r.getString(first + 3)),
            Optional.ofNullable(r.getString(first + 4)).map(UnitId::new),
            r.getObject(first + 5, LocalDate.class),
            Indicator.byKey(indicator)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "A measure is about the indicator '%s', which this version does not know."
                                .formatted(indicator))),
            r.getBigDecimal(first + 7),
            r.getBigDecimal(first + 8),
            decided == null
                ? Optional.empty()
                : Optional.of(new Resolution(decided, r.getString(first + 10)))));
  }
}
