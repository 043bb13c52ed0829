package org.feierabend.channels.http;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkLaw;

/** What each side may do with a telework agreement, for the length of one request. */
record AgreementDoor(
    Employer employer,
    Directory directory,
    Arrangements arrangements,
    TeleworkDesk desk,
    Instant now,
    LocalDate today) {

  Arrangement added(UUID id, Arrangement.Whom whom, State state, Role by, Fields document) {
    TeleworkDesk.Standard usual = desk.standard(employer);
    arrangements.add(
        employer,
        new Arrangement(
            id,
            whom,
            state,
            by,
            TermsReader.read(document, usual.quota()),
            TermsReader.residence(document, usual.state()),
            now,
            1));
    return arrangements
        .find(employer, id)
        .filter(a -> a.whom().equals(whom))
        .orElseThrow(Versions::keyTaken);
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
    try {
      return stored(
          switch (word) {
            case "proposal" -> a.propose(now);
            case "agreement" -> a.agree(side, now);
            case "refusal" -> a.decline(side, now);
            case "revocation" -> revoked(a, body);
            default -> throw Trouble.of(404);
          });
    } catch (Unfit unfit) {
      throw Trouble.of(409, unfit.why().de(), unfit.why().en());
    }
  }

  Arrangement stored(Arrangement next) {
    if (!arrangements.replace(employer, next)) throw Versions.changed();
    return next;
  }

  /** {@code {"from": "2026-03-01", "grounds": true}}. */
  private Arrangement revoked(Arrangement a, InputStream body) throws IOException {
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("from", "grounds"));
    return a.revoke(
        document.date("from").orElseThrow(() -> document.missing("from")),
        today.plus(law(a).notice()),
        document.flag("grounds"),
        now);
  }

  Response answer(Arrangement a) {
    return Versions.answer(view(a), a.version());
  }

  TeleworkViews.Agreement view(Arrangement a) {
    return TeleworkViews.Agreement.of(a, person(a).map(Person::id), law(a), today, employer.zone());
  }

  private Optional<Person> person(Arrangement a) {
    return a.whom() instanceof One one
        ? directory.person(employer, one.person())
        : Optional.empty();
  }

  private TeleworkLaw law(Arrangement a) {
    return person(a).map(p -> desk.law(p, today)).orElseGet(() -> desk.law(today));
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
