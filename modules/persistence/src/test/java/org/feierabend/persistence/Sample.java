package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Sentence;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.intake.Acceptance.Effects;
import org.feierabend.intake.Deferral;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;

/** Made-up things for tests. */
final class Sample {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final IsoWeek WEEK = IsoWeek.parse("2026-W05");

  private Sample() {}

  static Staff change(Directory directory, Employer of, Function<Staff, DirectoryChange> step) {
    return directory.change(of, step, done -> {});
  }

  static NewEmployer city(String id, int people) {
    return city(id, people, ClockKind.EVENT, true);
  }

  static NewEmployer city(String id, int people, ClockKind clock, boolean synthetic) {
    List<Unit> units =
        List.of(
            new Unit(new UnitId("city"), new Sentence("Stadt", "City"), Optional.empty()),
            new Unit(
                new UnitId("roads"),
                new Sentence("Tiefbau", "Roads"),
                Optional.of(new UnitId("city"))),
            new Unit(
                new UnitId("parks"),
                new Sentence("Grünflächen", "Parks"),
                Optional.of(new UnitId("city"))));
    List<NewEmployer.NewPerson> all = new ArrayList<>();
    for (int i = 0; i < people; i++)
      all.add(
          new NewEmployer.NewPerson(
              new PersonId("person-%05d@%s.example".formatted(i, id)),
              new UnitId(i % 2 == 0 ? "roads" : "parks"),
              PersonFacts.ordinary(BERLIN, "09564000")));
    return new NewEmployer(
        new EmployerId(id),
        "Stadt " + id,
        BERLIN,
        "09564000",
        clock,
        WEEK,
        synthetic,
        "p0",
        units,
        all);
  }

  static final ContactClass EMERGENCY =
      new ContactClass(
          ContactKind.MESSAGE,
          Urgency.EMERGENCY,
          Channel.CALL,
          Sender.COLLEAGUE,
          false,
          EmergencyReason.FLOOD);

  static byte[] random16() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  /** The same number gives the same digest. */
  static byte[] digest(long number) {
    return ByteBuffer.allocate(16).putLong(number * 0x9E3779B97F4A7C15L).putLong(number).array();
  }

  static Accepted delivered(IsoWeek week, byte[] digest) {
    return new Accepted(
        week,
        Digest.of(digest),
        Optional.empty(),
        "outcome:DELIVER",
        List.of("default"),
        Optional.empty(),
        Optional.empty());
  }

  static Accepted deferred(IsoWeek week, byte[] digest, long person, Instant until) {
    Deferral deferral =
        Deferral.held(
            digest,
            person,
            new Ref("/mail", "q-" + ByteBuffer.wrap(digest).getLong()),
            ContactClass.message(Channel.MAIL, Sender.COLLEAGUE),
            until);
    return new Accepted(
        week,
        Digest.of(digest),
        Optional.of(deferral),
        "outcome:DEFER",
        List.of("outside-window"),
        Optional.empty(),
        Optional.empty());
  }

  static Effects only(List<Accepted> accepted) {
    return new Effects(accepted, Map.of(), Map.of(), Map.of(), Map.of(), List.of());
  }

  static Mark mark(long person, Indicator indicator, long ref) {
    return new Mark(digest(person), (int) (person % 3), indicator, digest(ref));
  }

  static LedgerRow row(LedgerHead head, LedgerRow.Type type, IsoWeek week) {
    String hash = "%064x".formatted(head.count() + 1);
    String json =
        "{\"seq\":%d,\"type\":\"%s\",\"week\":\"%s\"}".formatted(head.count(), type, week);
    return new LedgerRow(head.count(), type, Optional.of(week), head.hash(), hash, json);
  }
}
