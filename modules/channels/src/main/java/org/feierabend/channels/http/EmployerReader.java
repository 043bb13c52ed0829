package org.feierabend.channels.http;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.MunicipalityKey;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;

/** Reads the document a new employer comes in: units and people in one piece. */
final class EmployerReader {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "name",
          "zone",
          "municipality",
          "clock",
          "start",
          "synthetic",
          "policy",
          "units",
          "people");

  private EmployerReader() {}

  /**
   * @param today the first week where the document names no start
   */
  static NewEmployer read(Fields document, LocalDate today) {
    document.only(KNOWN);
    ZoneId zone = required(document, "zone", ZoneId::of, "Europe/Berlin");
    String municipality =
        municipality(document).orElseThrow(() -> document.missing("municipality"));
    PersonReader people = new PersonReader(zone, municipality);
    List<NewEmployer.NewPerson> persons = new ArrayList<>();
    for (Fields person : document.objects("people")) persons.add(people.read(person));
    List<Unit> units = new ArrayList<>();
    for (Fields unit : document.objects("units")) units.add(unit(unit));
    return new NewEmployer(
        required(document, "id", EmployerId::new, "nuernberg"),
        document.text("name"),
        zone,
        municipality,
        document.word("clock", ClockKind.class).orElse(ClockKind.WALL),
        IsoWeek.of(document.date("start").orElse(today)),
        document.flag("synthetic"),
        document.optional("policy").orElse("p0"),
        units,
        persons);
  }

  /** What no Land has is refused; whose holidays nobody listed is not, and not guessed. */
  static Optional<String> municipality(Fields fields) {
    Optional<String> key = fields.optional("municipality");
    key.flatMap(MunicipalityKey::wrong)
        .ifPresent(
            why -> {
              throw fields.wrong("municipality", why);
            });
    return key;
  }

  private static Unit unit(Fields unit) {
    unit.only(Set.of("id", "name", "parent"));
    Fields name = unit.object("name");
    return new Unit(
        required(unit, "id", UnitId::new, "unit-1"),
        new Sentence(name.text("de"), name.text("en")),
        unit.parsed("parent", UnitId::new, "unit-1"));
  }

  static <T> T required(
      Fields fields, String name, java.util.function.Function<String, T> reader, String example) {
    return fields.parsed(name, reader, example).orElseThrow(() -> fields.missing(name));
  }
}
