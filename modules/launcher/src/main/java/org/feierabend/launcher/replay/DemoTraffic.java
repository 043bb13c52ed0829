package org.feierabend.launcher.replay;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fifteen months of a made-up town's messages, meetings and late evenings, the same at every call:
 * fuller Tuesdays, short Fridays, empty holidays, restless offices, and a slow turn to the better.
 */
final class DemoTraffic implements EventStream {
  private static final long SEED = 4_711;
  private static final int MESSAGES_A_DAY_PERCENT = 208;
  private static final int MEETINGS_A_WEEK_PERCENT = 110;
  private static final int LATE_WEEK_PERCENT = 12;
  private static final int BETTER_BY_PERCENT = 30;
  private static final String[] CHANNELS = {"MAIL", "MAIL", "MAIL", "MAIL", "CHAT", "CHAT", "CALL"};

  private final DemoTown town;
  private final DemoSeason season = new DemoSeason();
  private final LocalDate start;
  private final Instant end;
  private final long weeks;
  private long number;

  /**
   * @param start a Monday
   * @param end nothing is generated from then on
   */
  DemoTraffic(DemoTown town, LocalDate start, Instant end) {
    this.town = town;
    this.start = start;
    this.end = end;
    this.weeks = 1 + ChronoUnit.WEEKS.between(start, LocalDate.ofInstant(end, DemoTown.ZONE));
  }

  @Override
  public void forEach(Receiver receiver) {
    number = 0;
    for (int week = 0; week < weeks; week++) {
      List<ReplayEvent> events = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(SEED + week);
      for (int person = 1; person <= town.people(); person++)
        week(start.plusWeeks(week), week, person, random, events);
      events.sort(Comparator.comparing(ReplayEvent::at));
      for (ReplayEvent event : events) if (event.at().isBefore(end)) receiver.event(event);
    }
  }

  private void week(
      LocalDate monday, int week, int person, SplittableRandom random, List<ReplayEvent> events) {
    for (int d = 0; d < 5; d++) {
      LocalDate day = monday.plusDays(d);
      int messages = times(random, MESSAGES_A_DAY_PERCENT * season.percent(day) / 100);
      for (int i = 0; i < messages; i++)
        contact(events, day, random.nextInt(8 * 60, dayEnd(day)), person, random);
    }
    int unrest = DemoTown.OFFICES.get(town.office(person)).unrest();
    int share = (int) (unrest * (100 - BETTER_BY_PERCENT * week / weeks) / 100);
    LocalDate middle = monday.plusDays(2);
    boolean restless = random.nextInt(100) < share * season.percent(middle) / 100;
    int evenings = restless ? random.nextInt(5, 10) : random.nextInt(4);
    for (int i = 0; i < evenings; i++) evening(events, monday, person, random);
    int meetings = times(random, MEETINGS_A_WEEK_PERCENT * season.percent(middle) / 100);
    for (int i = 0; i < meetings; i++) meeting(events, monday, person, restless, random);
    if (restless && random.nextInt(100) < LATE_WEEK_PERCENT) late(events, monday, person, random);
  }

  /** Outside hours: mostly an evening of a working day, sometimes the weekend. */
  private void evening(
      List<ReplayEvent> events, LocalDate monday, int person, SplittableRandom random) {
    boolean weekend = random.nextInt(8) == 0;
    LocalDate day = monday.plusDays(weekend ? random.nextInt(5, 7) : random.nextInt(5));
    if (!weekend && season.percent(day) == 0 && random.nextInt(5) > 0) return;
    int minute = weekend ? random.nextInt(10 * 60, 21 * 60) : random.nextInt(19 * 60, 22 * 60);
    contact(events, day, minute, person, random);
  }

  private void contact(
      List<ReplayEvent> events, LocalDate day, int minute, int person, SplittableRandom random) {
    int colleague = 1 + random.nextInt(town.people());
    int head = town.head(town.office(person));
    String channel = CHANNELS[random.nextInt(CHANNELS.length)];
    int kind = random.nextInt(100);
    byte[] data =
        kind < 70
            ? message(person, colleague, "COLLEAGUE", channel)
            : kind < 82 ? message(person, head, "MANAGER", channel) : outsider(person, kind);
    add(events, ReplayEvent.CONTACT, at(day, minute, random), person, data);
  }

  private static byte[] message(int person, int sender, String role, String channel) {
    return EventJson.contact(
        DemoTown.IDS, person, sender, sender == person ? "SELF" : role, channel);
  }

  private static byte[] outsider(int person, int kind) {
    String role = kind < 95 ? "CITIZEN" : "SYSTEM";
    return EventJson.contact(DemoTown.IDS, person, People.NOBODY, role, "MAIL");
  }

  private void meeting(
      List<ReplayEvent> events,
      LocalDate monday,
      int person,
      boolean restless,
      SplittableRandom random) {
    LocalDate day = monday.plusDays(random.nextInt(5));
    if (season.percent(day) == 0) return;
    boolean late = random.nextInt(100) < (restless ? 35 : 4);
    int hour = late ? random.nextInt(17, 19) : random.nextInt(9, 11);
    Instant from = day.atTime(hour, 15 * random.nextInt(4)).atZone(DemoTown.ZONE).toInstant();
    Instant to = from.plus(15L * random.nextInt(2, 5), ChronoUnit.MINUTES);
    String data =
        "{\"person\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"invited\":%d}"
            .formatted(DemoTown.IDS.of(person), from, to, random.nextInt(2, 13));
    Instant asked = at(day, random.nextInt(8 * 60, 9 * 60), random);
    add(events, ReplayEvent.MEETING, asked, person, data.getBytes(StandardCharsets.US_ASCII));
  }

  /** Work until late and again early next morning: less than eleven hours of rest. */
  private void late(
      List<ReplayEvent> events, LocalDate monday, int person, SplittableRandom random) {
    LocalDate day = monday.plusDays(random.nextInt(4));
    if (season.percent(day) == 0 || season.percent(day.plusDays(1)) == 0) return;
    Instant evening = at(day, random.nextInt(21 * 60 + 30, 23 * 60), random);
    Instant morning = at(day.plusDays(1), random.nextInt(7 * 60 + 30, 8 * 60), random);
    add(events, ReplayEvent.WORK, evening, person, EventJson.work(DemoTown.IDS, person, "END"));
    add(events, ReplayEvent.WORK, morning, person, EventJson.work(DemoTown.IDS, person, "BEGIN"));
  }

  private void add(List<ReplayEvent> events, String type, Instant at, int person, byte[] data) {
    events.add(new ReplayEvent("demo-" + ++number, at, type, person, data));
  }

  private static Instant at(LocalDate day, int minute, SplittableRandom random) {
    LocalTime time = LocalTime.of(minute / 60, minute % 60, random.nextInt(60));
    return day.atTime(time).atZone(DemoTown.ZONE).toInstant();
  }

  private static int dayEnd(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.FRIDAY ? 14 * 60 : 17 * 60;
  }

  /** A whole number that is {@code percent}/100 on average. */
  private static int times(SplittableRandom random, int percent) {
    int most = 2 * percent / 100 + 1;
    int spread = random.nextInt(100 * most);
    return (int) Math.min(most, (spread * 2L * percent / most + 5_000) / 10_000);
  }

  @Override
  public int size() {
    return (int) (weeks * town.people() * 12.6);
  }

  @Override
  public Instant first() {
    return start.atStartOfDay(DemoTown.ZONE).toInstant();
  }

  @Override
  public Instant last() {
    return end;
  }
}
