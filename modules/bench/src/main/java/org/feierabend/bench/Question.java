package org.feierabend.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.WorkPattern;

/** One generated message: who, what, when. */
public record Question(PersonFacts person, ContactClass contact, Instant at) {
  /** In which order questions come. */
  public enum Order {
    /** A week's messages one after the other: what a server meets. */
    ARRIVING(7, "as they come"),
    /** From anywhere in half a year, in no order: the hardest for whoever remembers. */
    SCATTERED(26 * 7, "from anywhere");

    final String title;
    private final int days;

    Order(int days, String title) {
      this.days = days;
      this.title = title;
    }
  }

  static final int PEOPLE = 1_000;
  private static final int COUNT = 1 << 16;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "Europe/London",
          "America/New_York",
          "Asia/Tokyo",
          "Asia/Kolkata",
          "Australia/Sydney");

  /** The same for every variant and every run. */
  static Question[] all(Order order) {
    Random random = new Random(20260105);
    List<PersonFacts> people = people(random);
    long[] seconds = random.longs(COUNT, 0, order.days * 86_400L).toArray();
    if (order == Order.ARRIVING) Arrays.sort(seconds);
    Question[] questions = new Question[COUNT];
    for (int i = 0; i < COUNT; i++)
      questions[i] =
          new Question(
              people.get(random.nextInt(PEOPLE)), contact(random), START.plusSeconds(seconds[i]));
    return questions;
  }

  static List<PersonFacts> people(Random random) {
    List<PersonFacts> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) people.add(person(random, i));
    return people;
  }

  private static PersonFacts person(Random random, int i) {
    WeeklyWindow window =
        new WeeklyWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(6 + random.nextInt(4), 15 * random.nextInt(4)),
            LocalTime.of(15 + random.nextInt(5), 15 * random.nextInt(4)));
    Set<DayOfWeek> free = i % 4 == 0 ? Set.of(DayOfWeek.of(1 + random.nextInt(5))) : Set.of();
    Instant day = START.plusSeconds(86_400L * random.nextInt(180));
    List<Absence> absences =
        i % 3 == 0
            ? List.of(new Absence(new Span(day, day.plusSeconds(14 * 86_400)), Optional.empty()))
            : List.of();
    List<OnCall> duties =
        i % 10 == 0
            ? List.of(new OnCall(new Span(day, day.plusSeconds(50_000)), "WATER"))
            : List.of();
    return new PersonFacts(
        ZONES.get(i % 10 < 5 ? 0 : i % ZONES.size()),
        PersonFacts.Regime.TARIF,
        Set.of(),
        i % 2 == 0 ? "09564000" : "09761000",
        List.of(),
        new PersonFacts.Hours(
            Optional.of(List.of(window)),
            Optional.of(WorkPattern.without(free)),
            Optional.empty(),
            List.of()),
        absences,
        new PersonFacts.Roster(List.of(), duties, Set.of(), List.of(), List.of()));
  }

  private static ContactClass contact(Random random) {
    boolean incident = random.nextInt(20) == 0;
    return new ContactClass(
        incident ? ContactKind.INCIDENT : ContactKind.MESSAGE,
        random.nextInt(10) == 0 ? Urgency.URGENT : Urgency.NORMAL,
        Channel.values()[random.nextInt(3)],
        Sender.values()[random.nextInt(5)],
        incident,
        EmergencyReason.NONE);
  }
}
