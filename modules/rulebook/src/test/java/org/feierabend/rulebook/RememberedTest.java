package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Advice;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Surroundings;
import org.feierabend.decision.TableReachability;
import org.feierabend.decision.Weighing;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.WorkPattern;
import org.junit.jupiter.api.Test;

/** What was decided once is answered again without asking, and says what a fresh question says. */
class RememberedTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int SECONDS = 120 * 86_400; // over a night the clocks change

  private record Question(PersonFacts person, ContactClass contact, Instant at, boolean onCall) {}

  private final RulebookReachabilities book = new RulebookReachabilities(HOME);
  private final Random random = new Random(20260301);

  @Test
  void a_remembered_answer_equals_a_fresh_consultation_across_changes_of_the_policy() {
    List<Question> questions = questions(4_000);
    for (String name : List.of("p0", "city", "p0")) {
      Policy policy = book.policies().policy(name);
      Reachability reach = book.under(name);
      for (Question q : questions) {
        Decision first = reach.decide(q.person(), q.contact(), q.at(), q.onCall());
        assertEquals(first, reach.decide(q.person(), q.contact(), q.at(), q.onCall()));
        Surroundings around = new Surroundings(q.onCall(), false, policy.compensatoryRest());
        Cell fresh =
            Weighing.weigh(
                book.rules().consult(reach.kindAt(q.person(), q.at()), q.contact(), around),
                q.contact().channel(),
                policy.mail() == Policy.Mail.HOLD);
        assertEquals(outcome(fresh, first), first.outcome(), q::toString);
        assertEquals(fresh.reasons(), first.reasons(), q::toString);
        assertEquals(fresh.counted(), first.counted(), q::toString);
      }
    }
  }

  @Test
  void an_edition_that_took_over_from_the_one_before_answers_as_one_that_did_not() {
    List<Question> questions = questions(2_000);
    TableReachability before = (TableReachability) new RulebookReachabilities(HOME).under("p0");
    for (Question q : questions) before.decide(q.person(), q.contact(), q.at(), q.onCall());
    TableReachability after = (TableReachability) new RulebookReachabilities(HOME).under("city");
    assertEquals(0, after.takeOver(before), "cells nobody could prove");
    Reachability alone = book.under("city");
    for (Question q : questions)
      assertEquals(
          alone.decide(q.person(), q.contact(), q.at(), q.onCall()),
          after.decide(q.person(), q.contact(), q.at(), q.onCall()),
          q::toString);
  }

  /** Who never gets a window is not kept waiting: beyond the horizon a wait becomes silence. */
  private static String outcome(Cell fresh, Decision came) {
    boolean beyond =
        fresh.shape() == Cell.Shape.DEFER
            && came instanceof Decision.Silence s
            && s.advice().contains(Advice.REVIEW)
            && s.until().isAfter(START.plus(TableReachability.HORIZON.minusDays(35)));
    return beyond ? "SILENCE" : fresh.shape().name().replaceFirst("_.*", "");
  }

  @Test
  void a_remembered_decision_allocates_nothing() {
    Reachability reach = book.under("p0");
    Question[] questions = questions(2_000).toArray(Question[]::new);
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20; i++) ask(reach, questions);
    long before = thread.getCurrentThreadAllocatedBytes();
    long measuring = thread.getCurrentThreadAllocatedBytes() - before; // of the look itself
    before = thread.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 50; i++) ask(reach, questions);
    assertEquals(
        0, thread.getCurrentThreadAllocatedBytes() - before - measuring, "bytes in 100,000");
  }

  private static void ask(Reachability reach, Question[] questions) {
    for (Question q : questions) reach.decide(q.person(), q.contact(), q.at(), q.onCall());
  }

  private List<Question> questions(int count) {
    List<PersonFacts> people = new ArrayList<>();
    for (int i = 0; i < 60; i++) people.add(person(i));
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++)
      questions.add(
          new Question(
              people.get(random.nextInt(people.size())),
              contact(),
              START.plusSeconds(random.nextInt(SECONDS)).plusMillis(random.nextInt(1_000)),
              random.nextInt(4) == 0));
    return questions;
  }

  private PersonFacts person(int i) {
    WeeklyWindow window =
        new WeeklyWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(6 + random.nextInt(4), 15 * random.nextInt(4)),
            LocalTime.of(15 + random.nextInt(8), 15 * random.nextInt(4)));
    Instant day = START.plusSeconds(86_400L * random.nextInt(100));
    Set<DayOfWeek> free = i % 4 == 0 ? Set.of(DayOfWeek.of(1 + random.nextInt(5))) : Set.of();
    Span shift = new Span(day.plusSeconds(72_000), day.plusSeconds(100_000));
    return new PersonFacts(
        any(new String[] {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "Nowhere/At_all"}),
        any(PersonFacts.Regime.values()),
        i % 7 == 0 ? Set.of(any(PersonFacts.Flag.values())) : Set.of(),
        any(new String[] {"09564000", "09761000", "00000000"}),
        List.of(),
        new PersonFacts.Hours(
            i % 5 == 0 ? Optional.empty() : Optional.of(List.of(window)),
            Optional.of(WorkPattern.without(free)),
            Optional.empty(),
            List.of()),
        i % 3 == 0
            ? List.of(new Absence(new Span(day, day.plusSeconds(1_000_000)), Optional.empty()))
            : List.of(),
        new PersonFacts.Roster(
            i % 6 == 0 ? List.of(shift) : List.of(),
            i % 4 == 0
                ? List.of(new OnCall(new Span(day, day.plusSeconds(200_000)), "WATER"))
                : List.of(),
            Set.of(),
            List.of(),
            List.of()));
  }

  private ContactClass contact() {
    boolean emergency = random.nextInt(5) == 0;
    return new ContactClass(
        any(ContactKind.values()),
        emergency ? Urgency.EMERGENCY : any(new Urgency[] {Urgency.NORMAL, Urgency.URGENT}),
        any(Channel.values()),
        any(Sender.values()),
        random.nextBoolean(),
        emergency
            ? EmergencyReason.values()[1 + random.nextInt(EmergencyReason.values().length - 1)]
            : EmergencyReason.NONE);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
