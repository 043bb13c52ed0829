package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** Units and people: membership, never behaviour, and no flag or absence of anybody. */
@Path("/")
@ApplicationScoped
@Produces("application/json")
public class DirectoryResource {
  private static final int LARGEST_PAGE = 200;

  /**
   * @param headcount people directly in the unit
   */
  record UnitRow(String id, Sentence name, String parent, int headcount) {}

  /**
   * @param own the unit of whoever asks; null: the log-in belongs to nobody of the directory
   */
  record Units(List<UnitRow> units, String own) implements View {}

  record PersonRow(String id, UnitView unit, String municipality) {}

  record People(int total, int page, int size, List<PersonRow> items) implements View {}

  @Inject Caller caller;
  @Inject Directory directory;

  @GET
  @Path("units")
  @RolesAllowed({"hr", "council", "manager"})
  public View units() {
    Employer employer = employer();
    Map<UnitId, Integer> heads =
        directory.people(employer).stream()
            .collect(Collectors.toMap(Person::unit, p -> 1, Integer::sum));
    return new Units(
        directory.units(employer).stream()
            .map(
                u ->
                    new UnitRow(
                        u.id().value(),
                        u.name(),
                        u.parent().map(UnitId::value).orElse(null),
                        heads.getOrDefault(u.id(), 0)))
            .toList(),
        caller
            .person()
            .flatMap(id -> directory.person(employer, id))
            .map(p -> p.unit().value())
            .orElse(null));
  }

  @GET
  @Path("people")
  @RolesAllowed("hr")
  public View people(
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE)
      throw Trouble.field(
          "?size", "Seiten ab 0, je Seite 1 bis 200.", "Pages from 0, 1 to 200 per page.");
    Employer employer = employer();
    Map<UnitId, Unit> units =
        directory.units(employer).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    List<Person> found =
        directory.people(employer).stream()
            .filter(p -> matches(p, units.get(p.unit()), wanted))
            .sorted(Comparator.comparing(p -> p.id().value()))
            .toList();
    return new People(
        found.size(),
        page,
        size,
        found.stream()
            .skip((long) page * size)
            .limit(size)
            .map(p -> row(p, units.get(p.unit())))
            .toList());
  }

  private static boolean matches(Person person, Unit unit, String wanted) {
    return contains(person.id().value(), wanted)
        || contains(person.unit().value(), wanted)
        || unit != null
            && (contains(unit.name().de(), wanted) || contains(unit.name().en(), wanted));
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static PersonRow row(Person person, Unit unit) {
    return new PersonRow(
        person.id().value(),
        new UnitView(person.unit().value(), unit == null ? null : unit.name()),
        person.facts().municipality());
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }
}
