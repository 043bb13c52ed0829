package org.feierabend.edition;

import static org.feierabend.edition.TwoSides.TOWN;
import static org.feierabend.edition.TwoSides.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.AuditRow;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Declarations;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.PublicKey;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Signatures.Refused;
import org.feierabend.signature.Signed;
import org.feierabend.signature.SigningKey;
import org.feierabend.signature.Trust;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

/** What the desk takes from whom. */
class PolicyDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Employer EMPLOYER =
      new Employer(
          TOWN,
          1,
          "Town",
          ZONE,
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W01"),
          false,
          "@town");

  private final TwoSides sides = new TwoSides();
  private final Map<String, String> heads = new HashMap<>();
  private final Map<Role, PublicKey> pinned =
      new HashMap<>(Map.of(Role.HR, sides.hr.publicKey(), Role.COUNCIL, sides.council.publicKey()));
  private final List<AuditEvent> audited = new ArrayList<>();
  private final List<Comments.Comment> comments = new ArrayList<>();
  private final Signatures signatures = new Signatures(store(), trust(), audit());
  private final PolicyDesk desk =
      new PolicyDesk(
          signatures,
          texts(),
          comments(),
          TwoSides.BUILT_IN,
          day -> Period.ofMonths(3),
          (text, hash) ->
              text.equals(hash)
                  ? Optional.ofNullable(sides.documents.get(hash))
                  : Optional.empty());

  private Declaration by(Role side, Matter matter) {
    return new Declaration(TOWN, side, signatures.reread(TOWN).of(side).head(), NOW, matter);
  }

  private Declaration declare(Role side, Matter matter) {
    SigningKey key = side == Role.HR ? sides.hr : sides.council;
    return desk.declare(EMPLOYER, side, key.sign(by(side, matter).text()), NOW);
  }

  private Edition proposed() {
    Edition edition =
        desk.next(
            EMPLOYER,
            sides.document("2026-04-01", null, null, false),
            LocalDate.of(2026, 4, 1),
            NOW);
    declare(Role.HR, new Matter.Proposal(edition, Optional.empty()));
    return edition;
  }

  private Refused.Kind refused(Role side, Matter matter) {
    return assertThrows(Refused.class, () -> declare(side, matter)).kind();
  }

  @Test
  void a_side_signs_with_its_own_key_and_for_itself_alone() {
    Edition edition = proposed();
    Declaration approval = by(Role.COUNCIL, new Matter.Approval(edition, Map.of()));
    Signed byHr = sides.hr.sign(approval.text());
    Signed byCouncil = sides.council.sign(approval.text());
    assertEquals(
        Refused.Kind.NOT_SIGNED,
        assertThrows(Refused.class, () -> desk.declare(EMPLOYER, Role.COUNCIL, byHr, NOW)).kind());
    assertEquals(
        Refused.Kind.NOT_YOURS,
        assertThrows(Refused.class, () -> desk.declare(EMPLOYER, Role.HR, byCouncil, NOW)).kind());
    assertThrows(
        IllegalArgumentException.class, () -> by(Role.HR, new Matter.Approval(edition, Map.of())));
    desk.declare(EMPLOYER, Role.COUNCIL, byCouncil, NOW);
    assertEquals(
        Refused.Kind.OVERTAKEN,
        assertThrows(Refused.class, () -> desk.declare(EMPLOYER, Role.COUNCIL, byCouncil, NOW))
            .kind());
    assertEquals(List.of(AuditEvent.POLICY_PROPOSED, AuditEvent.POLICY_SIGNED), audited);
  }

  @Test
  void one_key_pinned_for_both_sides_is_nobodys() {
    pinned.put(Role.COUNCIL, sides.hr.publicKey());
    assertEquals(
        Refused.Kind.NOT_SIGNED, refused(Role.HR, new Matter.Suspension("with the one key")));
  }

  @Test
  void comments_are_answered_with_the_signature() {
    Edition edition = proposed();
    UUID id = UUID.randomUUID();
    comments.add(
        new Comments.Comment(
            id, edition.hash(TOWN), Optional.empty(), "too late", LocalDate.of(2026, 3, 2)));
    assertEquals(Refused.Kind.UNFIT, refused(Role.COUNCIL, new Matter.Approval(edition, Map.of())));
    declare(Role.COUNCIL, new Matter.Approval(edition, Map.of(id.toString(), "it is earlier now")));
  }

  @Test
  void only_comments_that_were_made_are_answered_and_none_with_nothing() {
    Edition edition = proposed();
    String stranger = UUID.randomUUID().toString();
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                declare(Role.COUNCIL, new Matter.Approval(edition, Map.of(stranger, "to nobody"))));
    assertEquals(Refused.Kind.WRONG, refused.kind());
    assertTrue(refused.why().de().contains(stranger), refused.why().de());
    assertTrue(
        assertThrows(BadValue.class, () -> new Matter.Approval(edition, Map.of(stranger, " ")))
            .getMessage()
            .contains(stranger));
  }

  @Test
  void a_consultation_takes_as_long_as_the_edition_in_force_says() {
    sides.agree("2026-02-01T09:00:00Z", sides.asking("2026-02-02", 14));
    Edition next =
        desk.next(
            EMPLOYER, sides.asking("2026-04-01", 0), LocalDate.of(2026, 4, 1), NOW); // 2 March
    assertEquals(Refused.Kind.UNFIT, refused(Role.HR, new Matter.Proposal(next, Optional.empty())));
    assertEquals(
        Refused.Kind.UNFIT,
        refused(Role.HR, new Matter.Proposal(next, Optional.of(LocalDate.of(2026, 3, 15)))));
    declare(Role.HR, new Matter.Proposal(next, Optional.of(LocalDate.of(2026, 3, 16))));
    assertEquals(
        Refused.Kind.UNFIT,
        refused(Role.COUNCIL, new Matter.Approval(next, Map.of())),
        "it is not over yet");
  }

  @Test
  void a_resolution_is_of_a_day_that_has_come() {
    Edition edition = proposed();
    declare(Role.COUNCIL, new Matter.Approval(edition, Map.of()));
    assertEquals(
        Refused.Kind.WRONG, refused(Role.COUNCIL, attachment(edition, LocalDate.of(2026, 3, 3))));
    declare(Role.COUNCIL, attachment(edition, LocalDate.of(2026, 3, 2)));
  }

  private static Matter attachment(Edition edition, LocalDate resolved) {
    return new Matter.Attachment(edition.hash(TOWN), "a".repeat(64), resolved, "12/2026");
  }

  @Test
  void what_does_not_fit_what_was_said_before_is_refused() {
    Edition edition = proposed();
    Edition again = desk.next(EMPLOYER, edition.document(), LocalDate.of(2026, 4, 2), NOW);
    assertEquals(
        Refused.Kind.UNFIT, refused(Role.HR, new Matter.Proposal(again, Optional.empty())));
    assertEquals(Refused.Kind.UNFIT, refused(Role.COUNCIL, new Matter.Resumption()));
    declare(Role.COUNCIL, new Matter.Approval(edition, Map.of()));
    assertEquals(
        Refused.Kind.UNFIT,
        refused(
            Role.HR,
            new Matter.Termination(edition.hash(TOWN), LocalDate.of(2026, 6, 1), "too soon")));
    declare(
        Role.HR, new Matter.Termination(edition.hash(TOWN), LocalDate.of(2026, 6, 2), "in time"));
    assertEquals(
        Refused.Kind.UNFIT, refused(Role.HR, new Matter.NextKey(sides.council.publicKey())));
  }

  @Test
  void what_was_seen_once_and_is_gone_is_noticed() {
    proposed();
    assertTrue(signatures.reread(TOWN).behind().isEmpty());
    sides.store.clear();
    assertEquals(List.of(Role.HR), signatures.reread(TOWN).behind());
  }

  private Declarations store() {
    return new Declarations() {
      @Override
      public List<Signed> all(EmployerId employer) {
        return sides.store;
      }

      @Override
      public boolean append(Declaration said, Signed signed) {
        return sides.store.add(signed);
      }
    };
  }

  private Trust trust() {
    return new Trust() {
      @Override
      public boolean governs(EmployerId employer) {
        return true;
      }

      @Override
      public void govern(EmployerId employer) {}

      @Override
      public Optional<PublicKey> pinned(EmployerId employer, Role side) {
        return Optional.ofNullable(pinned.get(side));
      }

      @Override
      public boolean pin(EmployerId employer, Role side, PublicKey key) {
        return pinned.putIfAbsent(side, key) == null;
      }

      @Override
      public String head(EmployerId employer, Role side) {
        return heads.getOrDefault(side.key(), Declaration.FIRST);
      }

      @Override
      public void advance(EmployerId employer, Role side, String head) {
        heads.put(side.key(), head);
      }
    };
  }

  private AuditLog audit() {
    return new AuditLog() {
      @Override
      public void append(AuditEntry entry) {
        audited.add(entry.what());
      }

      @Override
      public <T> T together(Supplier<T> change) {
        return change.get();
      }

      @Override
      public List<AuditRow> rows(EmployerId employer) {
        return List.of();
      }
    };
  }

  private PolicyTexts texts() {
    return new PolicyTexts() {
      @Override
      public List<Draft> drafts(EmployerId employer) {
        return sides.documents.keySet().stream()
            .map(hash -> new Draft(UUID.randomUUID(), hash, NOW, 1))
            .toList();
      }

      @Override
      public Optional<Draft> draft(EmployerId employer, UUID id) {
        return Optional.empty();
      }

      @Override
      public void add(EmployerId employer, Draft draft) {}

      @Override
      public boolean replace(EmployerId employer, Draft draft) {
        return false;
      }

      @Override
      public boolean drop(EmployerId employer, UUID id, long version) {
        return false;
      }

      @Override
      public void keep(EmployerId employer, String document, String text) {}

      @Override
      public Optional<String> text(EmployerId employer, String document) {
        return Optional.of(document).filter(sides.documents::containsKey);
      }
    };
  }

  private Comments comments() {
    return new Comments() {
      @Override
      public void add(EmployerId employer, Comment comment) {
        comments.add(comment);
      }

      @Override
      public List<Comment> of(EmployerId employer, String edition) {
        return comments.stream().filter(c -> c.edition().equals(edition)).toList();
      }
    };
  }
}
