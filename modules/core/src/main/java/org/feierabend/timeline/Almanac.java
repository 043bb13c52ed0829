package org.feierabend.timeline;

import java.util.Objects;

/** What a timeline looks up. */
public record Almanac(Holidays holidays, WorkingTimeLaw law, Availabilities availabilities) {
  public Almanac {
    Objects.requireNonNull(holidays, "holidays");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(availabilities, "availabilities");
  }
}
