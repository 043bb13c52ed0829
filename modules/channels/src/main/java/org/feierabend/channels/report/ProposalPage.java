package org.feierabend.channels.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.Comments.Comment;
import org.feierabend.edition.Proposed;
import org.feierabend.policy.PolicyTrials.Difference;
import org.feierabend.policy.PolicyWords;
import org.feierabend.signature.Matter;

/**
 * A proposed edition to be shown outside, to an association or another city: what it changes, the
 * document in words and as it is, the one before, and what employees said, names left out.
 */
public record ProposalPage(
    String employer,
    Proposed proposed,
    String before,
    String text,
    List<PolicyWords> words,
    Difference difference,
    List<Comment> comments,
    Language language) {

  public byte[] html() {
    return page().getBytes(StandardCharsets.UTF_8);
  }

  public byte[] pdf() {
    return ReportPdf.of(page(), LocalDate.ofInstant(proposed.proposal().at(), ZoneOffset.UTC));
  }

  /**
   * What it changes, a sentence a line, then one comment a line with its answer; for whoever
   * answers, so named ones keep their name.
   */
  public byte[] csv() {
    StringBuilder out = new StringBuilder("kind,id,on,by,text,answer\r\n");
    for (Sentence s : difference.parameters()) out.append(line("parameter", s));
    for (Sentence s : difference.decisions()) out.append(line("decision", s));
    for (Comment c : comments)
      out.append(
          String.join(
                  ",",
                  "comment",
                  c.id().toString(),
                  c.on().toString(),
                  quoted(c.by().map(PersonId::value).orElse("")),
                  quoted(c.text()),
                  quoted(proposed.answers().getOrDefault(c.id().toString(), "")))
              + "\r\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String line(String kind, Sentence sentence) {
    return "%s,,,,%s,\r\n".formatted(kind, quoted(sentence.in(language)));
  }

  /** A cell that begins like a formula is none. */
  private static String quoted(String text) {
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private String page() {
    ReportWords words = new ReportWords(language);
    String title =
        words
            .say("Dienstvereinbarung, Fassung %d", "Service agreement, edition %d")
            .formatted(proposed.edition().number());
    String full = title + " – " + employer;
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n<html lang=\"" + words.code() + "\"><head>")
        .raw("<meta charset=\"utf-8\"/>")
        .raw("<meta name=\"description\" content=\"" + Markup.escaped(full) + "\"/>")
        .raw("<meta name=\"subject\" content=\"" + Markup.escaped(full) + "\"/>")
        .raw("<meta name=\"author\" content=\"Feierabend\"/>")
        .text("title", full)
        .raw("<style>" + ReportHtml.style(words) + "</style></head>\n<body>\n")
        .text("p class=\"employer\"", employer)
        .text("h1", title)
        .text("p class=\"lead\"", lead(words))
        .text("p class=\"guarantee\"", state(words));
    facts(page, words);
    list(page, words.say("Was sich ändert", "What changes"), difference.parameters());
    list(
        page,
        words.say(
            "Was das für Nachrichten, Anrufe und Termine heißt",
            "What it means for messages, calls and meetings"),
        difference.decisions());
    comments(page, words);
    whole(page, words);
    annex(page, words.say("Anhang: das Dokument", "Annex: the document"), text);
    if (!before.isBlank())
      annex(page, words.say("Anhang: die Fassung davor", "Annex: the edition before"), before);
    return page.raw("</body></html>\n").toString();
  }

  private static String lead(ReportWords words) {
    return words.say(
        "Was zwischen Dienststelle und Personalrat vorgeschlagen ist, was es ändert, und was Beschäftigte dazu gesagt haben; zum Zeigen, auch außer Haus.",
        "What is proposed between employer and works council, what it changes, and what employees said of it; to be shown, outside the house too.");
  }

  private String state(ReportWords words) {
    if (proposed.approved())
      return words
          .say("Unterschrieben von beiden Seiten am %s.", "Signed by both sides on %s.")
          .formatted(words.day(day(proposed.word().orElseThrow().at())));
    return proposed
        .rejection()
        .map(Matter.Rejection::reason)
        .map(reason -> words.say("Abgelehnt: ", "Rejected: ") + reason)
        .orElse(
            words.say(
                "Noch nicht von beiden Seiten unterschrieben; gilt nicht.",
                "Not signed by both sides yet; it does not hold."));
  }

  private void facts(Markup page, ReportWords words) {
    page.raw("<table class=\"facts\"><tbody>\n");
    fact(
        page,
        words.say("Vorgeschlagen am", "Proposed on"),
        words.day(day(proposed.proposal().at())));
    proposed
        .consultation()
        .ifPresent(
            last -> fact(page, words.say("Anhörung bis", "Consultation until"), words.day(last)));
    fact(page, words.say("Soll gelten ab", "To hold from"), words.day(proposed.edition().from()));
    fact(
        page,
        words.say("Prüfsumme des Dokuments", "Checksum of the document"),
        proposed.edition().document().replaceAll("(.{8})(?=.)", "$1 "));
    page.raw("</tbody></table>\n");
  }

  private static void fact(Markup page, String name, String value) {
    page.raw("<tr>").text("th scope=\"row\"", name).text("td", value).raw("</tr>\n");
  }

  private void comments(Markup page, ReportWords words) {
    page.text("h2", words.say("Anmerkungen der Beschäftigten", "Comments of employees"));
    if (comments.isEmpty()) page.text("p", words.say("Keine.", "None."));
    for (Comment c : comments) {
      page.raw("<div class=\"comment\">")
          .text("p class=\"when\"", words.day(c.on()))
          .text("p", c.text());
      String answer = proposed.answers().get(c.id().toString());
      if (answer != null)
        page.text("p class=\"answer\"", words.say("Antwort: ", "Answer: ") + answer);
      page.raw("</div>\n");
    }
  }

  /** By the rules of today it may not be readable; the annex has it all the same. */
  private void whole(Markup page, ReportWords said) {
    if (words.isEmpty()) return;
    page.text("h2", said.say("Die ganze Fassung in Worten", "The whole edition in words"));
    for (PolicyWords chapter : words) {
      page.text("h3", said.say(chapter.title())).raw("<table class=\"facts\"><tbody>\n");
      for (PolicyWords.Line line : chapter.lines())
        fact(page, said.say(line.title()), said.say(line.value()));
      page.raw("</tbody></table>\n");
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private void list(Markup page, String heading, List<Sentence> sentences) {
    if (sentences.isEmpty()) return;
    page.text("h2", heading).raw("<ul>");
    for (Sentence s : sentences) page.text("li", s.in(language));
    page.raw("</ul>\n");
  }

  private static void annex(Markup page, String heading, String text) {
    page.text("h2 class=\"annex\"", heading).text("pre", text);
  }
}
