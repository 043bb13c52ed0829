package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.PublicKey;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Signatures.Refused;
import org.feierabend.signature.Signed;

/** Where both sides declare what is to become of the policy. */
public final class PolicyDesk {
  private final Signatures signatures;
  private final PolicyTexts texts;
  private final Comments comments;
  private final String builtIn;
  private final Function<LocalDate, Period> notice;
  private final BiFunction<String, String, Optional<DocumentTerms>> reader;

  /**
   * @param builtIn hash of the document that holds where nothing was signed
   * @param notice shortest time between notice and end, by the law of that day
   * @param reader what a document's text says of its life, if its hash is the second and nothing in
   *     it is refused
   */
  public PolicyDesk(
      Signatures signatures,
      PolicyTexts texts,
      Comments comments,
      String builtIn,
      Function<LocalDate, Period> notice,
      BiFunction<String, String, Optional<DocumentTerms>> reader) {
    this.signatures = Objects.requireNonNull(signatures, "signatures");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.comments = Objects.requireNonNull(comments, "comments");
    this.builtIn = Objects.requireNonNull(builtIn, "builtIn");
    this.notice = Objects.requireNonNull(notice, "notice");
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  /** What follows from all that both sides have declared. */
  public Life life(Employer employer, Instant now) {
    Signatures.Said said = signatures.said(employer.id());
    return new Life(
        said.hr(),
        said.council(),
        builtIn,
        employer.zone(),
        notice.apply(day(employer, now)),
        document -> document(employer.id(), document));
  }

  private Optional<DocumentTerms> document(EmployerId employer, String document) {
    return texts.text(employer, document).flatMap(text -> reader.apply(text, document));
  }

  /** The edition HR would propose with that document. */
  public Edition next(Employer employer, String document, LocalDate from, Instant now) {
    Life life = life(employer, now);
    return new Edition(life.agreed().size() + 1, life.head(), from, document);
  }

  /**
   * Takes what a side has signed.
   *
   * @param side of whoever hands it in
   * @throws Refused when it is not signed by that side's key, or does not fit what was said before
   */
  public Declaration declare(Employer employer, Role side, Signed signed, Instant now) {
    Declaration said = signatures.check(employer.id(), side, signed, now);
    fits(employer, said, now);
    if (said.matter() instanceof Matter.Proposal p)
      text(employer.id(), p.edition().document())
          .ifPresent(text -> texts.keep(employer.id(), p.edition().document(), text));
    signatures.keep(said, signed);
    return said;
  }

  /** Refuses what does not fit what was said before, whether signed or not. */
  public void fits(Employer employer, Declaration said, Instant now) {
    LocalDate today = day(employer, now);
    new Fitting(life(employer, now), today, notice.apply(today), now)
        .check(said, p -> proposed(employer, p), e -> comments.of(employer.id(), e));
    if (said.matter() instanceof Matter.NextKey next) newKey(employer, said.side(), next.key());
  }

  private void proposed(Employer employer, Matter.Proposal proposal) {
    String document = proposal.edition().document();
    DocumentTerms terms =
        text(employer.id(), document)
            .flatMap(text -> reader.apply(text, document))
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.UNFIT,
                        "Es gibt keinen lesbaren Entwurf mit der Prüfsumme %s.".formatted(document),
                        "There is no draft that can be read with the hash %s."
                            .formatted(document)));
    if (!terms.from().equals(proposal.edition().from()))
      throw new Refused(
          Refused.Kind.UNFIT,
          "Das Dokument gilt ab %s, der Vorschlag sagt %s."
              .formatted(terms.from(), proposal.edition().from()),
          "The document holds from %s, but the proposal says %s."
              .formatted(terms.from(), proposal.edition().from()));
  }

  /** As it was proposed before, or as a draft has it. */
  private Optional<String> text(EmployerId employer, String document) {
    return texts
        .text(employer, document)
        .or(
            () ->
                texts.drafts(employer).stream()
                    .map(PolicyTexts.Draft::text)
                    .filter(text -> reader.apply(text, document).isPresent())
                    .findFirst());
  }

  private void newKey(Employer employer, Role side, PublicKey next) {
    Signatures.Said said = signatures.said(employer.id());
    Optional<PublicKey> own = said.of(side).key();
    Optional<PublicKey> other = said.of(side == Role.HR ? Role.COUNCIL : Role.HR).key();
    if (own.equals(Optional.of(next)) || other.equals(Optional.of(next)))
      throw new Refused(
          Refused.Kind.UNFIT,
          "Der nächste Schlüssel ist ein neuer, und keiner der anderen Seite.",
          "The next key is a new one, and none of the other side.");
  }

  private static LocalDate day(Employer employer, Instant now) {
    return LocalDate.ofInstant(now, employer.zone());
  }
}
