package org.feierabend.launcher.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.feierabend.timeline.IsoWeek;

/**
 * Puts events into the topic of their week and a marker at every local midnight in between, so that
 * the server's clock for this employer moves with the file. A week's last marker is its end.
 */
final class WeekWriter {
  /** After a week's end the server waits 36 h for late events; the second midnight is past that. */
  private static final int DAYS_PAST_GRACE = 2;

  private final ZoneId zone;
  private final EventSender sender;
  private final Consumer<IsoWeek> beforeWeek;
  private LocalDate day;
  private IsoWeek week;
  private Instant midnight;

  /**
   * @param beforeWeek called before a week is written: makes its topic, and may wait until the
   *     server has caught up
   */
  WeekWriter(LocalDate start, ZoneId zone, EventSender sender, Consumer<IsoWeek> beforeWeek) {
    this.zone = zone;
    this.sender = sender;
    this.beforeWeek = beforeWeek;
    this.day = IsoWeek.of(start).monday();
    this.midnight = endOfDay();
    open(IsoWeek.of(day));
  }

  void event(ReplayEvent event) {
    while (!event.at().isBefore(midnight)) endDay(false);
    sender.send(week, event);
  }

  /** Moves on until {@code today} has begun, and no further; returns that midnight. */
  Instant stop(LocalDate today) {
    while (day.isBefore(today)) endDay(false);
    sender.flush();
    return day.atStartOfDay(zone).toInstant();
  }

  /** Ends the day the last event lies in, and nothing more; returns how far time has come. */
  Instant endLastDay() {
    Instant clock = midnight;
    endDay(false);
    sender.flush();
    return clock;
  }

  /** Moves past the grace of the last week and says that nothing comes after; returns that time. */
  Instant endOfFile() {
    LocalDate last = week.monday().plusWeeks(1).plusDays(DAYS_PAST_GRACE - 1L);
    while (day.isBefore(last)) endDay(false);
    Instant clock = midnight;
    endDay(true);
    sender.flush();
    return clock;
  }

  private void endDay(boolean end) {
    sender.marker(week, midnight, end);
    day = day.plusDays(1);
    midnight = endOfDay();
    IsoWeek next = IsoWeek.of(day);
    if (!next.equals(week) && !end) open(next);
  }

  private void open(IsoWeek next) {
    beforeWeek.accept(next);
    week = next;
  }

  private Instant endOfDay() {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
