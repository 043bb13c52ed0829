package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.feierabend.contact.Channel;
import org.feierabend.contact.Ref;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.intake.Acceptance.Effects;
import org.feierabend.intake.Answered;
import org.feierabend.intake.Deferral;
import org.feierabend.people.Employer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeferralsTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-02-03T06:00:00Z");
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static Database database;
  private static JdbcDeferrals deferrals;

  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    deferrals = new JdbcDeferrals(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void hold() {
    int run = NEXT.incrementAndGet();
    employer = new JpaDirectory(database).create(Sample.city("held-" + run, 1));
    new JdbcWeeks(database).open(employer, WEEK);
    List<Accepted> held = new ArrayList<>();
    for (int i = 0; i < 1_000; i++)
      held.add(
          Sample.deferred(
              WEEK, Sample.digest(run * 100_000L + i), i % 10, i < 900 ? MONDAY : TUESDAY));
    new JdbcAcceptance(database).commit(employer, Sample.only(held));
  }

  @Test
  void bells_ring_once_for_each_instant() {
    assertEquals(List.of(MONDAY, TUESDAY), deferrals.bells(employer, 10));
    assertEquals(List.of(MONDAY), deferrals.bells(employer, 1));
    assertEquals(Optional.of(MONDAY), deferrals.nextBell(employer));
    assertEquals(Map.of(MONDAY, 90, TUESDAY, 10), deferrals.waitingFor(employer, 3).byInstant());
    assertEquals(Map.of(Channel.MAIL, 100), deferrals.waitingFor(employer, 3).byChannel());
    assertEquals(0, deferrals.release(employer, MONDAY.minusMillis(1), 10, d -> List.of()));
  }

  private void emergency(String ref, long person, Instant due) {
    byte[] digest = Sample.random16();
    Deferral fallback =
        new Deferral(digest, person, new Ref("/phone", ref), Sample.EMERGENCY, due, true);
    new JdbcAcceptance(database)
        .commit(
            employer,
            Sample.only(
                List.of(
                    new Accepted(
                        WEEK,
                        Digest.of(digest),
                        Optional.of(fallback),
                        "outcome:ROUTE",
                        List.of("emergency"),
                        Optional.empty(),
                        Optional.empty()))));
  }

  private void answer(String ref, Set<Long> people, Instant at) {
    new JdbcAcceptance(database)
        .commit(
            employer,
            new Effects(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new Answered(new Ref("/phone", ref), people, at))));
  }

  @Test
  void an_answer_in_time_deletes_an_emergency_that_waits_for_one_and_nothing_else() {
    Instant due = MONDAY.minusSeconds(3_600);
    emergency("flood", 1, due);
    emergency("flood", 2, due);
    emergency("flood", 3, due);
    emergency("fire", 1, due);
    answer("flood", Set.of(1L, 2L), due.minusSeconds(1));
    answer("fire", Set.of(1L), due);
    List<String> left = new ArrayList<>();
    new JdbcDeferrals(database)
        .release(
            employer,
            due,
            10,
            d -> {
              d.forEach(x -> left.add(x.ref().id() + " " + x.personNo() + x.unlessAnswered()));
              return List.of();
            });
    assertEquals(List.of("fire 1true", "flood 3true"), left.stream().sorted().toList());
    assertEquals(1_000, deferrals.count(employer));
  }

  @Test
  void an_emergency_that_waits_on_after_it_was_not_answered_is_held_whatever_others_do() {
    Instant due = MONDAY.minusSeconds(3_600);
    emergency("flood", 1, due);
    deferrals.release(
        employer, due, 10, d -> d.stream().map(x -> later(x, MONDAY.minusSeconds(60))).toList());
    answer("flood", Set.of(1L), due.plusSeconds(1));
    assertEquals(1_001, deferrals.count(employer));
  }

  private static Deferral later(Deferral d, Instant until) {
    return Deferral.held(d.id(), d.personNo(), d.ref(), d.contact(), until);
  }

  @Test
  void what_comes_at_the_same_instant_comes_in_the_order_it_arrived() {
    List<Accepted> held = new ArrayList<>();
    List<String> arrived = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      byte[] digest = Sample.digest(1_000_000_000L + NEXT.incrementAndGet() * 7_919L % 104_729L);
      held.add(Sample.deferred(WEEK, digest, 1, MONDAY.minusSeconds(60)));
      arrived.add(held.get(i).deferral().orElseThrow().ref().id());
      if (i % 5 == 4) {
        new JdbcAcceptance(database).commit(employer, Sample.only(held.subList(i - 4, i + 1)));
      }
    }
    List<String> released = new ArrayList<>();
    deferrals.release(
        employer,
        MONDAY.minusSeconds(60),
        100,
        due -> {
          due.forEach(d -> released.add(d.ref().id()));
          return List.of();
        });
    assertEquals(arrived, released);
  }

  @Test
  void two_who_release_at_once_share_the_work_and_nothing_is_handed_over_twice() throws Exception {
    Set<ByteBuffer> handed = ConcurrentHashMap.newKeySet();
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch bothHold = new CountDownLatch(2);
    Callable<Void> releaser =
        () -> {
          boolean first = true;
          while (true) {
            boolean wait = first;
            first = false;
            int released =
                deferrals.release(
                    employer,
                    MONDAY,
                    50,
                    batch -> {
                      if (wait) await(bothHold);
                      for (Deferral d : batch) {
                        calls.incrementAndGet();
                        handed.add(ByteBuffer.wrap(d.id()));
                      }
                      return List.of();
                    });
            if (released == 0) return null;
          }
        };
    AcceptanceTest.inParallel(List.of(releaser, releaser));
    assertEquals(900, calls.get());
    assertEquals(900, handed.size());
    assertEquals(100, deferrals.count(employer));
  }

  @Test
  void what_still_waits_stays_with_its_new_instant() {
    Instant later = TUESDAY.plusSeconds(3_600);
    int taken =
        deferrals.release(
            employer,
            MONDAY,
            1_000,
            due ->
                due.stream()
                    .limit(7)
                    .map(d -> Deferral.held(d.id(), d.personNo(), d.ref(), d.contact(), later))
                    .toList());
    assertEquals(900, taken);
    assertEquals(107, deferrals.count(employer));
    assertEquals(List.of(TUESDAY, later), deferrals.bells(employer, 10));
  }

  @Test
  void one_persons_window_is_not_torn_between_batches() {
    List<Set<Long>> batches = new ArrayList<>();
    int taken;
    do {
      taken =
          deferrals.release(
              employer,
              MONDAY,
              200,
              due -> {
                batches.add(due.stream().map(Deferral::personNo).collect(Collectors.toSet()));
                return List.of();
              });
    } while (taken > 0);
    long people = batches.stream().mapToLong(Set::size).sum();
    assertEquals(10, people, "each of ten people comes in one batch");
  }

  @Test
  void what_could_not_be_handed_over_stays() {
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            deferrals.release(
                employer,
                TUESDAY,
                50,
                batch -> {
                  throw new UnsupportedOperationException("broker away");
                }));
    assertEquals(1_000, deferrals.count(employer));
  }

  private static void await(CountDownLatch latch) {
    latch.countDown();
    try {
      if (!latch.await(10, TimeUnit.SECONDS))
        throw new IllegalStateException("The other one waits for a lock; it should skip it.");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
