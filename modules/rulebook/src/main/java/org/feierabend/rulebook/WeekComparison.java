package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.TableReachability;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/**
 * What two policies make of the same week, stretch by stretch and contact by contact: where hours
 * or rests differ, the cells stay and the stretches move. Grouped into sentences.
 */
final class WeekComparison {
  private record Change(Shape from, Shape to) {}

  /** Contacts that change alike in the same stretches. */
  private record Group(Change change, List<Instant> starts) {}

  private record Week(TableReachability edition, Situations.Situation who) {}

  private final Map<Week, TreeMap<Instant, StretchKind>> weeks = new HashMap<>();
  private final TableReachability before;
  private final TableReachability after;
  private final List<ContactClass> contacts;
  private final Situations situations;
  private final ZoneId zone;
  private final Instant from;
  private final Instant to;

  WeekComparison(
      TableReachability before,
      TableReachability after,
      List<ContactClass> contacts,
      Situations situations,
      ZoneId zone) {
    this.before = before;
    this.after = after;
    this.contacts = contacts;
    this.situations = situations;
    this.zone = zone;
    from = situations.monday().atStartOfDay(zone).toInstant();
    to = situations.monday().plusDays(8).atStartOfDay(zone).toInstant();
    for (TableReachability edition : List.of(before, after))
      for (Situations.Situation s : situations.all()) {
        TreeMap<Instant, StretchKind> week = new TreeMap<>();
        for (Stretch stretch : edition.stretches(s.facts(), from, to))
          week.put(stretch.start().isBefore(from) ? from : stretch.start(), stretch.kind());
        weeks.put(new Week(edition, s), week);
      }
    for (TableReachability edition : List.of(before, after)) {
      Set<StretchKind> kinds = new HashSet<>();
      weeks.forEach(
          (week, stretches) -> {
            if (week.edition == edition) kinds.addAll(stretches.values());
          });
      edition.know(kinds);
    }
  }

  List<Sentence> sentences() {
    List<Sentence> said = new ArrayList<>();
    List<Situations.Situation> all = situations.all();
    Situations.Situation ordinary = all.get(0);
    for (Situations.Situation s : all) {
      TreeSet<Instant> cuts = cuts(s, ordinary);
      Map<Group, List<ContactClass>> groups = new LinkedHashMap<>();
      for (ContactClass contact : contacts) {
        Map<Change, List<Instant>> changed = new LinkedHashMap<>();
        for (Instant start : cuts) {
          Change change = change(s, contact, start);
          if (change.from == change.to) continue;
          if (s != ordinary && change.equals(change(ordinary, contact, start))) continue;
          changed.computeIfAbsent(change, c -> new ArrayList<>()).add(start);
        }
        changed.forEach(
            (change, starts) ->
                groups
                    .computeIfAbsent(new Group(change, starts), g -> new ArrayList<>())
                    .add(contact));
      }
      groups.forEach((group, who) -> said.add(sentence(s, group, who, cuts)));
    }
    return said;
  }

  private TreeSet<Instant> cuts(Situations.Situation s, Situations.Situation ordinary) {
    TreeSet<Instant> cuts = new TreeSet<>();
    for (TableReachability edition : List.of(before, after))
      for (Situations.Situation one : List.of(s, ordinary))
        cuts.addAll(weeks.get(new Week(edition, one)).keySet());
    return cuts;
  }

  private Change change(Situations.Situation s, ContactClass contact, Instant at) {
    return new Change(shape(before, s, contact, at), shape(after, s, contact, at));
  }

  private Shape shape(
      TableReachability edition, Situations.Situation s, ContactClass contact, Instant at) {
    StretchKind kind = weeks.get(new Week(edition, s)).floorEntry(at).getValue();
    return edition.cell(kind, contact).shape();
  }

  private Sentence sentence(
      Situations.Situation s, Group group, List<ContactClass> who, TreeSet<Instant> cuts) {
    Sentence when = when(group.starts, cuts);
    Sentence a = InWords.of(group.change.from);
    Sentence b = InWords.of(group.change.to);
    Sentence what = InWords.of(who.get(0));
    return new Sentence(
        "%s: %s statt %s, %s; %d Arten von Kontakten, zum Beispiel: %s."
            .formatted(upper(when.de()), b.de(), a.de(), s.who().de(), who.size(), what.de()),
        "%s: %s instead of %s, %s; %d kinds of contact, for example: %s."
            .formatted(upper(when.en()), b.en(), a.en(), s.who().en(), who.size(), what.en()));
  }

  private static String upper(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /** Spans by day, those of equal hours together: "Mondays to Thursdays 17:00–19:00". */
  private Sentence when(List<Instant> starts, TreeSet<Instant> cuts) {
    Map<String, List<DayOfWeek>> days = new TreeMap<>();
    Instant open = null;
    Instant end = null;
    List<Instant[]> spans = new ArrayList<>();
    for (Instant start : starts) {
      Instant next = cuts.higher(start) == null ? to : cuts.higher(start);
      if (start.equals(end)) end = next;
      else {
        if (open != null) spans.add(new Instant[] {open, end});
        open = start;
        end = next;
      }
    }
    spans.add(new Instant[] {open, end});
    for (Instant[] span : spans) byDay(span[0], span[1], days);
    Map<List<DayOfWeek>, String> hours =
        days.entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getValue().stream().distinct().sorted().toList(),
                    Map.Entry::getKey,
                    (x, y) -> x + ", " + y,
                    LinkedHashMap::new));
    return new Sentence(
        hours.entrySet().stream()
            .map(e -> WeekdayWords.of(e.getKey()).de() + " " + e.getValue())
            .collect(Collectors.joining("; ")),
        hours.entrySet().stream()
            .map(e -> WeekdayWords.of(e.getKey()).en() + " " + e.getValue())
            .collect(Collectors.joining("; ")));
  }

  private void byDay(Instant start, Instant end, Map<String, List<DayOfWeek>> days) {
    LocalDateTime a = LocalDateTime.ofInstant(start, zone);
    LocalDateTime b = LocalDateTime.ofInstant(end, zone);
    while (a.isBefore(b)) {
      LocalDateTime midnight = a.toLocalDate().plusDays(1).atStartOfDay();
      LocalDateTime stop = midnight.isBefore(b) ? midnight : b;
      String hours = a.toLocalTime() + "–" + (stop.equals(midnight) ? "24:00" : stop.toLocalTime());
      days.computeIfAbsent(hours, h -> new ArrayList<>()).add(a.getDayOfWeek());
      a = stop;
    }
  }
}
