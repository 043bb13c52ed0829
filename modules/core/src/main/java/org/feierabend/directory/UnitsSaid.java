package org.feierabend.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account.Kind;
import org.feierabend.directory.Account.Step;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** The unit tree a source leads to. */
final class UnitsSaid {
  private final Map<UnitId, Unit> tree = new LinkedHashMap<>();
  private final Map<UnitId, Integer> closed = new HashMap<>();
  private final Map<UnitId, UnitId> successors = new HashMap<>();
  private final Complaints complaints;

  UnitsSaid(
      Staff now, Said said, Set<UnitId> untouchable, Complaints complaints, List<Step> steps) {
    this.complaints = complaints;
    for (Unit unit : now.units()) tree.put(unit.id(), unit);
    Map<UnitId, Integer> lines = new HashMap<>();
    for (Said.OfUnit unit : said.units()) {
      Integer before = lines.putIfAbsent(unit.id(), unit.line());
      if (before != null) twice(unit, before);
      else if (untouchable.contains(unit.id())) reserved(unit);
      else if (unit.closes()) close(unit);
      else tree.put(unit.id(), merged(unit, now.unit(unit.id())));
    }
    if (said.complete() && !said.units().isEmpty())
      for (Unit unit : now.units())
        if (!lines.containsKey(unit.id()) && !untouchable.contains(unit.id()))
          closed.put(unit.id(), 0);
    for (UnitId id : closed.keySet())
      if (tree.remove(id) == null)
        complaints.add(
            closed.get(id),
            id.value(),
            "Eine Einheit „%s“ gibt es nicht; die Zeile streichen.".formatted(id),
            "There is no unit '%s'; take the line out.".formatted(id));
    successors.forEach(this::handOver);
    requireTree(lines);
    tell(now, steps);
  }

  /** Which unit takes over the people of one that closes. */
  Optional<UnitId> successor(UnitId closing) {
    Optional<UnitId> next = Optional.ofNullable(successors.get(closing));
    return next.filter(tree::containsKey);
  }

  private void close(Said.OfUnit unit) {
    closed.put(unit.id(), unit.line());
    unit.parent().value().ifPresent(next -> successors.put(unit.id(), next));
  }

  /** What lay below a unit that is merged lies below the other. */
  private void handOver(UnitId from, UnitId to) {
    if (!tree.containsKey(to))
      complaints.add(
          closed.get(from),
          to.value(),
          "Die Einheit „%s“, in der „%s“ aufgehen soll, gibt es nicht; eine andere nennen."
              .formatted(to, from),
          "The unit '%s', into which '%s' is to be merged, does not exist; name another."
              .formatted(to, from));
    tree.replaceAll(
        (id, unit) ->
            unit.parent().filter(from::equals).isPresent() && !id.equals(to)
                ? new Unit(id, unit.name(), Optional.of(to), unit.externalId())
                : unit);
  }

  List<Unit> tree() {
    return List.copyOf(tree.values());
  }

  boolean holds(UnitId id) {
    return tree.containsKey(id);
  }

  /** Nobody is left behind in a unit that closes. */
  void requireEmptyWhereClosed(Collection<Person> after) {
    Map<UnitId, Integer> left = new HashMap<>();
    for (Person person : after)
      if (closed.containsKey(person.unit())) left.merge(person.unit(), 1, Integer::sum);
    left.forEach(
        (unit, people) ->
            complaints.add(
                closed.get(unit),
                unit.value(),
                "Die Einheit „%s“ soll enden, aber %d Personen bleiben in ihr. Sie erst versetzen."
                    .formatted(unit, people),
                "The unit '%s' is to close, but %d people stay in it. Move them first."
                    .formatted(unit, people)));
  }

  private static Unit merged(Said.OfUnit said, Optional<Unit> before) {
    Optional<String> de = before.map(u -> u.name().de());
    Optional<String> en = before.map(u -> u.name().en());
    String nameDe = said.nameDe().or(() -> de).orElse(said.id().value());
    String nameEn = said.nameEn().or(said::nameDe).or(() -> en).orElse(nameDe);
    return new Unit(
        said.id(),
        new Sentence(nameDe, nameEn),
        said.parent().over(before.flatMap(Unit::parent)),
        said.externalId().over(before.flatMap(Unit::externalId)));
  }

  private void twice(Said.OfUnit unit, int before) {
    complaints.add(
        unit.line(),
        unit.id().value(),
        "Die Einheit „%s“ steht schon in Zeile %d; eine der beiden streichen."
            .formatted(unit.id(), before),
        "The unit '%s' stands in line %d already; take one of them out."
            .formatted(unit.id(), before));
  }

  private void reserved(Said.OfUnit unit) {
    complaints.add(
        unit.line(),
        unit.id().value(),
        "Die Prüfgruppen unter „%s“ ändert kein Import; die Zeile streichen.".formatted(unit.id()),
        "No import changes the canary units under '%s'; take the line out.".formatted(unit.id()));
  }

  private void requireTree(Map<UnitId, Integer> lines) {
    for (Unit unit : tree.values()) {
      int line = lines.getOrDefault(unit.id(), 0);
      Set<UnitId> seen = new HashSet<>(Set.of(unit.id()));
      for (Optional<UnitId> up = unit.parent(); up.isPresent(); ) {
        Unit above = tree.get(up.get());
        if (above == null && up.equals(unit.parent())) unknownParent(line, unit);
        else if (above != null && above.id().equals(unit.id())) circle(line, unit);
        if (above == null || !seen.add(above.id())) break;
        up = above.parent();
      }
    }
  }

  private void unknownParent(int line, Unit unit) {
    UnitId parent = unit.parent().orElseThrow();
    complaints.add(
        line,
        parent.value(),
        "Die übergeordnete Einheit „%s“ von „%s“ gibt es nicht; sie ergänzen oder eine andere nennen."
            .formatted(parent, unit.id()),
        "The parent '%s' of unit '%s' does not exist; add it or name another."
            .formatted(parent, unit.id()));
  }

  private void circle(int line, Unit unit) {
    complaints.add(
        line,
        unit.id().value(),
        "Die Einheit „%s“ läge unter sich selbst; eine übergeordnete Einheit im Kreis ändern."
            .formatted(unit.id()),
        "The unit '%s' would lie below itself; change a parent in the circle."
            .formatted(unit.id()));
  }

  private void tell(Staff now, List<Step> steps) {
    for (Unit unit : tree.values()) {
      Optional<Unit> before = now.unit(unit.id());
      String parent = unit.parent().map(UnitId::value).orElse("–");
      if (before.isEmpty())
        step(steps, Kind.UNIT_ADDED, unit.id(), "unter " + parent, "below " + parent);
      else if (!before.get().parent().equals(unit.parent()))
        step(
            steps,
            Kind.UNIT_MOVED,
            unit.id(),
            "jetzt unter %s".formatted(parent),
            "now below %s".formatted(parent));
      if (before.isPresent() && !before.get().name().equals(unit.name()))
        step(
            steps,
            Kind.UNIT_CHANGED,
            unit.id(),
            "heißt jetzt %s".formatted(unit.name().de()),
            "is now called %s".formatted(unit.name().en()));
      else if (before.isPresent() && !before.get().externalId().equals(unit.externalId()))
        step(steps, Kind.UNIT_CHANGED, unit.id(), "andere Fremdkennung", "other external id");
    }
    for (Unit unit : now.units())
      if (closed.containsKey(unit.id()))
        step(steps, Kind.UNIT_CLOSED, unit.id(), "endet", "closes");
  }

  private static void step(List<Step> steps, Kind kind, UnitId id, String de, String en) {
    steps.add(new Step(kind, id.value(), new Sentence(de, en)));
  }
}
