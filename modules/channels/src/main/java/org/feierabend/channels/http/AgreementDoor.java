package org.feierabend.channels.http;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TermsInForce;

/** What each side may do with a telework agreement, for the length of one request. */
record AgreementDoor(
    Employer employer,
    Directory directory,
    Arrangements arrangements,
    TeleworkDesk desk,
    AuditLog audit,
    Instant now,
    LocalDate today) {

  Arrangement added(UUID id, Arrangement.Whom whom, State state, Role by, Fields document) {
    Arrangement wanted =
        new Arrangement(
            id, whom, state, by, terms(whom, document), residence(whom, document), now, 1);
    Arrangement kept = kept(wanted);
    boolean same =
        kept.version() > 1
            || kept.terms().equals(wanted.terms()) && kept.residence().equals(wanted.residence());
    if (!same || !kept.whom().equals(whom)) throw IdempotencyFilter.taken();
    return kept;
  }

  /** Adds it unless it is there already; what is made is told to the audit log. */
  private Arrangement kept(Arrangement wanted) {
    return arrangements
        .find(employer, wanted.id())
        .orElseGet(
            () ->
                noted(wanted.proposer())
                    .telework(
                        AuditEvent.TELEWORK_PROPOSED,
                        () -> {
                          arrangements.add(employer, wanted);
                          alone(wanted);
                          return arrangements
                              .find(employer, wanted.id())
                              .orElseThrow(AgreementDoor::unknown);
                        }));
  }

  /** Asked after it is written: whoever was faster is seen then. */
  private void alone(Arrangement written) {
    Versions.fitting(() -> written.alone(arrangements.all(employer)));
  }

  private AgreedAudit noted(Role side) {
    return new AgreedAudit(audit, employer, side, now);
  }

  /** Other terms of one that nobody agreed to yet. */
  Arrangement changed(Arrangement a, Role side, String read, Fields document) {
    Versions.requireRead(a.version(), read);
    return stored(
        side,
        AuditEvent.TELEWORK_PROPOSED,
        () -> a.change(side, terms(a.whom(), document), residence(a.whom(), document), now));
  }

  private TeleworkAgreement terms(Arrangement.Whom whom, Fields document) {
    return TermsReader.read(document, desk.terms().standard(employer), law(person(whom)));
  }

  private String residence(Arrangement.Whom whom, Fields document) {
    return TermsReader.residence(
        document,
        person(whom)
            .map(p -> desk.terms().residence(employer, p, today, desk.law(employer, p, today)))
            .orElseGet(() -> desk.terms().standard(employer).state()));
  }

  /**
   * @param person whose it must be; empty: anybody's the side may see
   */
  Arrangement found(String id, Optional<Person> person, Role side) {
    return arrangements
        .find(employer, id(id))
        .filter(a -> a.whom().sides().contains(side))
        .filter(a -> person.isEmpty() || a.whom().equals(new One(person.get().no())))
        .filter(a -> side == Role.HR || a.state() != State.DRAFT)
        .orElseThrow(AgreementDoor::unknown);
  }

  Arrangement said(Arrangement a, String word, Role side, String read, InputStream body)
      throws IOException {
    Versions.requireRead(a.version(), read);
    if (word.equals("renewal")) return renewed(a, side);
    Optional<Fields> revocation =
        word.equals("revocation")
            ? Optional.of(new Fields(Body.object(body, Body.SMALL), ""))
            : Optional.empty();
    return stored(
        side,
        event(word),
        () ->
            switch (word) {
              case "proposal" -> a.propose(now);
              case "agreement" -> a.agree(side, now);
              case "refusal" -> a.decline(side, now);
              case "withdrawal" -> a.withdraw(side, now);
              case "revocation" -> revoked(a, revocation.orElseThrow());
              default -> throw Trouble.of(404);
            });
  }

  /** One open proposal for each last day, however often it is asked for. */
  private Arrangement renewed(Arrangement a, Role side) {
    for (int tried = 0; ; tried++) {
      String name = "%s\n%s\n%d".formatted(a.id(), a.terms().term().until(), tried);
      UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
      Arrangement kept =
          kept(Versions.fitting(() -> a.renewal(id, side, law(person(a.whom())), now)));
      if (kept.state() != State.WITHDRAWN && kept.state() != State.DECLINED) return kept;
    }
  }

  private static AuditEvent event(String word) {
    return switch (word) {
      case "proposal" -> AuditEvent.TELEWORK_PROPOSED;
      case "agreement" -> AuditEvent.TELEWORK_AGREED;
      case "refusal", "withdrawal" -> AuditEvent.TELEWORK_DECLINED;
      case "revocation" -> AuditEvent.TELEWORK_REVOKED;
      default -> throw Trouble.of(404);
    };
  }

  Arrangement furnished(Arrangement a, TeleworkAgreement.Workplace workplace) {
    return stored(
        Role.HR, AuditEvent.TELEWORK_WORKPLACE, () -> a.furnished(workplace, holds(a), now));
  }

  Arrangement stored(Role side, AuditEvent what, Supplier<Arrangement> step) {
    Arrangement next = Versions.fitting(step);
    return noted(side)
        .telework(
            what,
            () -> {
              if (!arrangements.replace(employer, next)) {
                alone(next);
                throw Versions.changed();
              }
              if (what == AuditEvent.TELEWORK_AGREED) desk.terms().settled(employer, next);
              return next;
            });
  }

  /** {@code {"from": "2026-03-01", "grounds": true}}. */
  private Arrangement revoked(Arrangement a, Fields document) {
    document.only(Set.of("from", "grounds"));
    return a.revoke(
        document.date("from").orElseThrow(() -> document.missing("from")),
        today.plus(law(person(a.whom())).notice()),
        document.flag("grounds"),
        holds(a),
        now);
  }

  Response answer(Arrangement a) {
    return Versions.answer(view(a), a.version());
  }

  TeleworkViews.Agreement view(Arrangement a) {
    Optional<Person> whose = person(a.whom());
    return TeleworkViews.Agreement.of(
        a, holds(a), whose.map(Person::id), law(whose), today, employer.zone());
  }

  /** A replaced one does until the other begins. */
  private boolean holds(Arrangement a) {
    return a.state() != State.REPLACED || TermsInForce.holds(arrangements.all(employer), a, today);
  }

  private Optional<Person> person(Arrangement.Whom whom) {
    return whom instanceof One one ? directory.person(employer, one.person()) : Optional.empty();
  }

  private TeleworkLaw law(Optional<Person> whose) {
    return whose.map(p -> desk.law(employer, p, today)).orElseGet(() -> desk.law(employer, today));
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw unknown();
    }
  }

  static Trouble unknown() {
    return Trouble.of(404, "Diese Vereinbarung gibt es nicht.", "There is no such agreement.");
  }
}
