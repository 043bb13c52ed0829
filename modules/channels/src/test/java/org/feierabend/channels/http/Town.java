package org.feierabend.channels.http;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Advice;
import org.feierabend.decision.Decision;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Slots;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.intake.Read;
import org.feierabend.people.Addresses;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.DirectoryChanged;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.Canaries;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/**
 * A small town in memory: people named "off…" are off until tomorrow, "away…" have a deputy;
 * "canary…" are invented.
 */
final class Town implements Directory, Reachability, Intake {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant NOW = Instant.parse("2026-09-15T17:30:00Z");
  static final Instant TOMORROW = Instant.parse("2026-09-16T05:00:00Z");
  static final Employer EMPLOYER =
      new Employer(
          new EmployerId("town"),
          1,
          "Town",
          BERLIN,
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W30"),
          false,
          "p0");

  final List<Incoming.Event> counted = new ArrayList<>();
  Outcome outcome = new Outcome.Accepted();
  private final Map<PersonId, Person> people = new LinkedHashMap<>();

  Town(String... ids) {
    for (String id : ids) {
      PersonFacts facts = PersonFacts.ordinary(BERLIN, id.startsWith("off") ? "off" : id);
      people.put(
          new PersonId(id), new Person(people.size() + 1, new PersonId(id), unitOf(id), facts));
    }
  }

  @Override
  public Slots slots() {
    return new Slots(this, new DecisionTable((kind, contact, around) -> List.of(), true), false);
  }

  @Override
  public Decision decide(PersonFacts person, ContactClass contact, Instant at, boolean unitOnCall) {
    List<Reason> reasons =
        List.of(
            new Reason(
                "outside-window",
                new Sentence("Wartet bis zum nächsten Fenster.", "Waits for the next window."),
                "DV § 1",
                Reason.RestsOn.AGREEMENT));
    Set<Advice> advice = Set.of(Advice.REVIEW);
    if (contact.sender() == Sender.SELF)
      return new Decision.Silence(TOMORROW, reasons, advice, TOMORROW, false);
    if (person.municipality().startsWith("away"))
      return new Decision.Route(Decision.Route.To.DEPUTY, reasons, advice, TOMORROW, true);
    return person.municipality().equals("off")
        ? new Decision.Defer(TOMORROW, reasons, advice, TOMORROW, true)
        : new Decision.Deliver(reasons, advice, at.plusSeconds(20), true);
  }

  @Override
  public List<Stretch> stretches(PersonFacts person, Instant from, Instant to) {
    if (!from.isBefore(TOMORROW)) return List.of(new Stretch(from, to, kind(true)));
    return List.of(
        new Stretch(from, TOMORROW, kind(false)),
        new Stretch(TOMORROW, to.isAfter(TOMORROW) ? to : TOMORROW.plusSeconds(1), kind(true)));
  }

  private static StretchKind kind(boolean inWindow) {
    return inWindow ? StretchKind.of(Fact.WINDOW) : StretchKind.of();
  }

  @Override
  public boolean insideFrameAndCore(PersonFacts person, Instant start, Instant end) {
    return start.atZone(BERLIN).toLocalTime().isBefore(LocalTime.of(14, 0));
  }

  @Override
  public String edition() {
    return "7f3a";
  }

  @Override
  public List<Outcome> accept(
      Employer employer, List<? extends Incoming.Event> events, Instant now) {
    counted.addAll(events);
    return events.stream().map(e -> outcome).toList();
  }

  @Override
  public void acceptFromTopic(
      Employer employer, IsoWeek topicWeek, List<Read> records, Instant now) {
    throw new UnsupportedOperationException("The HTTP door reads no topic.");
  }

  @Override
  public Collection<Employer> employers() {
    return List.of(EMPLOYER);
  }

  @Override
  public Optional<Employer> employer(EmployerId id) {
    return Optional.of(EMPLOYER).filter(e -> e.id().equals(id));
  }

  @Override
  public Optional<Person> person(Employer employer, PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public Optional<Person> person(Employer employer, long no) {
    return people.values().stream().filter(p -> p.no() == no).findFirst();
  }

  @Override
  public Optional<Person> byMail(Employer employer, String address) {
    return people.values().stream()
        .filter(p -> p.addresses().mail().contains(Addresses.canonical(address)))
        .findFirst();
  }

  @Override
  public Optional<Person> byChat(Employer employer, String address) {
    return people.values().stream()
        .filter(p -> p.addresses().chat().contains(Addresses.canonical(address)))
        .findFirst();
  }

  /** From now on others know the person under these. */
  void known(String id, Addresses addresses) {
    Person p = people.get(new PersonId(id));
    people.put(p.id(), new Person(p.no(), p.id(), p.unit(), addresses, p.facts()));
  }

  @Override
  public Staff staff(Employer employer) {
    return new Staff(units(employer), people);
  }

  @Override
  public Staff change(
      Employer employer, Function<Staff, DirectoryChange> step, Consumer<DirectoryChanged> noted) {
    Staff after = step.apply(staff(employer)).on(staff(employer));
    people.clear();
    people.putAll(after.people());
    return after;
  }

  @Override
  public Collection<Person> people(Employer employer) {
    return people.values();
  }

  @Override
  public List<Unit> units(Employer employer) {
    return List.of(
        new Unit(new UnitId("u"), new Sentence("Amt", "Office"), Optional.empty()),
        new Unit(Canaries.ROOT, new Sentence("Prüfgruppe", "Canaries"), Optional.empty()));
  }

  private static UnitId unitOf(String id) {
    return id.startsWith("canary") ? Canaries.ROOT : new UnitId("u");
  }

  @Override
  public Employer create(NewEmployer document) {
    throw new UnsupportedOperationException("This town stays as it is.");
  }

  @Override
  public Employer followWallClock(Employer employer) {
    return employer;
  }

  @Override
  public boolean replaceFacts(Employer employer, PersonId id, PersonFacts facts, long version) {
    if (version != 1) return false;
    people.put(id, people.get(id).with(facts));
    return true;
  }

  @Override
  public long version(Employer employer, PersonId id) {
    return 1;
  }
}
