package org.feierabend.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private record Closed(String name) implements Door {
    @Override
    public Optional<Channel> channel() {
      return Optional.empty();
    }

    @Override
    public Optional<EmployerId> employer() {
      return Optional.empty();
    }

    @Override
    public Standing standing() {
      return new Standing.Off();
    }

    @Override
    public Optional<Instant> lastEvent() {
      return Optional.empty();
    }
  }

  @Test
  void doors_are_listed_by_name_and_a_name_is_taken_once() {
    Doors doors = new Doors();
    doors.add(new Closed("mail"));
    doors.add(new Closed("calendar"));
    assertEquals(List.of("calendar", "mail"), doors.all().stream().map(Door::name).toList());
    assertThrows(IllegalArgumentException.class, () -> doors.add(new Closed("mail")));
  }

  @Test
  void the_last_event_is_known_to_the_quarter_of_an_hour_and_no_closer() {
    LastEvent last = new LastEvent();
    assertEquals(Optional.empty(), last.instant());
    last.at(Instant.parse("2026-09-16T06:59:59.999Z"));
    assertEquals(Optional.of(Instant.parse("2026-09-16T06:45:00Z")), last.instant());
  }
}
