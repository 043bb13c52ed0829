package org.feierabend.channels.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.AgreedEdition;
import org.feierabend.edition.Comments.Comment;
import org.feierabend.edition.Life;
import org.feierabend.edition.NextEdition;
import org.feierabend.edition.Proposed;
import org.feierabend.edition.Standing;
import org.feierabend.people.Role;
import org.feierabend.policy.PolicyWords;
import org.feierabend.signature.Declaration;

/** How editions of a policy look to those who read them. */
final class PolicyViews {
  private PolicyViews() {}

  /**
   * @param since or on which day
   */
  record Warning(String kind, String since) {}

  record Rejected(String by, String reason) {}

  /** The paper behind it, by its hash. */
  record Paper(String agreement, String resolved, String number) {}

  /**
   * @param previous the edition before, as named in what was signed
   * @param ends first day without it
   */
  record Row(
      String edition,
      int number,
      String previous,
      String document,
      String from,
      String state,
      String proposed,
      String consultation,
      String signed,
      String ends,
      Rejected rejected,
      List<Paper> papers) {
    static Row of(Life life, Proposed p, Instant now) {
      Optional<AgreedEdition> agreed = life.agreed(p.hash());
      return new Row(
          p.hash(),
          p.edition().number(),
          p.edition().previous(),
          p.edition().document(),
          p.edition().from().toString(),
          word(life.state(p, now)),
          p.proposal().at().toString(),
          p.consultation().map(Object::toString).orElse(null),
          p.approved() ? p.word().map(Declaration::at).map(Object::toString).orElse(null) : null,
          agreed.flatMap(AgreedEdition::ends).map(Object::toString).orElse(null),
          p.rejection()
              .map(r -> new Rejected(p.word().orElseThrow().side().key(), r.reason()))
              .orElse(null),
          life.papers(p.hash()).stream()
              .map(a -> new Paper(a.agreement(), a.resolved().toString(), a.number()))
              .toList());
    }
  }

  /**
   * @param governed whether the employer lives by signatures; false: by a sample policy
   * @param inForce hash of the edition in force; null: the built-in one, or a sample
   * @param reporting whether reports and alerts run
   * @param suspended the sides that stopped them
   * @param earliest first day an edition proposed now can take force
   */
  record Listing(
      boolean governed,
      String inForce,
      boolean afterEffect,
      boolean reporting,
      List<String> suspended,
      List<Warning> warnings,
      List<Row> editions,
      LocalDate earliest)
      implements View {
    static Listing of(Optional<Standing> standing, Life life, LocalDate today, Instant now) {
      List<Row> rows = new ArrayList<>();
      for (Proposed p : life.proposals()) rows.add(0, Row.of(life, p, now));
      return new Listing(
          standing.isPresent(),
          standing.flatMap(Standing::edition).map(AgreedEdition::hash).orElse(null),
          standing.map(Standing::afterEffect).orElse(false),
          standing.map(Standing::reporting).orElse(true),
          standing
              .map(s -> s.suspended().stream().map(Role::key).sorted().toList())
              .orElse(List.of()),
          standing
              .map(
                  s ->
                      s.warnings().stream()
                          .map(w -> new Warning(word(w.kind()), w.since().toString()))
                          .toList())
              .orElse(List.of()),
          rows,
          NextEdition.earliest(life, today, now));
    }
  }

  /**
   * @param by empty: nobody is named
   */
  record Said(String id, String by, String text, String on, String answer) {}

  /**
   * @param text the document as it was written
   * @param words the same in words; null where the rules of today cannot read it
   * @param parameters what reads differently from the edition before, as {@code policy/difference}
   *     says it; null where one of both cannot be read
   */
  record One(
      Row row, String text, List<PolicyWords> words, List<Sentence> parameters, List<Said> comments)
      implements View {
    static One of(
        Life life,
        Proposed p,
        String text,
        Optional<List<PolicyWords>> words,
        Optional<List<Sentence>> parameters,
        List<Comment> comments,
        Instant now) {
      Map<String, String> answers = p.answers();
      return new One(
          Row.of(life, p, now),
          text,
          words.orElse(null),
          parameters.orElse(null),
          comments.stream()
              .map(
                  c ->
                      new Said(
                          c.id().toString(),
                          c.by().map(PersonId::value).orElse(null),
                          c.text(),
                          c.on().toString(),
                          answers.get(c.id().toString())))
              .toList());
    }
  }

  /**
   * @param decisions what becomes of contacts otherwise than before; null where one of both
   *     documents cannot be read
   */
  record Decisions(List<Sentence> decisions) implements View {}

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
