package org.feierabend.channels.calendar;

import java.time.Instant;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.Available;
import net.fortuna.ical4j.model.component.VAvailability;
import net.fortuna.ical4j.model.component.VFreeBusy;
import net.fortuna.ical4j.model.parameter.FbType;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.FreeBusy;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableBusyType;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.feierabend.calendar.ShownTimes;
import org.feierabend.timeline.PersonFacts.Span;

/** Writes when somebody is free: times, and nothing else. */
public final class FreeTimes {
  /** What others read of who wrote a calendar. */
  static final String PRODUCT = "-//Feierabend//Feierabend//EN";

  private FreeTimes() {}

  /** RFC 7953: spelled out and in UTC, so that holidays and changes of the clock are in it. */
  public static Calendar availability(ShownTimes times, String uid, Instant written) {
    VAvailability availability = new VAvailability(false);
    head(availability, uid, times.span(), written);
    availability.add(ImmutableBusyType.BUSY_UNAVAILABLE);
    int n = 0;
    for (Span free : times.free()) {
      Available available = new Available();
      head(available, "%s-%d".formatted(uid, ++n), free, written);
      availability.add(available);
    }
    return calendar().add(availability);
  }

  /** RFC 5545, section 3.6.4. */
  public static Calendar freeBusy(ShownTimes times, String uid, Instant written) {
    VFreeBusy freeBusy = new VFreeBusy(false);
    head(freeBusy, uid, times.span(), written);
    for (Span busy : times.busy())
      freeBusy.add(
          new FreeBusy(
              new ParameterList(java.util.List.of(FbType.BUSY_UNAVAILABLE)),
              "%s/%s".formatted(utc(busy.from()), utc(busy.to()))));
    return calendar().add(freeBusy);
  }

  static Calendar calendar() {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    return calendar.add(ImmutableVersion.VERSION_2_0);
  }

  static void head(PropertyContainer component, String uid, Span span, Instant written) {
    component.add(new Uid(uid));
    component.add(new DtStamp(written));
    component.add(new DtStart<>(span.from()));
    component.add(new DtEnd<>(span.to()));
  }

  private static String utc(Instant at) {
    return java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
        .withZone(java.time.ZoneOffset.UTC)
        .format(at);
  }
}
