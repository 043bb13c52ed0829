package org.feierabend.edition;

import static org.feierabend.edition.TwoSides.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.signature.Chain;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signed;
import org.feierabend.signature.SigningKey;
import org.junit.jupiter.api.Test;

/** What follows from what two sides signed. */
class LifeTest {
  private static final String SPRING = "2026-03-02T09:00:00Z";
  private final TwoSides sides = new TwoSides();

  private Standing at(String instant) {
    return sides.life().at(Instant.parse(instant));
  }

  private Optional<Edition> inForce(String instant) {
    return at(instant).edition().map(AgreedEdition::edition);
  }

  @Test
  void it_takes_force_at_the_start_of_its_day_and_no_answer_goes_beyond() {
    Edition first = sides.agree(SPRING, sides.document("2026-04-01", null, null, false));
    assertEquals(Optional.empty(), inForce("2026-03-31T21:59:59Z"));
    assertEquals(Instant.parse("2026-03-31T22:00:00Z"), at("2026-03-05T09:00:00Z").until());
    assertEquals(Optional.of(first), inForce("2026-03-31T22:00:00Z"));
    assertFalse(at("2026-03-05T09:00:00Z").reporting(), "nothing is agreed yet");
    assertTrue(at("2026-04-05T09:00:00Z").reporting());
    Edition second =
        sides.agree("2026-04-10T09:00:00Z", sides.document("2026-05-01", null, null, false));
    assertEquals(Optional.of(first), inForce("2026-04-30T21:59:59Z"));
    assertEquals(Optional.of(second), inForce("2026-04-30T22:00:00Z"));
    Life life = sides.life();
    Instant may = Instant.parse("2026-05-02T00:00:00Z");
    assertEquals(
        List.of(State.SUPERSEDED, State.IN_FORCE),
        life.proposals().stream().map(p -> life.state(p, may)).toList());
  }

  @Test
  void a_new_edition_is_suggested_from_the_first_day_it_can_be_proposed_for() {
    assertEquals(LocalDate.parse("2026-03-02"), earliest("2026-03-02"), "from today");
    sides.agree(SPRING, sides.asking("2026-04-01", 14));
    assertEquals(LocalDate.parse("2026-04-02"), earliest("2026-03-02"), "after the last");
    assertEquals(LocalDate.parse("2026-05-16"), earliest("2026-05-01"), "after the consultation");
  }

  private LocalDate earliest(String today) {
    return NextEdition.earliest(
        sides.life(), LocalDate.parse(today), Instant.parse(today + "T09:00:00Z"));
  }

  @Test
  void one_side_alone_puts_nothing_in_force_whatever_it_signs() {
    String document = sides.document("2026-04-01", null, null, false);
    Edition edition = sides.next(document);
    sides.says(Role.HR, SPRING, new Matter.Proposal(edition, Optional.empty()));
    Declaration approval =
        new Declaration(
            TOWN,
            Role.COUNCIL,
            Declaration.FIRST,
            Instant.parse(SPRING),
            new Matter.Approval(edition, Map.of()));
    sides.store.add(sides.hr.sign(approval.text())); // HR in the council's name
    sides.store.add(SigningKey.create().sign(approval.text())); // a stranger
    sides.store.add(new Signed(approval.text(), ""));
    sides.store.add(new Signed("IN_FORCE", "x"));
    assertEquals(Optional.empty(), inForce("2027-01-01T00:00:00Z"));
    assertEquals(3, sides.chain(Role.COUNCIL).leftOut());
    assertEquals(
        State.PROPOSED, sides.life().state(sides.life().proposals().get(0), Instant.parse(SPRING)));
  }

  @Test
  void a_signature_cannot_be_moved_to_another_edition_side_employer_or_place() {
    String document = sides.document("2026-04-01", null, null, false);
    sides.agree(SPRING, document);
    List<Signed> signed = List.copyOf(sides.store);
    String council = signed.get(1).text();
    List<String> moved = new ArrayList<>();
    moved.add(council.replace("2026-04-01", "2026-03-15"));
    moved.add(council.replace(document, "f".repeat(64)));
    moved.add(council.replace("\"number\":1", "\"number\":2"));
    moved.add(council.replace(Declaration.FIRST, "a".repeat(64)));
    moved.add(council.replace(TwoSides.BUILT_IN, "c".repeat(64)));
    moved.add(council.replace("\"town\"", "\"city\""));
    moved.add(council.replace("approval", "proposal").replace("council", "hr"));
    for (String text : moved) {
      assertFalse(text.equals(council), text);
      assertFalse(sides.council.publicKey().verifies(text, signed.get(1).signature()), text);
    }
    assertEquals(
        List.of(),
        Chain.of(
                new EmployerId("city"),
                Role.COUNCIL,
                Optional.of(sides.council.publicKey()),
                signed)
            .declarations());
  }

  @Test
  void every_byte_of_a_signed_text_and_of_its_signature_counts() {
    sides.agree(SPRING, sides.document("2026-04-01", null, null, false));
    Signed approval = sides.store.get(1);
    for (int i = 0; i < approval.text().length(); i++) {
      char[] text = approval.text().toCharArray();
      text[i] ^= 1;
      sides.store.set(1, new Signed(new String(text), approval.signature()));
      assertEquals(Optional.empty(), inForce("2026-05-01T00:00:00Z"), "byte " + i);
    }
    sides.store.set(1, approval);
    assertTrue(inForce("2026-05-01T00:00:00Z").isPresent());
  }

  @Test
  void a_document_that_is_missing_or_another_leaves_the_edition_before() {
    Edition first = sides.agree(SPRING, sides.document("2026-04-01", null, null, false));
    String document = sides.document("2026-05-01", null, null, false);
    sides.agree("2026-04-10T09:00:00Z", document);
    sides.documents.remove(document);
    assertEquals(Optional.of(first), inForce("2026-06-01T00:00:00Z"));
    Life life = sides.life();
    assertEquals(
        State.BROKEN, life.state(life.proposals().get(1), Instant.parse("2026-06-01T00:00:00Z")));
  }

  @Test
  void what_was_rejected_or_taken_back_stays_so() {
    for (Role side : List.of(Role.COUNCIL, Role.HR)) {
      TwoSides two = new TwoSides();
      Edition edition = two.next(two.document("2026-04-01", null, null, false));
      two.says(Role.HR, SPRING, new Matter.Proposal(edition, Optional.empty()));
      two.says(side, SPRING, new Matter.Rejection(two.hash(edition), "no", Map.of()));
      two.says(Role.COUNCIL, "2026-03-03T09:00:00Z", new Matter.Approval(edition, Map.of()));
      assertEquals(
          Optional.empty(), two.life().at(Instant.parse("2026-05-01T00:00:00Z")).edition());
      assertEquals(
          State.REJECTED, two.life().state(two.life().proposals().get(0), Instant.parse(SPRING)));
    }
  }

  @Test
  void either_side_stops_reports_at_once_and_only_it_lets_them_run_again() {
    Edition edition = sides.agree(SPRING, sides.document("2026-03-01", null, null, false));
    for (Role side : List.of(Role.HR, Role.COUNCIL)) {
      sides.says(side, "2026-03-05T09:00:00Z", new Matter.Suspension("an incident"));
      assertEquals(Set.of(side), at("2026-03-05T09:00:00Z").suspended());
      assertFalse(at("2026-03-05T09:00:00Z").reporting());
      assertEquals(Optional.of(edition), inForce("2026-03-05T09:00:00Z"), "protections stay");
      Role other = side == Role.HR ? Role.COUNCIL : Role.HR;
      sides.says(other, "2026-03-05T09:30:00Z", new Matter.Resumption());
      assertFalse(at("2026-03-05T09:30:00Z").reporting(), "the other cannot lift it");
      sides.says(side, "2026-03-05T10:00:00Z", new Matter.Resumption());
      assertTrue(at("2026-03-05T10:00:00Z").reporting());
    }
  }

  @Test
  void notice_runs_three_months_even_where_less_was_written() {
    Edition edition = sides.agree(SPRING, sides.document("2026-03-01", null, null, false));
    sides.says(
        Role.COUNCIL,
        "2026-03-10T09:00:00Z",
        new Matter.Termination(sides.hash(edition), LocalDate.of(2026, 4, 1), "no trust"));
    assertEquals(Optional.of(edition), inForce("2026-06-09T21:59:59Z"));
    assertEquals(Instant.parse("2026-06-09T22:00:00Z"), at("2026-05-01T00:00:00Z").until());
    Standing after = at("2026-06-09T22:00:00Z");
    assertEquals(Optional.empty(), after.edition());
    assertFalse(after.reporting());
    assertEquals(Standing.Kind.ENDED, after.warnings().get(0).kind());
    Life life = sides.life();
    assertEquals(
        State.ENDED, life.state(life.proposals().get(0), Instant.parse("2026-07-01T00:00:00Z")));
  }

  @Test
  void after_its_term_it_goes_on_only_where_it_says_so() {
    for (boolean goesOn : List.of(true, false)) {
      TwoSides two = new TwoSides();
      two.agree(SPRING, two.document("2026-03-01", null, "2026-09-01", goesOn));
      Standing after = two.life().at(Instant.parse("2026-10-01T00:00:00Z"));
      assertEquals(goesOn, after.edition().isPresent());
      assertEquals(goesOn, after.afterEffect());
      assertEquals(goesOn, after.reporting());
    }
  }

  @Test
  void a_review_that_is_due_warns_for_sixty_days() {
    sides.agree(SPRING, sides.document("2026-03-01", "2026-06-01", null, false));
    assertEquals(List.of(), at("2026-05-31T12:00:00Z").warnings());
    assertEquals(
        List.of(new Standing.Warning(Standing.Kind.REVIEW_DUE, LocalDate.of(2026, 6, 1))),
        at("2026-06-01T12:00:00Z").warnings());
    assertEquals(1, at("2026-07-30T12:00:00Z").warnings().size());
    assertEquals(List.of(), at("2026-07-31T12:00:00Z").warnings());
  }

  @Test
  void a_new_key_is_signed_by_the_old_one_and_the_old_one_signs_no_more() {
    SigningKey next = SigningKey.create();
    sides.says(Role.COUNCIL, SPRING, new Matter.NextKey(next.publicKey()));
    assertEquals(Optional.of(next.publicKey()), sides.chain(Role.COUNCIL).key());
    sides.says(Role.COUNCIL, SPRING, new Matter.Suspension("signed by the old key"));
    assertEquals(1, sides.chain(Role.COUNCIL).declarations().size());
    assertEquals(1, sides.chain(Role.COUNCIL).leftOut());
    Declaration said =
        new Declaration(
            TOWN,
            Role.COUNCIL,
            sides.chain(Role.COUNCIL).head(),
            Instant.parse(SPRING),
            new Matter.Suspension("signed by the new one"));
    sides.store.add(next.sign(said.text()));
    assertEquals(2, sides.chain(Role.COUNCIL).declarations().size());
  }
}
