package org.feierabend.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what a declaration is about. */
final class Matters {
  private static final List<String> KINDS =
      List.of(
          "proposal",
          "approval",
          "rejection",
          "suspension",
          "resumption",
          "termination",
          "attachment",
          "rule-book",
          "next-key");

  private Matters() {}

  static Matter read(Fields f) {
    return switch (Fields.requireOne("kind", f.text("kind"), KINDS)) {
      case "proposal" -> new Matter.Proposal(Edition.read(f), f.dateIfAny("consultation"));
      case "approval" -> new Matter.Approval(Edition.read(f), f.texts("answers"));
      case "rejection" ->
          new Matter.Rejection(f.hash("edition"), f.text("reason"), f.texts("answers"));
      case "suspension" -> new Matter.Suspension(f.text("reason"));
      case "resumption" -> new Matter.Resumption();
      case "termination" ->
          new Matter.Termination(f.hash("edition"), f.date("ends"), f.text("reason"));
      case "attachment" ->
          new Matter.Attachment(
              f.hash("edition"), f.hash("agreement"), f.date("resolved"), f.text("number"));
      case "rule-book" ->
          new Matter.RuleBook(
              f.hash("rules"),
              Instant.parse(f.text("from")),
              f.json().containsKey("rejected")
                  ? Optional.of(f.text("rejected"))
                  : Optional.empty());
      default -> new Matter.NextKey(new PublicKey(f.text("key")));
    };
  }
}
