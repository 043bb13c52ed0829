package org.feierabend.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.feierabend.alert.Alerts.Kept;
import org.feierabend.alert.Alerts.Side;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.PersonFacts;

/**
 * What a reader is told now. An alert is a contact like any other: outside the reader's hours it
 * waits, and where a manager is absent the deputy reads it, in the deputy's own hours.
 */
public final class Inbox {
  private static final ContactClass ALERT =
      new ContactClass(
          ContactKind.ALERT,
          Urgency.NORMAL,
          Channel.CHAT,
          Sender.SYSTEM,
          false,
          EmergencyReason.NONE);

  private final Alerts alerts;
  private final Directory directory;
  private final Function<Employer, Reachability> reachability;
  private final Function<Employer, List<PersonId>> managers;
  private final Predicate<Employer> running;
  private final LiveFacts live;

  /**
   * @param live whoever rests after work reads nothing either, whatever the window says
   * @param managers whose log-ins have the role manager, as far as they name a person
   * @param running false while a side has suspended alerts: then nobody is shown any
   */
  public Inbox(
      Alerts alerts,
      Directory directory,
      LiveFacts live,
      Function<Employer, Reachability> reachability,
      Function<Employer, List<PersonId>> managers,
      Predicate<Employer> running) {
    this.live = Objects.requireNonNull(live, "live");
    this.running = Objects.requireNonNull(running, "running");
    this.alerts = Objects.requireNonNull(alerts, "alerts");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.reachability = Objects.requireNonNull(reachability, "reachability");
    this.managers = Objects.requireNonNull(managers, "managers");
  }

  /**
   * Somebody at the inbox.
   *
   * @param hr reads for the personnel office
   * @param manager reads as a manager: of the person's unit and all below, without one of all units
   * @param person whose hours hold; empty: those of the policy
   */
  public record Reader(boolean hr, boolean manager, Optional<Person> person) {}

  /**
   * @param now what may be read now
   * @param waiting how many come later
   * @param until when they come
   */
  public record Content(List<Kept> now, int waiting, Optional<Instant> until) {}

  public Content of(Employer employer, Reader reader, Instant now) {
    List<Kept> all = all(employer, reader, now);
    if (all.isEmpty()) return new Content(all, 0, Optional.empty());
    Decision decision = decide(employer, facts(employer, reader, now), now);
    if (decision instanceof Decision.Deliver) return new Content(all, 0, Optional.empty());
    if (decision instanceof Decision.Defer d)
      return new Content(List.of(), all.size(), Optional.of(d.until()));
    if (decision instanceof Decision.Silence s)
      return new Content(List.of(), all.size(), Optional.of(s.until()));
    return new Content(List.of(), 0, Optional.empty()); // the deputy reads them
  }

  /** For the reader's side; false where it is not theirs to read now, or noted already. */
  public boolean acknowledge(Employer employer, Reader reader, long id, Instant now) {
    if (of(employer, reader, now).now().stream().noneMatch(k -> k.id() == id)) return false;
    return alerts.acknowledge(employer, id, reader.hr() ? Side.HR : Side.MANAGEMENT);
  }

  private List<Kept> all(Employer employer, Reader reader, Instant now) {
    if (!running.test(employer)) return List.of();
    if (reader.hr()) return alerts.open(employer, Side.HR);
    Set<UnitId> units = new HashSet<>();
    if (reader.manager()) units.addAll(below(employer, reader.person().map(Person::unit)));
    reader.person().ifPresent(p -> units.addAll(standingInFor(employer, p, now)));
    if (units.isEmpty()) return List.of();
    return alerts.open(employer, Side.MANAGEMENT).stream()
        .filter(k -> units.contains(k.alert().unit()))
        .toList();
  }

  /** The units of managers who are absent now and have named this person. */
  private Set<UnitId> standingInFor(Employer employer, Person deputy, Instant now) {
    Set<UnitId> units = new HashSet<>();
    for (PersonId id : managers.apply(employer))
      directory
          .person(employer, id)
          .filter(
              manager ->
                  manager.facts().absencesAt(now).stream()
                      .anyMatch(a -> a.deputy().equals(Optional.of(deputy.id()))))
          .ifPresent(manager -> units.addAll(below(employer, Optional.of(manager.unit()))));
    return units;
  }

  private Set<UnitId> below(Employer employer, Optional<UnitId> top) {
    List<Unit> units = directory.units(employer);
    Set<UnitId> found = new HashSet<>();
    List<UnitId> next = new ArrayList<>();
    if (top.isPresent()) next.add(top.get());
    else units.forEach(u -> next.add(u.id()));
    while (!next.isEmpty()) {
      UnitId unit = next.remove(next.size() - 1);
      if (!found.add(unit)) continue;
      for (Unit u : units) if (u.parent().equals(Optional.of(unit))) next.add(u.id());
    }
    return found;
  }

  private PersonFacts facts(Employer employer, Reader reader, Instant now) {
    return reader
        .person()
        .map(person -> live.facts(employer, person, now))
        .orElseGet(() -> PersonFacts.ordinary(employer.zone(), employer.municipality()));
  }

  private Decision decide(Employer employer, PersonFacts facts, Instant now) {
    return reachability.apply(employer).decide(facts, ALERT, now);
  }
}
