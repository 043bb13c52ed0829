package org.feierabend.channels.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Complaints;
import org.feierabend.directory.Reading;
import org.feierabend.directory.Said;
import org.feierabend.directory.Said.Field;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.PersonFacts.Regime;

/**
 * Units and people in one table. Each row is one or the other, by its column {@code kind}. An empty
 * cell says nothing, a {@code -} says that there is to be none.
 */
public final class PeopleCsv {
  private static final Set<String> YES = Set.of("1", "x", "ja", "yes", "true");
  private static final Set<String> NO = Set.of("", "0", "-", "nein", "no", "false");

  /** What a column is called, in English, German and as spreadsheets have it. */
  private enum Column {
    KIND("kind", "art"),
    ID("id", "kennung", "person"),
    UNIT("unit", "einheit", "parent", "department", "abteilung"),
    NAME_DE("name_de", "name", "bezeichnung"),
    NAME_EN("name_en"),
    MAIL("mail", "e-mail", "email"),
    CHAT("chat", "xmpp"),
    EXTERNAL("external_id", "fremdkennung"),
    ZONE("zone", "zeitzone", "timezone"),
    MUNICIPALITY("municipality", "gemeinde"),
    REGIME("regime", "status"),
    LEAVES("leaves", "geht");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    static Optional<Column> of(String header) {
      return Arrays.stream(values()).filter(c -> c.names.contains(header)).findFirst();
    }
  }

  private final Complaints complaints = new Complaints();
  private final List<Said.OfUnit> units = new ArrayList<>();
  private final List<Said.OfPerson> people = new ArrayList<>();
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private CsvTable.Row row;

  private PeopleCsv() {}

  /**
   * @param complete the file names everybody: who is not in it leaves
   */
  public static Reading read(byte[] bytes, boolean complete) {
    PeopleCsv reader = new PeopleCsv();
    CsvTable table = CsvTable.read(bytes, reader.complaints);
    List<Sentence> notes = new ArrayList<>(table.notes());
    if (reader.header(table.header(), notes)) table.rows().forEach(reader::take);
    return new Reading(
        new Said(reader.units, reader.people, complete), reader.complaints.list(), notes);
  }

  private boolean header(List<String> header, List<Sentence> notes) {
    Set<String> dropped = new TreeSet<>();
    for (int i = 0; i < header.size(); i++) {
      Optional<Column> column = Column.of(header.get(i));
      if (column.isPresent()) columns.putIfAbsent(column.get(), i);
      else if (!header.get(i).isBlank()) dropped.add(header.get(i));
    }
    if (!dropped.isEmpty())
      notes.add(
          new Sentence(
              "Nicht gebraucht und nicht übernommen: " + String.join(", ", dropped) + ".",
              "Not needed and not taken: " + String.join(", ", dropped) + "."));
    if (columns.containsKey(Column.ID)) return true;
    if (!header.isEmpty())
      complaints.add(
          1,
          CsvTable.shown(String.join(" | ", header)),
          "Die erste Zeile nennt die Spalten; „id“ fehlt. Beispiel: kind;id;unit;name;mail;chat",
          "The first line names the columns; \"id\" is missing. Example: kind;id;unit;name;mail;chat");
    return false;
  }

  private void take(CsvTable.Row next) {
    row = next;
    try {
      switch (cell(Column.KIND).toLowerCase(Locale.ROOT)) {
        case "unit", "einheit" -> units.add(unit());
        case "", "person" -> people.add(person());
        default ->
            complain(
                Column.KIND,
                "Die Spalte „kind“ sagt person oder unit.",
                "The column \"kind\" says person or unit.");
      }
    } catch (IllegalArgumentException e) {
      complain(
          Column.ID,
          "Eine Kennung hat 1 bis 64 (Einheit) oder 128 Zeichen (Person).",
          "An id has 1 to 64 (unit) or 128 characters (person).");
    }
  }

  private Said.OfUnit unit() {
    return new Said.OfUnit(
        row.line(),
        new UnitId(cell(Column.ID)),
        some(Column.NAME_DE),
        some(Column.NAME_EN),
        map(field(Column.UNIT)),
        field(Column.EXTERNAL),
        yes());
  }

  private static Field<UnitId> map(Field<String> parent) {
    return new Field<>(parent.said(), parent.value().map(UnitId::new));
  }

  private Said.OfPerson person() {
    return new Said.OfPerson(
        row.line(),
        new PersonId(cell(Column.ID)),
        some(Column.UNIT).map(UnitId::new),
        field(Column.EXTERNAL),
        list(Column.MAIL),
        list(Column.CHAT),
        some(Column.ZONE),
        some(Column.MUNICIPALITY),
        regime(),
        yes());
  }

  private Optional<Regime> regime() {
    Optional<String> word = some(Column.REGIME).map(w -> w.toUpperCase(Locale.ROOT));
    if (word.isEmpty()) return Optional.empty();
    for (Regime regime : Regime.values())
      if (regime.name().equals(word.get())) return Optional.of(regime);
    complain(
        Column.REGIME,
        "Die Spalte „regime“ sagt tarif oder beamte.",
        "The column \"regime\" says tarif or beamte.");
    return Optional.empty();
  }

  private boolean yes() {
    String word = cell(Column.LEAVES).toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word))
      complain(
          Column.LEAVES,
          "Die Spalte „leaves“ sagt ja oder bleibt leer.",
          "The column \"leaves\" says yes or stays empty.");
    return YES.contains(word);
  }

  private Field<List<String>> list(Column column) {
    Field<String> cell = field(column);
    return new Field<>(cell.said(), cell.value().map(c -> List.of(c.split("[\\s,|]+"))));
  }

  private Field<String> field(Column column) {
    String cell = cell(column);
    if (cell.isEmpty()) return Field.silent();
    return cell.equals("-") ? Field.none() : Field.of(cell);
  }

  private Optional<String> some(Column column) {
    return Optional.of(cell(column)).filter(c -> !c.isEmpty() && !c.equals("-"));
  }

  private String cell(Column column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.cells().get(index);
  }

  private void complain(Column column, String de, String en) {
    complaints.add(row.line(), CsvTable.shown(cell(column)), de, en);
  }
}
