package org.feierabend.channels.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.measure.Effect;
import org.feierabend.measure.Measure;
import org.feierabend.measure.Measure.State;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.MeasurePlan.Horizon;
import org.feierabend.measure.Resolution;
import org.feierabend.measure.Totals;
import org.feierabend.people.UnitId;
import org.feierabend.report.Figure;

/**
 * The measures as a table for the city council (CSV, RFC 4180, UTF-8): one line each, then the sums
 * of every horizon. In German with semicolons, decimal commas and German dates, as a German
 * spreadsheet reads them.
 */
public final class MeasureTable {
  private static final int COLUMNS = 17;
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private final Language language;
  private final Function<UnitId, Sentence> units;

  /**
   * @param units the name of a unit
   */
  public MeasureTable(Language language, Function<UnitId, Sentence> units) {
    this.language = language;
    this.units = units;
  }

  /** A measure and what the releases say of it. */
  public record Line(Measure measure, Effect effect) {}

  public byte[] csv(List<Line> lines) {
    StringBuilder csv = new StringBuilder("\uFEFF"); // a spreadsheet reads umlauts only with it
    csv.append(line(head()));
    for (Line line : lines) csv.append(line(cells(line)));
    for (Totals t : Totals.of(lines.stream().map(Line::measure).toList())) {
      csv.append(line(sum(t.horizon(), true, t.agreed())));
      csv.append(line(sum(t.horizon(), false, t.proposed())));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String line(List<String> cells) {
    return ReportTable.csvLine(cells, language == Language.DE ? ';' : ',');
  }

  private List<String> head() {
    return List.of(
        say("Maßnahme", "Measure"),
        say("Horizont", "Horizon"),
        say("Stand", "State"),
        say("Zuständige Einheit", "Owner unit"),
        say("Wirkt auf", "Acts on"),
        say("Fällig", "Due"),
        say("Begonnen", "Began"),
        say("Fertig", "Done"),
        say("Personentage", "Staff days"),
        "Euro",
        say("Beschluss vom", "Decision of"),
        say("Beschluss", "Decision"),
        say("Indikator", "Indicator"),
        say("Vorher", "Before"),
        say("Nachher", "After"),
        say("Veränderung", "Change"),
        say("Lesart", "How to read it"));
  }

  private List<String> cells(Line line) {
    Measure m = line.measure;
    MeasurePlan p = m.plan();
    return List.of(
        p.title().in(language),
        word(p.horizon()),
        word(m.state()),
        units.apply(p.owner()).in(language),
        p.scope().map(u -> units.apply(u).in(language)).orElse(say("alle", "everybody")),
        day(p.due()),
        m.begun().map(this::day).orElse(""),
        m.done().map(this::day).orElse(""),
        amount(p.staffDays()),
        amount(p.euros()),
        p.resolution().map(r -> day(r.date())).orElse(""),
        p.resolution().map(Resolution::number).orElse(""),
        new ReportWords(language).indicator(p.indicator()),
        line.effect.comparison().map(c -> figure(c.before())).orElse(""),
        line.effect.comparison().map(c -> figure(c.after())).orElse(""),
        line.effect.comparison().map(c -> new ReportWords(language).change(c.change())).orElse(""),
        line.effect
            .comparison()
            .map(c -> c.sentence().in(language))
            .orElse(say("Noch nicht begonnen.", "Not begun yet.")));
  }

  /** With its 95 % interval; nothing where nothing may be shown. */
  private String figure(Figure figure) {
    if (!(figure instanceof Figure.Shown s)) return "";
    return "%s (%s–%s %%, %s–%s)"
        .formatted(
            s.text(),
            amount(s.low().stripTrailingZeros()),
            amount(s.high().stripTrailingZeros()),
            s.from(),
            s.to());
  }

  private List<String> sum(Horizon horizon, boolean agreed, Totals.Sum sum) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                (agreed
                        ? say("Summe vereinbart: %d", "Sum agreed: %d")
                        : say("Summe vorgeschlagen: %d", "Sum proposed: %d"))
                    .formatted(sum.measures()),
                word(horizon),
                "",
                "",
                "",
                "",
                "",
                "",
                amount(sum.staffDays()),
                amount(sum.euros())));
    while (cells.size() < COLUMNS) cells.add("");
    return cells;
  }

  private String word(Horizon horizon) {
    return switch (horizon) {
      case SHORT -> say("kurzfristig", "short");
      case MIDDLE -> say("mittelfristig", "middle");
      case LONG -> say("langfristig", "long");
    };
  }

  private String word(State state) {
    return switch (state) {
      case PROPOSED -> say("vorgeschlagen", "proposed");
      case AGREED -> say("vereinbart", "agreed");
      case RUNNING -> say("läuft", "running");
      case DONE -> say("fertig", "done");
      case DROPPED -> say("aufgegeben", "dropped");
    };
  }

  private String amount(BigDecimal value) {
    return language == Language.DE
        ? value.toPlainString().replace('.', ',')
        : value.toPlainString();
  }

  private String day(LocalDate day) {
    return language == Language.DE ? GERMAN.format(day) : day.toString();
  }

  private String say(String de, String en) {
    return language == Language.DE ? de : en;
  }

  /** Such as {@code feierabend-massnahmen-de.csv}. */
  public String fileName() {
    return say("feierabend-massnahmen-de.csv", "feierabend-measures-en.csv");
  }
}
