package org.feierabend.channels.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.report.Figure;
import org.feierabend.report.Indicator;
import org.feierabend.report.Report;
import org.feierabend.report.WeekWords;

/**
 * A report as one XHTML page: for the browser, and for the PDF that is made of it. Charts are drawn
 * in the table that holds their numbers, so who cannot see them misses nothing.
 */
final class ReportHtml {
  private final Report report;
  private final ReportWords words;
  private final Markup page = new Markup();

  private ReportHtml(Report report, Language language) {
    this.report = report;
    this.words = new ReportWords(language);
  }

  static String of(Report report, Language language) {
    return new ReportHtml(report, language).page();
  }

  static String title(Report report, Language language) {
    return "%s – %s".formatted(heading(report, new ReportWords(language)), report.employer());
  }

  private static String heading(Report report, ReportWords words) {
    return words.kind(report.period().kind()) + " " + words.period(report.period());
  }

  private String page() {
    String title = heading(report, words);
    String full = title + " – " + report.employer();
    page.raw("<!DOCTYPE html>\n<html lang=\"" + words.code() + "\"><head>")
        .raw("<meta charset=\"utf-8\"/>")
        .raw("<meta name=\"description\" content=\"" + Markup.escaped(full) + "\"/>")
        .raw("<meta name=\"subject\" content=\"" + Markup.escaped(full) + "\"/>")
        .raw("<meta name=\"author\" content=\"Feierabend\"/>")
        .text("title", full)
        .raw("<style>" + style(words) + "</style></head>\n<body>\n");
    page.text("p class=\"employer\"", report.employer());
    page.text("h1", title);
    String weeks = words.say(WeekWords.of(report.period().from(), report.period().to()));
    page.text(
        "p class=\"lead\"",
        words
            .say(
                "Bei wie vielen Beschäftigten die freie Zeit gestört wurde: %s. Veröffentlicht sind %d von %d Wochen.",
                "How many employees had their free time disturbed: %s. %d of %d weeks are released.")
            .formatted(weeks, report.weeks().size(), report.weeksOfPeriod()));
    overview();
    notSeparate();
    if (report.newest().isPresent())
      for (int i = 0; i < report.newest().get().indicators().size(); i++) indicator(i);
    statement();
    new ReportMethod(report, words, page).write();
    return page.raw("</body></html>\n").toString();
  }

  private void overview() {
    page.text("h2", words.say("Das Wichtigste", "In short"));
    if (report.newest().isEmpty()) {
      page.text(
          "p",
          words.say(
              "In diesem Zeitraum ist keine Woche veröffentlicht; es gibt nichts zu berichten.",
              "No week of this period has been released; there is nothing to report."));
      return;
    }
    page.raw("<ul>");
    for (Report.Cell cell : report.rows().get(0).cells())
      page.text("li", words.say(cell.figure().sentence()) + comparison(cell));
    page.raw("</ul>\n");
  }

  private String comparison(Report.Cell cell) {
    if (!(cell.figure() instanceof Figure.Shown)) return "";
    return words.say(
        " Gegenüber den Wochen davor: %s; gegenüber dem Vorjahr: %s."
            .formatted(words.change(cell.sinceBefore()), words.change(cell.sinceYear())),
        " Against the weeks before: %s; against the year before: %s."
            .formatted(words.change(cell.sinceBefore()), words.change(cell.sinceYear())));
  }

  private void indicator(int index) {
    Indicator indicator = report.newest().orElseThrow().indicators().get(index);
    page.raw("<div class=\"indicator\">").text("h2", words.indicator(indicator));
    page.raw("<table class=\"units\">");
    page.text(
        "caption",
        words.say(
            "Anteil der Beschäftigten je Einheit; der Balken ist der 95-%-Bereich, die Skala reicht von 0 bis 100 %. Verglichen wird mit ebenso vielen Wochen unmittelbar davor und ein Jahr zuvor.",
            "Share of the staff of each unit; the bar is the 95 % interval on a scale from 0 to 100 %. Compared are as many weeks right before, and a year before."));
    page.raw("<thead><tr>");
    for (String head :
        List.of(
            words.say("Einheit", "Unit"),
            words.say("Personen", "People"),
            words.say("Anteil", "Share"),
            words.say("95-%-Bereich", "95 % interval"),
            words.say("Wochen davor", "Weeks before"),
            words.say("Vorjahr", "Year before")))
      page.text("th scope=\"col\" class=\"change\"", head);
    page.raw("</tr></thead>\n<tbody>");
    for (Report.Row row : report.rows()) row(row, row.cells().get(index));
    page.raw("</tbody></table>\n");
    trend(report.trend().get(indicator));
    page.raw("</div>\n");
  }

  private void row(Report.Row row, Report.Cell cell) {
    page.raw("<tr>")
        .text(
            "th scope=\"row\" class=\"d%d\"".formatted(Math.min(row.depth(), 4)),
            words.say(row.name()));
    page.text("td class=\"n\"", Integer.toString(row.headcount()));
    if (cell.figure() instanceof Figure.Shown shown) {
      page.text("td class=\"n\"", shown.text());
      page.raw("<td class=\"bar\">")
          .text("p", interval(shown))
          .raw(
              "<div class=\"scale\" style=\"padding-left:%s%%\"><div class=\"range\" style=\"width:%s%%\"></div></div></td>"
                  .formatted(shown.low(), ofTheRest(shown)));
      page.text("td class=\"change\"", words.mark(cell.sinceBefore()));
      page.text("td class=\"change\"", words.mark(cell.sinceYear()));
    } else page.text("td colspan=\"4\" class=\"why\"", words.say(cell.figure().sentence()));
    page.raw("</tr>\n");
  }

  private void trend(List<Figure.Shown> weeks) {
    if (weeks.size() < 2) return;
    page.text("h3", words.say("Verlauf, alle zusammen", "Over time, everybody together"));
    page.raw("<table class=\"trend\">");
    page.text(
        "caption",
        words.say(
            "Bereich je Woche in Prozent; die Höhe reicht von 0 (unten) bis 100 % (oben)",
            "Interval of each week in per cent; the height runs from 0 (bottom) to 100 % (top)"));
    page.raw("<thead><tr>");
    for (Figure.Shown week : weeks)
      page.text("th scope=\"col\"", words.say("KW ", "W") + week.to().week());
    page.raw("</tr></thead><tbody><tr>");
    for (Figure.Shown week : weeks) {
      BigDecimal top = BigDecimal.valueOf(100).subtract(week.high());
      page.raw("<td><div class=\"column\">")
          .raw(
              "<div class=\"range\" style=\"border-top:%spt solid #e6ebf0;height:%spt\"></div></div>"
                  .formatted(points(top), points(week.high().subtract(week.low()))))
          .text("p", "%s–%s".formatted(floor(week.low()), ceiling(week.high())))
          .raw("</td>");
    }
    page.raw("</tr></tbody></table>\n");
  }

  /** The range's width, of what is left of the scale above its lower end. */
  private static BigDecimal ofTheRest(Figure.Shown shown) {
    BigDecimal hundred = BigDecimal.valueOf(100);
    return shown
        .high()
        .subtract(shown.low())
        .multiply(hundred)
        .divide(hundred.subtract(shown.low()), 1, RoundingMode.HALF_UP);
  }

  /** A column is 60 points high. */
  private static String points(BigDecimal percent) {
    return percent.multiply(new BigDecimal("0.6")).setScale(1, RoundingMode.HALF_UP).toString();
  }

  private static String interval(Figure.Shown shown) {
    return "%s–%s %%".formatted(floor(shown.low()), ceiling(shown.high()));
  }

  private static String floor(BigDecimal percent) {
    return percent.setScale(0, RoundingMode.FLOOR).toPlainString();
  }

  private static String ceiling(BigDecimal percent) {
    return percent.setScale(0, RoundingMode.CEILING).toPlainString();
  }

  private void notSeparate() {
    if (report.notSeparate().isEmpty()) return;
    page.text("h2", words.say("Nicht gesondert ausgewiesen", "Not reported separately"));
    page.text(
        "p",
        words.say(
                "Zu klein oder mit anderen zusammengefasst, damit niemand erkennbar wird; im Ganzen sind sie mitgezählt: ",
                "Too small or merged with others so that nobody can be recognised; they count in the total: ")
            + String.join(", ", report.notSeparate().stream().map(words::say).toList())
            + ".");
  }

  private void statement() {
    page.raw("<div class=\"statement\">")
        .text(
            "h2",
            words.say("Zum Vorlesen in der Personalversammlung", "To be read to a staff assembly"));
    page.raw("<ol>");
    for (Sentence line : report.statement()) page.text("li", words.say(line));
    page.raw("</ol></div>\n");
  }

  static String style(ReportWords words) {
    try (InputStream css = ReportHtml.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@page-word@", words.say("Seite", "Page"))
          .replace("@of-word@", words.say("von", "of"));
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read.", e);
    }
  }
}
