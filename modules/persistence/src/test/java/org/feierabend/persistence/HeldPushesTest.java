package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.feierabend.people.Employer;
import org.feierabend.push.HeldPush;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits for a device, in a real PostgreSQL. */
class HeldPushesTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");
  private static Database database;
  private static JpaDirectory directory;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    directory = new JpaDirectory(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_device_holds_its_last_push_with_the_number_of_events_and_a_repetition_counts_once() {
    Employer employer = directory.create(Sample.city("devices", 2));
    long person = directory.people(employer).iterator().next().no();
    JdbcHeldPushes held = new JdbcHeldPushes(database);
    byte[] device = Sample.random16();
    for (String event : List.of("1", "1", "2"))
      held.hold(
          employer,
          new HeldPush(person, device, "n" + event, 1, MONDAY),
          event.getBytes(StandardCharsets.UTF_8));
    held.hold(employer, new HeldPush(person, Sample.random16(), "n", 1, MONDAY), new byte[1]);
    assertEquals(2, held.of(employer, person));
    assertEquals(List.of(), held.due(employer, MONDAY.minusMillis(1), 9));
    JdbcHeldPushes afterARestart = new JdbcHeldPushes(database);
    HeldPush due =
        afterARestart.due(employer, MONDAY, 9).stream()
            .filter(p -> p.notification().equals("n2"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, due.events());
    held.hold(
        employer,
        new HeldPush(person, device, "n3", 1, MONDAY),
        "3".getBytes(StandardCharsets.UTF_8));
    afterARestart.done(employer, due);
    assertEquals(2, held.of(employer, person), "what came meanwhile stays");
    held.later(employer, due.until(MONDAY.plusSeconds(60)));
    assertEquals(1, held.due(employer, MONDAY, 9).size());
    database.transaction(c -> Sql.update(c, "DELETE FROM person WHERE no = ?", person));
    assertEquals(0, held.of(employer, person), "it leaves with the person");
  }
}
