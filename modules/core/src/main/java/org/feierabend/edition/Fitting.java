package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.feierabend.decision.DayWords;
import org.feierabend.edition.Comments.Comment;
import org.feierabend.people.Role;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signatures.Refused;

/** Whether a declaration fits what was declared before. */
record Fitting(Life life, LocalDate today, Period notice, Instant now) {
  /**
   * @param document fails where a proposal's document cannot be read
   */
  void check(
      Declaration said,
      Consumer<Matter.Proposal> document,
      Function<String, List<Comment>> comments) {
    Matter matter = said.matter();
    if (matter instanceof Matter.Proposal p) {
      proposal(p);
      document.accept(p);
    } else if (matter instanceof Matter.Approval a) {
      approval(a);
      List<Comment> made = comments.apply(a.edition().hash(said.employer()));
      made(made, a.answers());
      answered(made, a.answers());
    } else if (matter instanceof Matter.Rejection r) {
      waiting(r.edition());
      List<Comment> made = comments.apply(r.edition());
      made(made, r.answers());
      if (said.side() == Role.COUNCIL) answered(made, r.answers());
    } else if (matter instanceof Matter.Suspension || matter instanceof Matter.Resumption)
      suspension(said.side(), matter instanceof Matter.Resumption);
    else if (matter instanceof Matter.Termination t) termination(t);
    else if (matter instanceof Matter.Attachment a) attachment(a);
  }

  private void proposal(Matter.Proposal p) {
    Edition e = p.edition();
    if (life.proposals().stream().anyMatch(known -> known.word().isEmpty()))
      throw unfit(
          "Ein Vorschlag wartet schon; erst wird er unterschrieben, abgelehnt oder zurückgenommen.",
          "A proposal waits already; it is signed, rejected or taken back first.");
    if (life.proposals().stream().anyMatch(known -> known.edition().equals(e)))
      throw unfit(
          "Genau diese Fassung wurde schon vorgeschlagen; ein anderer Beginn macht eine andere daraus.",
          "Exactly this edition was proposed before; another date makes it another.");
    int number = life.agreed().size() + 1;
    if (e.number() != number || !e.previous().equals(life.head()))
      throw unfit(
          "Die nächste Fassung hat die Nummer %d und nennt die davor; diese nennt %d."
              .formatted(number, e.number()),
          "The next edition has the number %d and names the one before; this says %d."
              .formatted(number, e.number()));
    if (e.from().isBefore(today)
        || life.last().map(l -> !e.from().isAfter(l.edition().from())).orElse(false))
      throw unfit(
          "Eine Fassung gilt frühestens ab heute und nach Beginn der vorigen, nicht ab %s."
              .formatted(de(e.from())),
          "An edition takes force today at the earliest and after the one before, not on %s."
              .formatted(en(e.from())));
    consultation(p, life.consultationDays(now));
    if (p.consultation().map(day -> day.isBefore(today) || !day.isBefore(e.from())).orElse(false))
      throw unfit(
          "Die Anhörung endet zwischen heute und dem Tag vor %s, nicht am %s."
              .formatted(de(e.from()), de(p.consultation().orElseThrow())),
          "The consultation ends between today and the day before %s, not on %s."
              .formatted(en(e.from()), en(p.consultation().orElseThrow())));
  }

  private void consultation(Matter.Proposal p, int days) {
    LocalDate earliest = today.plusDays(days);
    if (days == 0 || p.consultation().map(day -> !day.isBefore(earliest)).orElse(false)) return;
    throw unfit(
        "Nach der geltenden Fassung dauert die Anhörung mindestens %d Tage: Sie endet frühestens am %s, der Vorschlag nennt %s. Die neue Fassung gilt erst danach."
            .formatted(days, de(earliest), p.consultation().map(Fitting::de).orElse("–")),
        "By the edition in force a consultation takes %d days at least: it ends on %s at the earliest, but the proposal says %s. The new edition takes force after that."
            .formatted(days, en(earliest), p.consultation().map(Fitting::en).orElse("–")));
  }

  private void approval(Matter.Approval a) {
    Proposed proposed =
        life.proposals().stream()
            .filter(p -> p.word().isEmpty() && p.edition().equals(a.edition()))
            .findFirst()
            .orElseThrow(Fitting::nothingWaits);
    if (proposed.consultation().map(day -> !today.isAfter(day)).orElse(false))
      throw unfit(
          "Die Anhörung läuft noch bis %s; unterschrieben wird danach."
              .formatted(de(proposed.consultation().orElseThrow())),
          "The consultation runs until %s; it is signed after that."
              .formatted(en(proposed.consultation().orElseThrow())));
  }

  private void waiting(String edition) {
    if (life.proposals().stream().noneMatch(p -> p.word().isEmpty() && p.hash().equals(edition)))
      throw nothingWaits();
  }

  private static void made(List<Comment> comments, Map<String, String> answers) {
    List<String> known = comments.stream().map(c -> c.id().toString()).toList();
    for (String id : answers.keySet())
      if (!known.contains(id))
        throw new Refused(
            Refused.Kind.WRONG,
            "Eine Anmerkung „%s“ gibt es zu dieser Fassung nicht; beantwortet werden die, die bei ihr stehen."
                .formatted(id),
            "There is no comment '%s' on this edition; please answer those that stand with it."
                .formatted(id));
  }

  private static void answered(List<Comment> comments, Map<String, String> answers) {
    long open = comments.stream().filter(c -> !answers.containsKey(c.id().toString())).count();
    if (open > 0)
      throw unfit(
          "%d Anmerkungen haben noch keine Antwort; mit der Unterschrift bekommt jede eine."
              .formatted(open),
          "%d comments have no answer yet; each gets one with the signature.".formatted(open));
  }

  private void suspension(Role side, boolean lifting) {
    if (life.at(now).suspended().contains(side) != lifting)
      throw lifting
          ? unfit(
              "Diese Seite hat nichts ausgesetzt; aufheben kann es nur, wer ausgesetzt hat.",
              "This side has suspended nothing; only who suspended can lift it.")
          : unfit(
              "Diese Seite hat Berichte und Hinweise schon ausgesetzt.",
              "This side has suspended reports and alerts already.");
  }

  private void termination(Matter.Termination t) {
    AgreedEdition agreed = agreed(t.edition());
    LocalDate earliest = today.plus(notice);
    if (t.ends().isBefore(earliest))
      throw unfit(
          "Die Kündigungsfrist läuft; die Vereinbarung endet frühestens am %s, nicht am %s."
              .formatted(de(earliest), de(t.ends())),
          "Notice has to run; the agreement ends on %s at the earliest, not on %s."
              .formatted(en(earliest), en(t.ends())));
    if (agreed.ends().map(end -> !t.ends().isBefore(end)).orElse(false))
      throw unfit(
          "Sie endet schon am %s.".formatted(de(agreed.ends().orElseThrow())),
          "It ends on %s already.".formatted(en(agreed.ends().orElseThrow())));
  }

  private void attachment(Matter.Attachment a) {
    agreed(a.edition());
    if (a.resolved().isAfter(today))
      throw new Refused(
          Refused.Kind.WRONG,
          "Ein Beschluss vom %s liegt noch vor uns („resolved“); bitte den Tag nennen, an dem beschlossen wurde."
              .formatted(de(a.resolved())),
          "A resolution of %s is still to come ('resolved'); please name the day it was passed."
              .formatted(en(a.resolved())));
  }

  private AgreedEdition agreed(String edition) {
    return life.agreed(edition)
        .orElseThrow(
            () ->
                unfit(
                    "Diese Fassung haben nicht beide Seiten unterschrieben.",
                    "This edition is not signed by both sides."));
  }

  private static String de(LocalDate day) {
    return DayWords.of(day).de();
  }

  private static String en(LocalDate day) {
    return DayWords.of(day).en();
  }

  private static Refused nothingWaits() {
    return unfit(
        "Ein solcher Vorschlag wartet nicht auf eine Unterschrift.",
        "No such proposal waits for a signature.");
  }

  private static Refused unfit(String de, String en) {
    return new Refused(Refused.Kind.UNFIT, de, en);
  }
}
