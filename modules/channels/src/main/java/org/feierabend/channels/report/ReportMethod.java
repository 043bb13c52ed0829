package org.feierabend.channels.report;

import java.math.BigInteger;
import java.util.List;
import org.feierabend.report.Odometer;
import org.feierabend.report.PublishedRelease;
import org.feierabend.report.Rational;
import org.feierabend.report.Report;
import org.feierabend.report.WeekWords;

/** The last page: how the figures came to be, and what is guaranteed. */
final class ReportMethod {
  private static final double DELTA = 1e-6;

  private final Report report;
  private final ReportWords words;
  private final Markup page;

  ReportMethod(Report report, ReportWords words, Markup page) {
    this.report = report;
    this.words = words;
    this.page = page;
  }

  void write() {
    page.raw("<div class=\"method\">")
        .text("h2", words.say("Verfahren und Garantie", "Method and guarantee"));
    report.newest().ifPresent(this::guarantee);
    for (String paragraph : paragraphs()) page.text("p", paragraph);
    report.newest().ifPresent(this::facts);
    page.raw("</div>\n");
  }

  private void guarantee(PublishedRelease release) {
    Rational week = Odometer.rho(release.indicators().size(), release.sigma2());
    String epsilon = words.number(Epsilon.of(release.rhoYear(), DELTA), 1);
    String points = words.number(Epsilon.advantage(week) * 100, 1);
    page.text(
        "p class=\"guarantee\"",
        words.say(
            "rho = %s je Person und Jahr; epsilon = %s bei delta = 1e-6; wer alle anderen kennt, gewinnt aus einer Woche höchstens %s Prozentpunkte Vorteil über eine Person."
                .formatted(plain(release.rhoYear()), epsilon, points),
            "rho = %s per person and year; epsilon = %s at delta = 1e-6; an attacker who knows everybody else gains at most %s points of advantage from one week."
                .formatted(plain(release.rhoYear()), epsilon, points)));
  }

  private List<String> paragraphs() {
    return List.of(
        words.say(
            "Gezählt wird je Woche, bei wie vielen Personen einer Gruppe eine Schwelle erreicht wurde – nicht wie oft und nicht bei wem. Zu jeder Zahl wird vor der Veröffentlichung Zufall addiert (diskrete Normalverteilung). Danach werden Schlüssel und Zählungen der Woche vernichtet.",
            "Counted is, for each week, how many people of a group reached a threshold – not how often and not who. Chance is added to every number before it is released (discrete Gaussian). Then the key and the counts of the week are destroyed."),
        words.say(
            "Dieser Bericht rechnet allein mit veröffentlichten Wochen. Gezeigt wird nur, was auf 10 Prozentpunkte genau ist; kleinere Gruppen werden über mehr Wochen gemittelt oder zusammengefasst. Anteile unter 10 und über 90 Prozent werden nicht unterschieden.",
            "This report is arithmetic on released weeks alone. Only what is exact to 10 percentage points is shown; smaller groups are averaged over more weeks or merged. Shares below 10 and above 90 per cent are not told apart."),
        words.say(
            "„Höher“ und „niedriger“ stehen nur, wo der Unterschied größer ist, als der addierte Zufall in 95 von 100 Fällen erklärt. Wer viele Einheiten vergleicht, findet dennoch in einer von zwanzig einen Unterschied, den es nicht gibt.",
            "“Higher” and “lower” are said only where the difference is larger than what the added chance explains in 95 of 100 cases. Who compares many units will still find a difference in one of twenty that does not exist."),
        words.say(
            "Nicht geschlossen werden darf auf einzelne Personen, auf Leistung oder auf Ursachen.",
            "Nothing may be concluded about single persons, performance or causes."));
  }

  private void facts(PublishedRelease newest) {
    page.raw("<table class=\"facts\">")
        .text("caption", words.say("Kenngrößen zum Nachprüfen", "Values to check"));
    page.raw("<tbody>");
    fact(words.say("Kleinste Gruppe (k)", "Smallest group (k)"), "" + newest.plan().k());
    fact(
        words.say("Veröffentlichte Gruppen", "Released groups"),
        "" + newest.plan().blocks().size());
    fact(
        words.say("Varianz des Zufalls (sigma²)", "Variance of the noise (sigma²)"),
        plain(newest.sigma2()));
    fact(
        words.say("rho je Woche", "rho of a week"),
        plain(Odometer.rho(newest.indicators().size(), newest.sigma2())));
    fact(words.say("Wochen", "Weeks"), words.say(WeekWords.all(report.weeks())));
    fact(
        words.say("Regelwerk und Vereinbarung (SHA-256)", "Rules and agreement (SHA-256)"),
        shown(newest.edition()));
    fact(
        words.say("Letzte Zeile im Kontobuch (SHA-256)", "Last line of the ledger (SHA-256)"),
        shown(newest.hash()));
    page.raw("</tbody></table>\n");
  }

  private void fact(String name, String value) {
    page.raw("<tr>").text("th scope=\"row\"", name).text("td", value).raw("</tr>");
  }

  private static String plain(Rational value) {
    return value.den().equals(BigInteger.ONE) ? value.num().toString() : value.toString();
  }

  /** In groups of eight, so that it can be compared and wrapped. */
  private static String shown(String hash) {
    return hash.replaceAll("(.{8})(?=.)", "$1 ");
  }
}
