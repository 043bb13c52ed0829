package org.feierabend.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.Slot;

/**
 * A meeting in somebody's calendar, as far as an answer to it needs: times and addresses. It is
 * read when the person looks, and kept nowhere.
 *
 * @param id tells it apart from others and says nothing
 * @param uid as its calendar names it
 * @param recurrence which of a series it is
 * @param organiser mail address
 * @param invited mail addresses
 */
public record Invitation(
    String id,
    String uid,
    int sequence,
    Optional<Instant> recurrence,
    Slot slot,
    String organiser,
    List<String> invited) {
  public Invitation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(recurrence, "recurrence");
    Objects.requireNonNull(slot, "slot");
    Objects.requireNonNull(organiser, "organiser");
    invited = List.copyOf(invited);
  }

  @Override
  public String toString() {
    return "Invitation(…)"; // addresses are for the answer alone
  }
}
