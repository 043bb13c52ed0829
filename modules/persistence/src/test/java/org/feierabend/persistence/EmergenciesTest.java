package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.intake.Emergencies.Judgement;
import org.feierabend.intake.Emergencies.Verdict;
import org.feierabend.intake.Emergency;
import org.feierabend.people.Employer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of emergencies, on real PostgreSQL. */
class EmergenciesTest {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Instant NIGHT = Instant.parse("2026-02-03T22:00:00Z");
  private static Database database;

  private JdbcEmergencies emergencies;
  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    emergencies = new JdbcEmergencies(database);
    employer =
        new JpaDirectory(database).create(Sample.city("emergency-" + NEXT.incrementAndGet(), 1));
    new JdbcWeeks(database).open(employer, WEEK);
  }

  private void called(int from, int to, Emergency emergency) {
    List<Accepted> contacts = new java.util.ArrayList<>();
    for (int i = from; i < to; i++)
      contacts.add(
          new Accepted(
              WEEK,
              Digest.of(Sample.digest(i)),
              Optional.empty(),
              "outcome:DELIVER",
              List.of("emergency"),
              Optional.empty(),
              Optional.of(emergency)));
    new JdbcAcceptance(database).commit(employer, Sample.only(contacts));
  }

  private static Emergency flood(int no) {
    return new Emergency(new UUID(7, no), NIGHT, Sender.MANAGER, EmergencyReason.FLOOD);
  }

  @Test
  void one_emergency_to_many_people_in_several_batches_is_one() {
    called(0, 50, flood(1));
    called(40, 90, flood(1));
    assertEquals(
        List.of(flood(1)),
        emergencies.since(employer, NIGHT).stream().map(k -> k.emergency()).toList());
  }

  @Test
  void it_is_judged_once() {
    called(0, 1, flood(2));
    Judgement none = new Judgement(Verdict.NO_EMERGENCY, NIGHT.plusSeconds(60));
    assertTrue(emergencies.judge(employer, flood(2).id(), none));
    assertFalse(
        emergencies.judge(employer, flood(2).id(), new Judgement(Verdict.EMERGENCY, NIGHT)));
    assertEquals(
        Optional.of(none), emergencies.find(employer, flood(2).id()).orElseThrow().judgement());
  }

  @Test
  void nobody_of_another_employer_finds_or_judges_it() {
    called(0, 1, flood(3));
    Employer other =
        new JpaDirectory(database).create(Sample.city("other-" + NEXT.incrementAndGet(), 1));
    assertEquals(Optional.empty(), emergencies.find(other, flood(3).id()));
    assertFalse(emergencies.judge(other, flood(3).id(), new Judgement(Verdict.EMERGENCY, NIGHT)));
    emergencies.forget(other, NIGHT.plusSeconds(9999));
    assertEquals(1, emergencies.since(employer, NIGHT).size());
  }

  @Test
  void what_is_older_is_forgotten_and_the_hour_itself_stays() {
    called(0, 1, flood(4));
    emergencies.forget(employer, NIGHT);
    assertEquals(1, emergencies.since(employer, NIGHT.minusSeconds(9999)).size());
    emergencies.forget(employer, NIGHT.plusSeconds(1));
    assertEquals(List.of(), emergencies.since(employer, NIGHT.minusSeconds(9999)));
  }
}
