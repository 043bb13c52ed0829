package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoTrafficTest {
  private static final LocalDate START = LocalDate.of(2025, 8, 25);
  private static final Instant END = Instant.parse("2026-11-23T13:45:00Z");
  private final DemoTown town = new DemoTown();

  @Test
  void about_a_million_events_in_order_of_time_and_none_after_the_end() {
    long[] count = {0};
    Instant[] last = {Instant.MIN};
    Map<LocalDate, Integer> days = new HashMap<>();
    new DemoTraffic(town, START, END)
        .forEach(
            event -> {
              count[0]++;
              assertFalse(event.at().isBefore(last[0]));
              last[0] = event.at();
              days.merge(LocalDate.ofInstant(event.at(), DemoTown.ZONE), 1, Integer::sum);
            });
    assertTrue(count[0] > 850_000 && count[0] < 1_200_000, count[0] + " events");
    assertTrue(last[0].isBefore(END));
    int tuesday = days.get(LocalDate.of(2026, 6, 16));
    assertTrue(days.get(LocalDate.of(2026, 6, 20)) * 10 < tuesday, "Saturdays are quiet");
    assertTrue(days.get(LocalDate.of(2026, 4, 3)) * 10 < tuesday, "Good Friday is quiet");
    assertTrue(days.get(LocalDate.of(2025, 12, 29)) * 2 < tuesday, "little between the years");
  }

  @Test
  void every_class_of_block_occurs_three_times() {
    Map<Integer, Integer> pools = new HashMap<>();
    int[] sizes =
        IntStream.concat(
                DemoTown.OFFICES.stream().mapToInt(DemoTown.Office::staff).filter(n -> n >= 20),
                IntStream.of(12 + 8 + 18)) // press, equal opportunities and audit are pooled
            .toArray();
    for (int size : sizes)
      pools.merge(size >= 175 ? 175 : size >= 88 ? 88 : size >= 49 ? 49 : 35, 1, Integer::sum);
    for (int from : new int[] {175, 88, 49, 35}) assertTrue(pools.get(from) >= 3, "from " + from);
    assertTrue(IntStream.of(sizes).min().orElse(0) >= 35);
    assertEquals(1_220, town.people());
  }

  @Test
  void easter_is_where_the_church_puts_it() {
    assertEquals(LocalDate.of(2026, 4, 5), DemoSeason.easter(2026));
    assertEquals(LocalDate.of(2025, 4, 20), DemoSeason.easter(2025));
    assertEquals(LocalDate.of(2027, 3, 28), DemoSeason.easter(2027));
  }
}
