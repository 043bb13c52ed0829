package org.feierabend.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Slot;
import org.feierabend.contact.Urgency;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.StretchKind;
import org.feierabend.timeline.TestLaw;
import org.junit.jupiter.api.Test;

/** Rules of the test: windows Mon–Fri 07–19 UTC; the law forbids Sundays. */
class SlotsTest {
  private static final ContactClass SHIFT = contact(ContactKind.SHIFT, Sender.MANAGER);
  private static final ContactClass MEETING = contact(ContactKind.MEETING, Sender.COLLEAGUE);
  private static final Instant NOON = Instant.parse("2026-09-17T12:00:00Z");

  private final Reachability reachability =
      new TableReachability(
          SlotsTest::rules,
          TestLaw.ALMANAC,
          new Terms(
              List.of(weekly(7, 19)),
              List.of(),
              List.of(),
              true,
              false,
              false,
              Instant.MAX,
              "test"));
  private final Slots slots = reachability.slots();
  private final PersonFacts anna = person("UTC");

  @Test
  void a_shift_is_judged_over_its_whole_length() {
    Slot night = slot("2026-09-19T22:00:00Z", "2026-09-20T06:00:00Z");
    assertFalse(slots.allow(anna, SHIFT, night));
    assertTrue(slots.allow(anna, SHIFT, slot("2026-09-19T16:00:00Z", "2026-09-20T00:00:00Z")));
    assertEquals(
        Optional.of(Instant.parse("2026-09-21T00:00:00Z")), slots.earliest(anna, SHIFT, night));
  }

  @Test
  void the_earliest_start_leaves_room_for_the_whole_length() {
    Slot whole = slot("2026-09-15T08:00:00Z", "2026-09-15T20:00:00Z");
    assertEquals(
        Optional.of(Instant.parse("2026-09-16T07:00:00Z")), slots.earliest(anna, MEETING, whole));
    Slot longer = slot("2026-09-15T08:00:00Z", "2026-09-15T20:01:00Z");
    assertEquals(Optional.empty(), slots.earliest(anna, MEETING, longer));
  }

  @Test
  void a_slot_the_law_never_allows_is_refused_to_the_horizon_and_looked_at() {
    Slot ten = slot("2026-09-15T08:00:00Z", "2026-09-25T08:00:00Z");
    Decision d = slots.decide(anna, SHIFT, NOON, notice(SHIFT), ten);
    Decision.Refuse refuse = assertInstanceOf(Decision.Refuse.class, d);
    assertEquals(ten.start().plus(TableReachability.HORIZON), refuse.earliest());
    assertEquals(Set.of(Advice.REVIEW), refuse.advice());
  }

  @Test
  void an_allowed_meeting_leaves_the_answer_to_its_notice() {
    Slot fine = slot("2026-09-18T10:00:00Z", "2026-09-18T11:00:00Z");
    Decision notice = notice(MEETING);
    assertSame(notice, slots.decide(anna, MEETING, NOON, notice, fine));
  }

  @Test
  void a_meeting_outside_the_window_is_silent_until_the_next_window() {
    Slot late = slot("2026-09-18T19:00:00Z", "2026-09-18T20:00:00Z");
    Decision d = slots.decide(anna, MEETING, NOON, notice(MEETING), late);
    assertEquals(
        Instant.parse("2026-09-18T07:00:00Z"), assertInstanceOf(Decision.Silence.class, d).until());
  }

  @Test
  void nobody_asks_for_a_slot_of_ones_own() {
    ContactClass own = contact(ContactKind.MEETING, Sender.SELF);
    Decision notice = notice(own);
    Slot sunday = slot("2026-09-20T10:00:00Z", "2026-09-20T11:00:00Z");
    assertSame(notice, slots.decide(anna, own, NOON, notice, sunday));
  }

  @Test
  void a_common_slot_lies_on_the_quarter_hour_in_everybodys_window() {
    CommonSlot common = new CommonSlot(reachability);
    Slot asked = slot("2026-09-17T12:07:00Z", "2026-09-17T13:07:00Z");
    PersonFacts yorker = person("America/New_York");
    assertEquals(
        Optional.of(Instant.parse("2026-09-17T12:15:00Z")),
        common.propose(List.of(anna, yorker), MEETING, asked));
    assertEquals(
        Optional.of(Instant.parse("2026-09-18T11:00:00Z")),
        common.propose(
            List.of(anna, yorker), MEETING, slot("2026-09-17T18:30:00Z", "2026-09-17T19:30:00Z")));
    assertEquals(
        Optional.empty(),
        common.propose(
            List.of(anna, yorker, person("Pacific/Auckland")),
            MEETING,
            slot("2026-09-17T12:00:00Z", "2026-09-17T20:00:00Z")));
  }

  private Decision notice(ContactClass contact) {
    return reachability.decide(anna, contact, NOON);
  }

  private static List<Finding> rules(StretchKind k, ContactClass c, Surroundings s) {
    List<Finding> found = new ArrayList<>();
    if (!k.inWindow()) found.add(protects(Protection.WINDOW));
    if (k.sundayOrHoliday()) found.add(protects(Protection.SUNDAY_OR_HOLIDAY));
    if (k.inWindow()) found.add(new Finding.Allows(reason("default")));
    if (k.shift()) found.add(new Finding.Exempts(Exemption.SHIFT, reason("shift")));
    return found;
  }

  private static Finding protects(Protection protection) {
    return new Finding.Protects(protection, Finding.Answer.WAIT, reason(protection.name()));
  }

  private static Reason reason(String rule) {
    return new Reason(rule, new Sentence("Satz", "sentence"), "basis", Reason.RestsOn.LAW);
  }

  private static ContactClass contact(ContactKind kind, Sender sender) {
    return new ContactClass(
        kind, Urgency.NORMAL, Channel.CHAT, sender, false, EmergencyReason.NONE);
  }

  private static Slot slot(String start, String end) {
    return new Slot(Instant.parse(start), Instant.parse(end));
  }

  private static PersonFacts person(String zone) {
    return PersonFacts.ordinary(ZoneId.of(zone), "09564000");
  }

  private static WeeklyWindow weekly(int from, int to) {
    return new WeeklyWindow(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        LocalTime.of(from, 0),
        LocalTime.of(to, 0));
  }
}
