package org.feierabend.intake;

import org.feierabend.timeline.IsoWeek;

/** Something was to be counted for a week that takes nothing any more: it is late. */
public final class WeekClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient IsoWeek week;

  public WeekClosed(IsoWeek week) {
    super("Week %s is not open; sort what belongs to it as late and try again.".formatted(week));
    this.week = week;
  }

  public IsoWeek week() {
    return week;
  }
}
