package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventTableTest {
  @Test
  void any_order_of_reading_becomes_order_of_time_over_a_hundred_years() {
    EventTable table = new EventTable();
    Random random = new Random(7);
    int rows = 50_000;
    for (int i = 0; i < rows; i++)
      table.add(Instant.ofEpochSecond(31_536_000L + random.nextLong(4_000_000_000L)), i, i, i);
    table.sort();
    long seen = 0;
    for (int i = 0; i < rows; i++) {
      seen += table.person(i);
      assertEquals(table.person(i), table.line(i));
      if (i > 0) assertEquals(false, table.at(i).isBefore(table.at(i - 1)));
    }
    assertEquals((long) rows * (rows - 1) / 2, seen);
  }
}
