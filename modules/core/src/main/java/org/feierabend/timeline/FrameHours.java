package org.feierabend.timeline;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Weekly hours of the policy as they fall into a person's days, wherever they travel. */
public final class FrameHours {
  private FrameHours() {}

  /** The hours that touch the span; none on days whose zone nobody knows. */
  public static List<Span> touching(PersonFacts person, List<WeeklyWindow> weekly, Span span) {
    ZoneId home = LocalDays.zone(person.zone()).orElse(ZoneOffset.UTC);
    return Windows.weekly(weekly, new LocalDays(home, person.travel()), span);
  }
}
