package org.feierabend.intake;

import static org.feierabend.intake.Scene.WEEK;
import static org.feierabend.intake.Scene.contact;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.report.Indicator;
import org.junit.jupiter.api.Test;

/** The process is killed at random steps; sums and totals are an oracle's in the end. */
class ExactlyOnceTest {
  private static final String[] PEOPLE = {"anna", "bela", "cem", "dora"};
  private static final int BATCH = 7;

  @Test
  void sums_and_totals_do_not_depend_on_when_the_process_was_killed() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Incoming.Event> topic = topic(random);
      Scene scene = new Scene(ClockKind.EVENT);
      int kills = read(scene, topic, random);
      tally(scene, random);
      assertEquals(oracle(topic), sums(scene), "seed " + seed + ", " + kills + " kills");
      assertEquals((long) topic.size(), scene.house.totals.get("events"));
      assertEquals(
          topic.size() - distinct(topic), scene.house.totals.getOrDefault("duplicate", 0L));
    }
  }

  private static List<Incoming.Event> topic(Random random) {
    List<Incoming.Event> events = new ArrayList<>();
    Instant start = WEEK.start(java.time.ZoneOffset.UTC);
    for (int i = 0; i < 60; i++) {
      int id = random.nextInt(50); // some ids come twice or more often
      String person = PEOPLE[id % PEOPLE.length];
      events.add(contact("c" + id, person, start.plus(Duration.ofMinutes(id * 197L % 10_000))));
    }
    return events;
  }

  private static int read(Scene scene, List<Incoming.Event> topic, Random random) {
    int kills = 0;
    scene.house.stepsToLive = random.nextInt(10);
    while (true) {
      int from = scene.house.inboundOffsets(scene.employer, WEEK).getOrDefault(0, 0L).intValue();
      if (from == topic.size()) return kills;
      List<Read> batch = new ArrayList<>();
      for (int i = from; i < Math.min(from + BATCH, topic.size()); i++)
        batch.add(new Read(0, i, new Translation.Understood(topic.get(i), 0)));
      try {
        scene.intake.acceptFromTopic(
            scene.employer, WEEK, batch, WEEK.start(java.time.ZoneOffset.UTC));
      } catch (MemoryHouse.Killed killed) {
        kills++;
        scene.restart();
        scene.house.stepsToLive = random.nextInt(10);
      }
    }
  }

  private static void tally(Scene scene, Random random) {
    while (true)
      try {
        scene.house.stepsToLive = random.nextInt(4);
        scene.house.tallyAll(scene.employer);
        scene.restart();
        return;
      } catch (MemoryHouse.Killed killed) {
        scene.restart();
      }
  }

  /**
   * Counts people with five different contacts at night or on the weekend, with plain arithmetic.
   */
  private static Map<Integer, Integer> oracle(List<Incoming.Event> topic) {
    Map<Integer, Integer> expected = new HashMap<>();
    for (int p = 0; p < PEOPLE.length; p++) {
      Set<String> outside = new HashSet<>();
      for (Incoming.Event event : topic) {
        if (!event.person().value().equals(PEOPLE[p])) continue;
        long minute = event.at().getEpochSecond() / 60;
        long day = Math.floorMod(minute / 1440 + 3, 7); // 1970-01-01 was a Thursday
        long hour = minute / 60 % 24;
        if (day >= 5 || hour < 7 || hour >= 19) outside.add(event.ref().id());
      }
      if (outside.size() >= 5) expected.merge((p + 1) % 3, 1, Integer::sum);
    }
    return expected;
  }

  private static Map<Integer, Integer> sums(Scene scene) {
    Map<Integer, Integer> found = new HashMap<>();
    for (int block = 0; block < 3; block++) {
      int sum = scene.house.sums(WEEK).of(block, Indicator.CONTACTS_OUTSIDE);
      if (sum > 0) found.put(block, sum);
    }
    return found;
  }

  private static int distinct(List<Incoming.Event> topic) {
    Set<String> ids = new HashSet<>();
    for (Incoming.Event event : topic) ids.add(event.ref().id());
    return ids.size();
  }
}
