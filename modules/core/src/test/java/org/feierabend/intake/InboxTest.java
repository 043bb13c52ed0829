package org.feierabend.intake;

import static org.feierabend.intake.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.alert.Alert;
import org.feierabend.alert.Alerts;
import org.feierabend.alert.Inbox;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

/** Anna manages unit-1, where she and Dora work; Bela is of unit-2. Office hours are 07 to 19. */
class InboxTest {
  private static final Instant WEDNESDAY = at("2026-01-07T10:00");
  private static final Instant SUNDAY = at("2026-01-11T03:00");
  private static final Instant MONDAY = at("2026-01-12T07:00");

  private final Scene scene = new Scene(Employer.ClockKind.WALL);
  private final MemoryAlerts alerts = new MemoryAlerts();
  private final Set<String> askedWhetherResting = new HashSet<>();
  private final Inbox inbox =
      new Inbox(
          alerts,
          scene.people,
          (employer, person, at) -> {
            askedWhetherResting.add(person.id().value() + " " + at);
            return person.facts();
          },
          employer -> new OfficeHours(),
          employer -> List.of(new PersonId("anna")),
          employer -> true);

  private Person person(String id) {
    return scene.people.person(scene.employer, new PersonId(id)).orElseThrow();
  }

  private Inbox.Content manager(String id, Instant now) {
    return inbox.of(scene.employer, new Inbox.Reader(false, true, Optional.of(person(id))), now);
  }

  private Inbox.Content employee(String id, Instant now) {
    return inbox.of(scene.employer, new Inbox.Reader(false, false, Optional.of(person(id))), now);
  }

  @Test
  void a_manager_reads_of_the_own_unit_in_the_own_hours() {
    alerts.add("unit-1");
    alerts.add("unit-2");
    Inbox.Content now = manager("anna", WEDNESDAY);
    assertEquals(List.of("unit-1"), now.now().stream().map(k -> k.alert().unit().value()).toList());
    assertEquals(0, now.waiting());
    assertEquals(Set.of("anna " + WEDNESDAY), askedWhetherResting);
  }

  @Test
  void on_a_sunday_it_waits_for_monday_and_says_so() {
    alerts.add("unit-1");
    Inbox.Content sunday = manager("anna", SUNDAY);
    assertEquals(List.of(), sunday.now());
    assertEquals(1, sunday.waiting());
    assertEquals(Optional.of(MONDAY), sunday.until());
    assertEquals(1, manager("anna", MONDAY).now().size());
  }

  @Test
  void while_the_manager_is_absent_the_deputy_reads_it_in_the_deputys_own_hours() {
    alerts.add("unit-1");
    assertEquals(List.of(), employee("bela", WEDNESDAY).now());
    Person anna = person("anna");
    scene.people.replaceFacts(
        scene.employer,
        anna.id(),
        anna.facts()
            .withAbsences(
                List.of(
                    new Absence(
                        new PersonFacts.Span(at("2026-01-06T00:00"), at("2026-01-17T00:00")),
                        Optional.of(new PersonId("bela"))))),
        0);
    assertEquals(1, employee("bela", WEDNESDAY).now().size());
    Inbox.Content sunday = employee("bela", SUNDAY);
    assertEquals(List.of(), sunday.now());
    assertEquals(Optional.of(MONDAY), sunday.until());
    assertEquals(List.of(), employee("cem", WEDNESDAY).now());
    assertEquals(List.of(), employee("bela", at("2026-01-19T10:00")).now());
  }

  @Test
  void hr_reads_of_all_units_and_notes_for_hr_alone() {
    long id = alerts.add("unit-1");
    Inbox.Reader hr = new Inbox.Reader(true, false, Optional.empty());
    assertFalse(inbox.acknowledge(scene.employer, hr, id, SUNDAY), "nobody notes what waits");
    assertTrue(inbox.acknowledge(scene.employer, hr, id, WEDNESDAY));
    assertFalse(inbox.acknowledge(scene.employer, hr, id, WEDNESDAY));
    assertEquals(List.of(), inbox.of(scene.employer, hr, WEDNESDAY).now());
    assertEquals(1, manager("anna", WEDNESDAY).now().size());
  }

  @Test
  void who_may_not_read_it_cannot_note_it() {
    long id = alerts.add("unit-2");
    Inbox.Reader anna = new Inbox.Reader(false, true, Optional.of(person("anna")));
    assertFalse(inbox.acknowledge(scene.employer, anna, id, WEDNESDAY));
  }

  /** Units are of the form the directory gives them here. */
  private static final class MemoryAlerts implements Alerts {
    private final List<Kept> kept = new ArrayList<>();
    private final List<Set<Side>> noted = new ArrayList<>();

    long add(String unit) {
      kept.add(
          new Kept(
              kept.size(),
              new Alert(
                  IsoWeek.parse("2026-W01"),
                  new UnitId(unit),
                  Indicator.REST_CUT,
                  "alert-threshold",
                  BigDecimal.valueOf(31),
                  BigDecimal.valueOf(40),
                  1),
              WEDNESDAY));
      noted.add(EnumSet.noneOf(Side.class));
      return kept.size() - 1;
    }

    @Override
    public Optional<IsoWeek> judgedUpTo(Employer employer) {
      return Optional.empty();
    }

    @Override
    public void keep(Employer employer, IsoWeek week, List<Alert> alerts, Instant at) {
      throw new UnsupportedOperationException("nothing is judged here");
    }

    @Override
    public List<Kept> open(Employer employer, Side side) {
      return kept.stream().filter(k -> !noted.get((int) k.id()).contains(side)).toList();
    }

    @Override
    public boolean acknowledge(Employer employer, long id, Side side) {
      return noted.get((int) id).add(side);
    }

    @Override
    public void forget(Employer employer, Instant before) {
      throw new UnsupportedOperationException("nothing is forgotten here");
    }
  }
}
