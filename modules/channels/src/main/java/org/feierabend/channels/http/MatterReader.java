package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.feierabend.book.Proposals;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.Proposed;
import org.feierabend.people.Employer;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.signature.Matter;
import org.feierabend.signature.PublicKey;

/** Reads what somebody wants to declare, and fills in what follows from what was said before. */
record MatterReader(
    Employer employer,
    PolicyDesk desk,
    PolicyTexts texts,
    PolicyForms forms,
    Proposals ruleBooks,
    Instant now) {

  private static final String KINDS =
      "proposal, approval, rejection, suspension, resumption, termination, attachment, rule-book, next-key";

  Matter read(Fields f) {
    String kind = f.text("kind");
    switch (kind) {
      case "proposal":
        f.only(Set.of("kind", "draft", "consultation"));
        return proposal(f);
      case "approval":
        f.only(Set.of("kind", "edition", "answers"));
        return new Matter.Approval(waiting(f.text("edition")).edition(), answers(f));
      case "rejection":
        f.only(Set.of("kind", "edition", "reason", "answers"));
        return new Matter.Rejection(f.text("edition"), f.text("reason"), answers(f));
      case "suspension":
        f.only(Set.of("kind", "reason"));
        return new Matter.Suspension(f.text("reason"));
      case "resumption":
        f.only(Set.of("kind"));
        return new Matter.Resumption();
      case "termination":
        f.only(Set.of("kind", "edition", "ends", "reason"));
        return new Matter.Termination(f.text("edition"), day(f, "ends"), f.text("reason"));
      case "attachment":
        f.only(Set.of("kind", "edition", "agreement", "resolved", "number"));
        return new Matter.Attachment(
            f.text("edition"), f.text("agreement"), day(f, "resolved"), f.text("number"));
      case "rule-book":
        f.only(Set.of("kind", "rules", "rejected"));
        return ruleBook(f);
      case "next-key":
        f.only(Set.of("kind", "key"));
        return new Matter.NextKey(new PublicKey(f.text("key")));
      default:
        throw Trouble.field(
            "/kind",
            "Erklärt wird eines von %s, nicht „%s“.".formatted(KINDS, kind),
            "What is declared is one of %s, but got \"%s\".".formatted(KINDS, kind));
    }
  }

  /** The edition takes force at the date its document names. */
  private Matter proposal(Fields f) {
    String text =
        texts
            .draft(
                employer.id(),
                f.parsed("draft", UUID::fromString, "6c1e2f0a-0000-4000-8000-000000000001")
                    .orElseThrow(() -> f.missing("draft")))
            .orElseThrow(PolicyDraftsResource::unknown)
            .text();
    PolicyForms.Reading reading = forms.read(text);
    if (!(reading instanceof PolicyDraft draft)) throw PolicyDraftsResource.refused(reading);
    int days =
        Math.max(
            draft.policy().life().consultationDays(),
            desk.life(employer, now).consultationDays(now));
    Optional<LocalDate> asked =
        f.date("consultation")
            .or(
                () ->
                    days == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofInstant(now, employer.zone()).plusDays(days)));
    return new Matter.Proposal(
        desk.next(employer, draft.hash(), draft.policy().from(), now), asked);
  }

  private Proposed waiting(String edition) {
    return desk.life(employer, now).proposals().stream()
        .filter(p -> p.hash().equals(edition))
        .findFirst()
        .orElseThrow(PoliciesResource::unknown);
  }

  private Matter ruleBook(Fields f) {
    String rules = f.text("rules");
    return ruleBooks.all().stream()
        .filter(p -> p.edition().equals(rules))
        .findFirst()
        .map(p -> new Matter.RuleBook(rules, p.from(), f.optional("rejected")))
        .orElseThrow(MatterReader::noRuleBook);
  }

  private static Map<String, String> answers(Fields f) {
    Map<String, String> answers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> e : f.node().path("answers").properties()) {
      if (!e.getValue().isTextual()) throw f.expected("answers", "{\"comment\": \"text\"}");
      answers.put(e.getKey(), e.getValue().textValue());
    }
    return answers;
  }

  private static LocalDate day(Fields f, String name) {
    return f.date(name).orElseThrow(() -> f.missing(name));
  }

  static Trouble noRuleBook() {
    return Trouble.of(
        404,
        "Ein solches Regelwerk wurde nicht vorgelegt.",
        "No such rule book has been handed in.");
  }
}
