package org.feierabend.directory;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account.Kind;
import org.feierabend.directory.Account.Step;
import org.feierabend.people.Addresses;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer.NewPerson;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.PersonFacts;

/** Who joins, moves, changes and leaves by what a source says. */
final class PeopleSaid {
  private final Employer employer;
  private final Staff now;
  private final UnitsSaid units;
  private final Complaints complaints;
  private final List<Step> steps;
  private final List<NewPerson> joining = new ArrayList<>();
  private final List<Person> changing = new ArrayList<>();
  private final Set<PersonId> leaving = new HashSet<>();
  private final Map<PersonId, Integer> lines = new HashMap<>();

  PeopleSaid(
      Employer employer,
      Staff now,
      Said said,
      UnitsSaid units,
      Complaints complaints,
      List<Step> steps) {
    this.employer = employer;
    this.now = now;
    this.units = units;
    this.complaints = complaints;
    this.steps = steps;
    for (Said.OfPerson person : said.people()) {
      Integer before = lines.putIfAbsent(person.id(), person.line());
      if (before != null)
        complaints.add(
            person.line(),
            person.id().value(),
            "Diese Person steht schon in Zeile %d; eine der beiden streichen.".formatted(before),
            "This person stands in line %d already; take one of them out.".formatted(before));
      else take(person);
    }
    for (Person person : now.people().values())
      if (!lines.containsKey(person.id()))
        units.successor(person.unit()).ifPresent(u -> move(person, u));
  }

  /** Whoever is in a unit that is merged goes with it. */
  private void move(Person person, UnitId unit) {
    changing.add(new Person(person.no(), person.id(), unit, person.addresses(), person.facts()));
    step(
        Kind.MOVES,
        person.id(),
        "von %s nach %s".formatted(person.unit(), unit),
        "from %s to %s".formatted(person.unit(), unit));
  }

  List<NewPerson> joining() {
    return joining;
  }

  List<Person> changing() {
    return changing;
  }

  Set<PersonId> leaving() {
    return leaving;
  }

  /** Everybody afterwards; complains where two have the same address. */
  Collection<Person> after(Set<PersonId> gone) {
    Map<PersonId, Person> after = new LinkedHashMap<>(now.people());
    after.keySet().removeAll(gone);
    changing.forEach(p -> after.put(p.id(), p));
    for (NewPerson p : joining)
      after.put(p.id(), new Person(0, p.id(), p.unit(), p.addresses(), p.facts()));
    Map<String, PersonId> owners = new HashMap<>();
    for (Person person : after.values()) {
      person.addresses().externalId().ifPresent(a -> own("external " + a, a, person, owners));
      person.addresses().mail().forEach(a -> own("mail " + a, a, person, owners));
      person.addresses().chat().forEach(a -> own("chat " + a, a, person, owners));
    }
    return after.values();
  }

  private void own(String key, String address, Person person, Map<String, PersonId> owners) {
    PersonId other = owners.putIfAbsent(key, person.id());
    if (other == null) return;
    boolean here = lines.containsKey(person.id());
    complaints.add(
        lines.getOrDefault(here ? person.id() : other, 0),
        address,
        "„%s“ gehört schon zu %s; die Adresse nur einer Person geben."
            .formatted(address, here ? other.value() : person.id().value()),
        "'%s' belongs to %s already; give the address to one person only."
            .formatted(address, here ? other.value() : person.id().value()));
  }

  private void take(Said.OfPerson said) {
    Optional<Person> before = now.person(said.id());
    if (said.leaves()) {
      leave(said, before);
      return;
    }
    if (!fits(said, before.isEmpty())) return;
    Addresses addresses;
    try {
      addresses = addresses(said, before.map(Person::addresses).orElse(Addresses.NONE));
    } catch (IllegalArgumentException e) {
      complaints.add(
          said.line(),
          said.mail().value().map(m -> String.join(" ", m)).orElse("")
              + said.chat().value().map(m -> " " + String.join(" ", m)).orElse(""),
          "Eine Adresse sieht aus wie name@stadt.example und hat höchstens 254 Zeichen.",
          "An address looks like name@city.example and has at most 254 characters.");
      return;
    }
    if (before.isEmpty()) join(said, addresses);
    else change(said, before.get(), addresses);
  }

  private void leave(Said.OfPerson said, Optional<Person> before) {
    if (before.isEmpty())
      complaints.add(
          said.line(),
          said.id().value(),
          "Wer gehen soll, steht nicht im Verzeichnis; die Zeile streichen.",
          "Who is to leave is not in the directory; take the line out.");
    else {
      leaving.add(said.id());
      step(Kind.LEAVES, said.id(), "verlässt das Haus", "leaves the house");
    }
  }

  private boolean fits(Said.OfPerson said, boolean isNew) {
    int before = complaints.size();
    if (said.unit().isEmpty() && isNew)
      complaints.add(
          said.line(),
          said.id().value(),
          "Wer neu ist, braucht eine Einheit; die Spalte „unit“ füllen.",
          "Somebody new needs a unit; fill the column \"unit\".");
    said.unit()
        .filter(u -> !units.holds(u))
        .ifPresent(
            u ->
                complaints.add(
                    said.line(),
                    u.value(),
                    "Die Einheit „%s“ gibt es nicht; sie ergänzen oder eine andere nennen."
                        .formatted(u),
                    "There is no unit '%s'; add it or name another.".formatted(u)));
    said.zone()
        .filter(z -> !ZoneId.getAvailableZoneIds().contains(z))
        .ifPresent(
            z ->
                complaints.add(
                    said.line(),
                    z,
                    "Die Zeitzone „%s“ gibt es nicht; sie heißt etwa Europe/Berlin.".formatted(z),
                    "There is no time zone '%s'; one is called Europe/Berlin.".formatted(z)));
    said.municipality()
        .flatMap(MunicipalityKey::wrong)
        .ifPresent(w -> complaints.add(said.line(), said.municipality().get(), w.de(), w.en()));
    return complaints.size() == before;
  }

  private static Addresses addresses(Said.OfPerson said, Addresses before) {
    return new Addresses(
        said.externalId().over(before.externalId()),
        said.mail().over(Optional.of(before.mail())).orElse(List.of()),
        said.chat().over(Optional.of(before.chat())).orElse(List.of()));
  }

  private void join(Said.OfPerson said, Addresses addresses) {
    PersonFacts standard = PersonFacts.ordinary(employer.zone(), employer.municipality());
    UnitId unit = said.unit().orElseThrow();
    joining.add(new NewPerson(said.id(), unit, addresses, facts(said, standard)));
    step(Kind.JOINS, said.id(), "kommt in " + unit, "joins " + unit);
  }

  private void change(Said.OfPerson said, Person before, Addresses addresses) {
    Person after =
        new Person(
            before.no(),
            before.id(),
            said.unit().orElse(before.unit()),
            addresses,
            facts(said, before.facts()));
    if (after.equals(before)) return;
    changing.add(after);
    if (!after.unit().equals(before.unit()))
      step(
          Kind.MOVES,
          after.id(),
          "von %s nach %s".formatted(before.unit(), after.unit()),
          "from %s to %s".formatted(before.unit(), after.unit()));
    if (!after.addresses().equals(before.addresses()))
      step(Kind.CHANGES, after.id(), "andere Adressen", "other addresses");
    if (!after.facts().equals(before.facts()))
      step(
          Kind.CHANGES,
          after.id(),
          "Zeitzone, Dienstort oder Status",
          "time zone, place of work or regime");
  }

  private static PersonFacts facts(Said.OfPerson said, PersonFacts before) {
    return new PersonFacts(
        said.zone().orElse(before.zone()),
        said.regime().orElse(before.regime()),
        before.flags(),
        said.municipality().orElse(before.municipality()),
        before.travel(),
        before.hours(),
        before.absences(),
        before.roster());
  }

  private void step(Kind kind, PersonId id, String de, String en) {
    steps.add(new Step(kind, id.value(), new Sentence(de, en)));
  }
}
