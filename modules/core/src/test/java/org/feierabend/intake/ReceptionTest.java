package org.feierabend.intake;

import static org.feierabend.intake.Scene.WEEK;
import static org.feierabend.intake.Scene.at;
import static org.feierabend.intake.Scene.contact;
import static org.feierabend.intake.Scene.work;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.intake.Incoming.Work.Change;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  private static final Instant TUESDAY_NIGHT = at("2026-01-06T22:00");
  private static final Instant NOW = at("2026-01-07T12:00");

  private final Scene scene = new Scene(ClockKind.WALL);

  private List<Outcome> accept(Incoming.Event... events) {
    return scene.intake.accept(scene.employer, List.of(events), NOW);
  }

  private List<Indicator> marks() {
    return scene.house.topics.getOrDefault(WEEK, List.of()).stream()
        .map(m -> m.move().indicator().orElseThrow())
        .toList();
  }

  @Test
  void a_contact_at_night_waits_rings_a_bell_and_is_marked() {
    assertInstanceOf(Outcome.Accepted.class, accept(contact("1", "anna", TUESDAY_NIGHT)).get(0));
    assertEquals(List.of(Indicator.CONTACTS_OUTSIDE), marks());
    assertEquals(1, scene.house.deferrals.size());
    assertEquals(Set.of(at("2026-01-07T07:00")), scene.bells);
    assertEquals(
        Map.of("events", 1L, "outcome:DEFER", 1L, "rule:outside-window", 1L), scene.house.totals);
  }

  @Test
  void without_the_broker_not_even_a_contact_that_moves_no_mark_is_accepted() {
    scene.house.brokerAway = true;
    Incoming.Event daytime = contact("1", "anna", at("2026-01-07T10:00"));
    assertThrows(Marks.BrokerAway.class, () -> accept(daytime));
    assertTrue(scene.house.seen.isEmpty() && scene.house.totals.isEmpty());
    scene.house.brokerAway = false;
    assertInstanceOf(Outcome.Accepted.class, accept(daytime).get(0));
  }

  @Test
  void a_contact_in_the_window_leaves_nothing_but_its_outcome() {
    accept(contact("1", "anna", at("2026-01-07T10:00")));
    assertTrue(marks().isEmpty());
    assertTrue(scene.house.deferrals.isEmpty());
    assertEquals(1L, scene.house.totals.get("outcome:DELIVER"));
  }

  @Test
  void the_same_ref_counts_once_in_one_batch_and_in_the_next() {
    Incoming.Event event = contact("1", "anna", TUESDAY_NIGHT);
    List<Outcome> first = accept(event, event, contact("1", "bela", TUESDAY_NIGHT));
    assertInstanceOf(Outcome.Accepted.class, first.get(0));
    assertInstanceOf(Outcome.Duplicate.class, first.get(1));
    assertInstanceOf(Outcome.Accepted.class, first.get(2));
    assertInstanceOf(Outcome.Duplicate.class, accept(event).get(0));
    assertEquals(2, marks().size());
    assertEquals(2L, scene.house.totals.get("outcome:DEFER"));
    assertEquals(2L, scene.house.totals.get("duplicate"));
    assertEquals(4L, scene.house.totals.get("events"));
  }

  @Test
  void an_event_of_a_closed_week_is_late_and_one_from_tomorrow_is_refused() {
    List<Outcome> outcomes =
        accept(
            contact("1", "anna", at("2025-12-30T10:00")),
            contact("2", "anna", NOW.plusSeconds(301)));
    assertInstanceOf(Outcome.Late.class, outcomes.get(0));
    assertEquals(new Outcome.TooFarAhead(NOW.plusSeconds(300)), outcomes.get(1));
    assertEquals(Map.of("events", 1L, "late", 1L), scene.house.totals);
  }

  @Test
  void a_sealed_week_takes_nothing() {
    accept(contact("1", "anna", TUESDAY_NIGHT));
    scene.house.seal(scene.employer, WEEK);
    assertInstanceOf(Outcome.Late.class, accept(contact("2", "anna", TUESDAY_NIGHT)).get(0));
    assertEquals(1, marks().size());
  }

  @Test
  void somebody_unknown_is_not_our_business_but_no_error() {
    Incoming.Event event = contact("1", "stranger", TUESDAY_NIGHT);
    assertInstanceOf(Outcome.UnknownPerson.class, accept(event).get(0));
    assertInstanceOf(Outcome.Duplicate.class, accept(event).get(0));
    assertEquals(1L, scene.house.totals.get("unknown-person"));
    assertTrue(marks().isEmpty());
  }

  @Test
  void nobody_outside_a_block_is_marked() {
    accept(contact("1", "new-eva", TUESDAY_NIGHT));
    assertTrue(marks().isEmpty());
    assertEquals(1, scene.house.deferrals.size());
  }

  @Test
  void own_citizen_system_and_council_traffic_is_never_marked() {
    List<Incoming.Event> events = new ArrayList<>();
    for (Sender sender : List.of(Sender.SELF, Sender.CITIZEN, Sender.SYSTEM, Sender.COUNCIL))
      events.add(
          contact(
              sender.name(), "anna", TUESDAY_NIGHT, ContactClass.message(Channel.CHAT, sender)));
    scene.intake.accept(scene.employer, events, NOW);
    assertTrue(marks().isEmpty());
  }

  @Test
  void an_incident_while_on_call_matches_its_duty_and_is_not_marked() {
    accept(
        new Incoming.DutyChange(
            Scene.ref("d"),
            new PersonId("anna"),
            new PersonFacts.OnCall(
                new PersonFacts.Span(at("2026-01-06T19:00"), at("2026-01-07T07:00")), "WATER"),
            at("2026-01-06T12:00")));
    ContactClass incident =
        new ContactClass(
            ContactKind.INCIDENT,
            Urgency.URGENT,
            Channel.CALL,
            Sender.COLLEAGUE,
            false,
            EmergencyReason.NONE);
    accept(
        new Incoming.Contact(
            Scene.ref("i"), new PersonId("anna"), incident, Optional.of("WATER"), TUESDAY_NIGHT));
    assertEquals(1L, scene.house.totals.get("rule:on-call"));
    assertTrue(marks().isEmpty());
  }

  @Test
  void what_the_quarter_does_not_publish_is_not_even_counted() {
    Incoming.Event dense =
        new Incoming.Meeting(
            Scene.ref("m1"),
            new PersonId("anna"),
            at("2026-01-07T18:30"),
            at("2026-01-07T19:30"),
            4,
            true,
            NOW);
    Incoming.Event elsewhere =
        new Incoming.Work(
            Scene.ref("w1"), new PersonId("anna"), Incoming.Work.Change.BEGIN, true, NOW);
    accept(dense, elsewhere);
    assertEquals(List.of(Indicator.MEETINGS_OUTSIDE), marks());
  }

  @Test
  void an_indicator_whose_turn_it_is_is_counted_instead_of_the_one_it_replaces() {
    scene.published = List.of(Indicator.TELEWORK, Indicator.MEETING_DENSITY, Indicator.REST_CUT);
    accept(
        new Incoming.Meeting(
            Scene.ref("m1"),
            new PersonId("anna"),
            at("2026-01-07T18:30"),
            at("2026-01-07T19:30"),
            4,
            true,
            NOW),
        new Incoming.Work(
            Scene.ref("w1"), new PersonId("anna"), Incoming.Work.Change.BEGIN, true, NOW),
        new Incoming.Work(
            Scene.ref("w2"), new PersonId("anna"), Incoming.Work.Change.BEGIN, false, NOW));
    assertEquals(List.of(Indicator.MEETING_DENSITY, Indicator.TELEWORK), marks());
  }

  @Test
  void a_meeting_outside_frame_or_core_is_marked() {
    accept(
        new Incoming.Meeting(
            Scene.ref("m1"),
            new PersonId("anna"),
            at("2026-01-07T18:30"),
            at("2026-01-07T19:30"),
            4,
            false,
            NOW),
        new Incoming.Meeting(
            Scene.ref("m2"),
            new PersonId("anna"),
            at("2026-01-07T10:00"),
            at("2026-01-07T11:00"),
            4,
            false,
            NOW));
    assertEquals(List.of(Indicator.MEETINGS_OUTSIDE), marks());
    assertEquals(1L, scene.house.totals.get("meeting:outside"));
    assertEquals(1L, scene.house.totals.get("meeting:inside"));
  }

  @Test
  void a_delivery_during_rest_cuts_it() {
    accept(
        work("w", "anna", Change.END, at("2026-01-06T21:00")),
        contact("e", "anna", at("2026-01-06T23:00"), Scene.emergency()));
    assertEquals(List.of(Indicator.CONTACTS_OUTSIDE, Indicator.REST_CUT), marks());
  }

  @Test
  void work_begun_before_the_rest_ended_cuts_it_also_in_a_later_batch() {
    accept(work("w1", "anna", Change.END, at("2026-01-06T22:00")));
    accept(work("w2", "anna", Change.BEGIN, at("2026-01-07T08:59")));
    assertEquals(List.of(Indicator.REST_CUT), marks());
    accept(contact("c", "anna", at("2026-01-07T08:59")));
    assertEquals(1, marks().size(), "a rest is cut once by the same beginning");
  }

  @Test
  void work_begun_when_the_rest_has_ended_cuts_nothing() {
    accept(
        work("w1", "anna", Change.END, at("2026-01-06T20:00")),
        work("w2", "anna", Change.BEGIN, at("2026-01-07T07:00")));
    assertTrue(marks().isEmpty());
  }

  @Test
  void a_break_inside_the_window_is_no_rest() {
    accept(
        work("w1", "anna", Change.END, at("2026-01-07T09:00")),
        work("w2", "anna", Change.BEGIN, at("2026-01-07T09:30")));
    assertTrue(marks().isEmpty());
    assertTrue(scene.house.rests.isEmpty());
  }

  @Test
  void work_has_totals_of_its_own() {
    accept(
        work("1", "anna", Change.BEGIN, at("2026-01-07T09:00")),
        work("2", "anna", Change.BEGIN, at("2026-01-06T22:00")));
    assertEquals(1L, scene.house.totals.get("work:in-window"));
    assertEquals(1L, scene.house.totals.get("work:outside-window"));
  }

  @Test
  void an_absence_joins_the_facts_once() {
    Absence absence =
        new Absence(
            new PersonFacts.Span(at("2026-01-08T00:00"), at("2026-01-10T00:00")),
            Optional.of(new PersonId("bela")));
    accept(new Incoming.AbsenceChange(Scene.ref("a"), new PersonId("anna"), absence, NOW));
    accept(new Incoming.AbsenceChange(Scene.ref("b"), new PersonId("anna"), absence, NOW));
    assertEquals(
        List.of(absence),
        scene.people.person(scene.employer, new PersonId("anna")).orElseThrow().facts().absences());
  }
}
