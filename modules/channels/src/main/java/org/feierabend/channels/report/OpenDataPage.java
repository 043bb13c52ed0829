package org.feierabend.channels.report;

import java.util.List;
import org.feierabend.decision.Language;
import org.feierabend.policy.OpenData;
import org.feierabend.report.Report;

/** What is in the bundle, what may be concluded, and what commercial reuse means. */
final class OpenDataPage {
  private OpenDataPage() {}

  static String of(int year, Report report, OpenData terms, Language language) {
    ReportWords words = new ReportWords(language);
    String title =
        words.say("Offene Daten %d – %s", "Open data %d – %s").formatted(year, report.employer());
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n<html lang=\"" + words.code() + "\"><head>")
        .raw("<meta charset=\"utf-8\"/>")
        .text("title", title)
        .raw("</head>\n<body>\n")
        .text("h1", title);
    page.text(
        "p",
        words.say(
            "figures.csv enthält das Jahr und seine Quartale, dictionary.csv sagt, was jede Spalte bedeutet, dcat-ap-de.jsonld beschreibt den Datensatz für Datenportale.",
            "figures.csv holds the year and its quarters, dictionary.csv says what each column means, dcat-ap-de.jsonld describes the data set for data portals."));
    section(
        page,
        words.say("Was man daraus schließen darf", "What may be concluded"),
        List.of(
            words.say(
                "Jede Zahl ist ein Bereich. Unterschiede innerhalb der Bereiche können Zufall sein und belegen nichts.",
                "Every number is a range. Differences within the ranges may be chance and prove nothing."),
            words.say(
                "Nicht geschlossen werden darf auf einzelne Personen, auf Leistung oder auf Ursachen.",
                "Nothing may be concluded about single persons, about performance or about causes."),
            words.say(
                "Ein Vergleich mit anderen Häusern vergleicht auch deren Vereinbarungen und Zählweise.",
                "A comparison with other employers also compares their agreements and ways of counting.")));
    section(
        page,
        words.say("Was gewerbliche Nutzung bedeutet", "What commercial reuse means"),
        List.of(
            words
                .say(
                    "Die Lizenz ist %s (%s). Sie erlaubt jede Nutzung, auch gewerbliche: kopieren, verändern, mit anderen Daten verbinden, in Produkten verkaufen.",
                    "The licence is %s (%s). It allows any use, commercial use included: copying, changing, joining with other data, selling within products.")
                .formatted(terms.licence().key(), terms.licence().uri()),
            terms.licence().attribution()
                ? words
                    .say(
                        "Bedingung ist, die Quelle zu nennen: %s. Veränderungen sind als solche zu kennzeichnen.",
                        "The condition is to name the source: %s. Changes are to be marked as such.")
                    .formatted(terms.publisher())
                : words.say(
                    "Bedingungen gibt es keine; eine Nennung der Quelle ist freundlich.",
                    "There are no conditions; naming the source is kind."),
            words.say(
                "Zurückholen lässt sich das nicht: Wer die Daten einmal hat, darf sie behalten. Deshalb verlassen sie das Haus erst, wenn Personalamt und Personalrat genau diesen Dateien zugestimmt haben.",
                "It cannot be taken back: whoever has the data may keep them. That is why they leave the house only when personnel office and works council have agreed to exactly these files."),
            words.say(
                "Auch wer sie mit anderen Daten verbindet, erfährt über keine Person mehr als der Zufall zulässt; das ist bewiesen und gilt gegen jedes Vorwissen.",
                "Even joined with other data they tell about no person more than the added chance allows; that is proven and holds against any prior knowledge.")));
    page.text("p", words.say("Ansprechstelle: ", "Contact: ") + terms.contact());
    return page.raw("</body></html>\n").toString();
  }

  private static void section(Markup page, String heading, List<String> lines) {
    page.text("h2", heading).raw("<ul>");
    for (String line : lines) page.text("li", line);
    page.raw("</ul>\n");
  }
}
