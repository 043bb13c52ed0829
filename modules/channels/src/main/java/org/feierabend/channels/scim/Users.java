package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Addresses;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.NewEmployer.NewPerson;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.timeline.PersonFacts;

/** What a user resource asks of the directory. */
final class Users {
  private final House house;

  Users(House house) {
    this.house = house;
  }

  DirectoryChange join(ObjectNode said) {
    PersonId id = personId(said);
    for (Person person : house.staff.people().values())
      if (person.id().value().equalsIgnoreCase(id.value()))
        throw ScimError.taken("The userName '%s' is taken.".formatted(id.value()));
    if (leaves(said))
      throw ScimError.value("Nobody is stored who is not active; send active: true, or nothing.");
    Addresses addresses = addresses(said);
    requireOwn(addresses, id);
    Place place = place(said, Optional.empty());
    PersonFacts standard =
        PersonFacts.ordinary(house.employer.zone(), house.employer.municipality());
    return new DirectoryChange(
        place.tree,
        List.of(new NewPerson(id, place.unit.id(), addresses, facts(said, standard))),
        List.of(),
        Set.of());
  }

  /** The person's addresses are those said; unit and zone stay where nothing is said of them. */
  DirectoryChange replace(Person person, ObjectNode said) {
    if (!personId(said).value().equalsIgnoreCase(person.id().value()))
      throw ScimError.mutability(
          "The userName is the person's id, under which the open week knows them: it cannot become '%s'. Let the person leave and come anew."
              .formatted(personId(said).value()));
    if (leaves(said)) return DirectoryChange.leave(house.staff, person.id());
    Addresses addresses = addresses(said);
    requireOwn(addresses, person.id());
    Place place = place(said, Optional.of(person));
    return new DirectoryChange(
        place.tree,
        List.of(),
        List.of(
            new Person(
                person.no(), person.id(), place.unit.id(), addresses, facts(said, person.facts()))),
        Set.of());
  }

  private record Place(Unit unit, List<Unit> tree) {}

  /** Without a department somebody new is of the house itself, and anybody else stays. */
  private Place place(ObjectNode said, Optional<Person> person) {
    String department = said.path(Schema.ENTERPRISE).path("department").asText("").strip();
    if (department.isEmpty())
      return new Place(
          person.flatMap(p -> house.staff.unit(p.unit())).orElseGet(house::root), house.with());
    Optional<Unit> own = person.flatMap(p -> house.staff.unit(p.unit()));
    if (own.filter(u -> u.name().de().equals(department)).isPresent())
      return new Place(own.get(), house.with());
    Optional<Unit> known = house.named(department);
    if (known.isPresent()) return new Place(known.get(), house.with());
    Unit fresh = house.fresh(department, Optional.empty());
    return new Place(fresh, house.with(fresh));
  }

  private static PersonId personId(ObjectNode said) {
    String name = said.path("userName").asText("").strip();
    if (name.isEmpty()) throw ScimError.value("The attribute 'userName' is missing.");
    try {
      return new PersonId(name);
    } catch (IllegalArgumentException e) {
      throw ScimError.value(
          "A userName has 1 to 128 characters, but got %d.".formatted(name.length()));
    }
  }

  static boolean leaves(ObjectNode said) {
    return said.path("active").isBoolean() && !said.path("active").booleanValue();
  }

  private static PersonFacts facts(ObjectNode said, PersonFacts before) {
    String zone = said.path("timezone").asText("");
    if (zone.isEmpty()) return before;
    if (!ZoneId.getAvailableZoneIds().contains(zone))
      throw ScimError.value("'%s' is no time zone; one is Europe/Berlin.".formatted(zone));
    return new PersonFacts(
        zone,
        before.regime(),
        before.flags(),
        before.municipality(),
        before.travel(),
        before.hours(),
        before.absences(),
        before.roster());
  }

  private static Addresses addresses(ObjectNode said) {
    List<String> mail = values(said.path("emails"), "work");
    List<String> chat = values(said.path("ims"), "xmpp");
    Optional<String> external =
        Optional.of(said.path("externalId").asText("")).filter(e -> !e.isBlank());
    try {
      return new Addresses(external, mail, chat);
    } catch (IllegalArgumentException e) {
      throw ScimError.value(e.getMessage());
    }
  }

  /** Those of the type and those without one; the primary value first. */
  private static List<String> values(JsonNode list, String type) {
    List<String> values = new ArrayList<>();
    for (JsonNode v : list) {
      String address = v.path("value").asText("");
      if (address.isBlank() || !v.path("type").asText(type).equalsIgnoreCase(type)) continue;
      values.add(v.path("primary").asBoolean() ? 0 : values.size(), address);
    }
    return values;
  }

  private void requireOwn(Addresses wanted, PersonId owner) {
    for (Person other : house.staff.people().values()) {
      if (other.id().equals(owner)) continue;
      Addresses has = other.addresses();
      if (wanted.externalId().isPresent() && wanted.externalId().equals(has.externalId()))
        throw ScimError.taken("The externalId '%s' is taken.".formatted(wanted.externalId().get()));
      for (String mail : wanted.mail())
        if (has.mail().contains(mail))
          throw ScimError.taken("The address '%s' is somebody else's.".formatted(mail));
      for (String chat : wanted.chat())
        if (has.chat().contains(chat))
          throw ScimError.taken("The address '%s' is somebody else's.".formatted(chat));
    }
  }
}
