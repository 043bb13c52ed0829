package org.feierabend.channels.http;

import java.util.List;

/** Dates on which I am available at other times than every week. */
record DaysView(String zone, List<Day> days) implements View {
  /**
   * @param windows none: off that day
   */
  record Day(String date, List<Hours> windows) {}

  /** Local times; 24:00 is the end of the day. */
  record Hours(String from, String to) {}
}
