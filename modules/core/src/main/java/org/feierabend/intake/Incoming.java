package org.feierabend.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;

/** What a door understood of one record: an event about one person, or a word about time itself. */
public sealed interface Incoming {
  /** Something that happened to one person at {@code at}; {@code ref} makes it count once. */
  sealed interface Event extends Incoming {
    Ref ref();

    PersonId person();

    Instant at();
  }

  /**
   * Somebody tries to reach {@code person}.
   *
   * @param contactClass as the door sees it; {@code dutyMatches} is settled later, it needs the
   *     person's roster
   * @param duty code of the duty the contact belongs to
   */
  record Contact(
      Ref ref, PersonId person, ContactClass contactClass, Optional<String> duty, Instant at)
      implements Event {
    public Contact {
      present(ref, person, at);
      Objects.requireNonNull(contactClass, "contactClass");
      Objects.requireNonNull(duty, "duty");
    }
  }

  /**
   * A meeting in the person's calendar; counted in the week of {@code at}.
   *
   * @param withoutBreak less than the agreed break lies between it and the one before
   */
  record Meeting(
      Ref ref,
      PersonId person,
      Instant start,
      Instant end,
      int invited,
      boolean withoutBreak,
      Instant at)
      implements Event {
    public Meeting {
      present(ref, person, at);
      if (!start.isBefore(end))
        throw new IllegalArgumentException(
            "A meeting must end after it starts, but got %s to %s.".formatted(start, end));
      if (invited < 1)
        throw new IllegalArgumentException(
            "A meeting invites at least one person, but got %d.".formatted(invited));
    }
  }

  /**
   * Real work began or ended.
   *
   * @param telework whether it is done elsewhere under a telework agreement; where is not known
   */
  record Work(Ref ref, PersonId person, Change change, boolean telework, Instant at)
      implements Event {
    public enum Change {
      BEGIN,
      END
    }

    public Work {
      present(ref, person, at);
      Objects.requireNonNull(change, "change");
    }
  }

  /** The person will be, or is, absent; no reason is known. */
  record AbsenceChange(Ref ref, PersonId person, Absence absence, Instant at) implements Event {
    public AbsenceChange {
      present(ref, person, at);
      Objects.requireNonNull(absence, "absence");
    }
  }

  /** The person is put on call for one duty. */
  record DutyChange(Ref ref, PersonId person, PersonFacts.OnCall onCall, Instant at)
      implements Event {
    public DutyChange {
      present(ref, person, at);
      Objects.requireNonNull(onCall, "onCall");
    }
  }

  /**
   * The person took an emergency: nobody else need be reached for it.
   *
   * @param contact ref of the emergency
   */
  record Answer(Ref ref, PersonId person, Ref contact, Instant at) implements Event {
    public Answer {
      present(ref, person, at);
      Objects.requireNonNull(contact, "contact");
    }
  }

  /**
   * In this lane nothing before {@code until} will follow. Comes through Kafka only.
   *
   * @param ended the file ends here
   */
  record ClockMarker(Instant until, boolean ended) implements Incoming {
    public ClockMarker {
      Objects.requireNonNull(until, "until");
    }
  }

  private static void present(Ref ref, PersonId person, Instant at) {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(at, "at");
  }
}
