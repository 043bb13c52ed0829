package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up city administration: offices below six departments below the house, sized so that every
 * class of block occurs (PRIVACY, section 4), and nobody's name.
 */
final class DemoTown {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final PersonIds IDS = number -> "p-" + PersonIds.padded(number, 4);
  private static final long SEED = 20_260_105L;
  private static final int PART_TIME_PERCENT = 22;
  private static final int OWN_WINDOW_PERCENT = 15;
  private static final int SUMMER_LEAVE_PERCENT = 30;
  private static final List<String> FREE_DAYS = List.of("FRI", "WED", "MON");
  private static final List<String> OWN_WINDOWS =
      List.of("07:00-15:30", "08:30-17:30", "09:00-18:00", "10:00-18:30");

  /**
   * An office.
   *
   * @param unrest how many in a hundred of its people have a restless week
   */
  record Office(String id, String german, String english, int parent, int staff, int unrest) {}

  private static final List<String[]> DEPARTMENTS =
      List.of(
          new String[] {"Zentrale Verwaltung", "Central administration"},
          new String[] {"Finanzen", "Finance"},
          new String[] {"Recht, Ordnung und Bürgerdienste", "Law, order and citizen services"},
          new String[] {"Jugend, Familie und Soziales", "Youth, family and social affairs"},
          new String[] {"Schule und Kultur", "Schools and culture"},
          new String[] {"Planen und Bauen", "Planning and building"});

  static final List<Office> OFFICES =
      List.of(
          new Office("personalamt", "Personalamt", "Human resources office", 0, 54, 14),
          new Office("presseamt", "Presse- und Informationsamt", "Press office", 0, 12, 38),
          new Office("gleichstellung", "Gleichstellungsstelle", "Equal opportunities", 0, 8, 12),
          new Office("rechnungspruefung", "Rechnungsprüfungsamt", "Audit office", 0, 18, 8),
          new Office("it", "Amt für Digitales und IT", "Digital and IT office", 0, 92, 30),
          new Office("kaemmerei", "Stadtkämmerei", "Treasury", 1, 52, 18),
          new Office("kasse", "Stadtkasse", "Cashier's office", 1, 38, 9),
          new Office("liegenschaften", "Liegenschaftsamt", "Property office", 1, 36, 12),
          new Office("ordnungsamt", "Ordnungsamt", "Public order office", 2, 96, 33),
          new Office("buergeramt", "Bürgeramt", "Citizens' office", 2, 180, 13),
          new Office("standesamt", "Standesamt", "Registry office", 2, 40, 16),
          new Office("jugendamt", "Jugendamt", "Youth welfare office", 3, 190, 36),
          new Office("sozialamt", "Sozialamt", "Social services office", 3, 178, 24),
          new Office("schulamt", "Schulverwaltungsamt", "Schools office", 4, 58, 17),
          new Office("bibliothek", "Stadtbibliothek", "City library", 4, 42, 10),
          new Office("archiv", "Museum und Stadtarchiv", "Museum and city archive", 4, 36, 9),
          new Office("tiefbau", "Tiefbauamt", "Civil engineering office", 5, 90, 22));

  private final List<Integer> offices = new ArrayList<>();
  private final int[] heads = new int[OFFICES.size()];

  DemoTown() {
    for (int o = 0; o < OFFICES.size(); o++) {
      heads[o] = offices.size() + 1;
      for (int i = 0; i < OFFICES.get(o).staff(); i++) offices.add(o);
    }
  }

  int people() {
    return offices.size();
  }

  /** Index of a person's office; people are numbered from 1. */
  int office(int person) {
    return offices.get(person - 1);
  }

  /** First number of an office's staff: its head, who manages the others. */
  int head(int office) {
    return heads[office];
  }

  ObjectNode document(String employer, LocalDate start) {
    EmployerDocument document =
        new EmployerDocument(employer, "Stadt Beispielingen", ZONE, start, "city");
    document.unit("stadt", "Stadtverwaltung Beispielingen", "City of Beispielingen", null);
    for (int d = 0; d < DEPARTMENTS.size(); d++)
      document.unit("referat-" + (d + 1), DEPARTMENTS.get(d)[0], DEPARTMENTS.get(d)[1], "stadt");
    for (Office o : OFFICES)
      document.unit(o.id(), o.german(), o.english(), "referat-" + (o.parent() + 1));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int p = 1; p <= people(); p++) person(document, p, start, random);
    return document.json();
  }

  private void person(EmployerDocument document, int p, LocalDate start, SplittableRandom random) {
    ObjectNode person = document.person(IDS.of(p), OFFICES.get(office(p)).id());
    if (random.nextInt(100) < PART_TIME_PERCENT)
      person.putArray("free_days").add(FREE_DAYS.get(random.nextInt(FREE_DAYS.size())));
    if (random.nextInt(100) < OWN_WINDOW_PERCENT)
      person
          .putObject("windows")
          .put("MON-FRI", OWN_WINDOWS.get(random.nextInt(OWN_WINDOWS.size())));
    if (random.nextInt(100) < SUMMER_LEAVE_PERCENT) {
      LocalDate from = LocalDate.of(start.getYear() + 1, 7, 27).plusDays(7L * random.nextInt(5));
      person
          .putArray("absent")
          .addObject()
          .put("from", from.toString())
          .put("to", from.plusDays(13).toString());
      int head = head(office(p));
      if (head != p) person.put("deputy", IDS.of(head));
    }
  }
}
