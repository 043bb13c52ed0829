package org.feierabend.channels.timerecording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.door.LastEvent;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Incoming.Work;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.intake.Read;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeRecordingTest {
  private static final Instant NOW = Instant.parse("2026-09-16T18:00:00Z");
  private static final Employer TOWN =
      new Employer(
          new EmployerId("town"),
          1,
          "Town",
          ZoneId.of("Europe/Berlin"),
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W30"),
          false,
          "p0");

  private final Remembering intake = new Remembering();
  private final LastEvent last = new LastEvent();

  @Test
  void a_file_in_the_folder_becomes_begin_and_end_once_and_moves_with_a_report(@TempDir Path folder)
      throws IOException {
    DropFolder drop = new DropFolder(folder, intake, last);
    String file =
        "Personalnummer;Person;Beginn;Ende;Grund\n1;anna;2026-09-16T07:30;2026-09-16T16:00;krank\n"
            + "2;bert;2026-09-16T08:00:00+02:00;;\n";
    Files.writeString(folder.resolve("a.csv"), file);
    drop.round(TOWN, NOW, Instant.now());
    assertEquals(0, intake.events.size(), "somebody may still be writing");
    drop.round(TOWN, NOW, Instant.now().plusSeconds(5));
    assertEquals(3, intake.events.size());
    Work begin = (Work) intake.events.get(0);
    assertEquals(Instant.parse("2026-09-16T05:30:00Z"), begin.at());
    assertEquals(Work.Change.BEGIN, begin.change());
    assertEquals(Optional.of(Instant.parse("2026-09-16T18:00:00Z")), last.instant());
    assertTrue(Files.exists(folder.resolve("done/a.csv")));
    String report = Files.readString(folder.resolve("done/a.csv.report.txt"));
    assertEquals("gezählt / counted: 3\n", report);

    Files.writeString(folder.resolve("b.csv"), file);
    drop.round(TOWN, NOW, Instant.now().plusSeconds(5));
    assertEquals(
        "schon bekannt / known already: 3\n",
        Files.readString(folder.resolve("done/b.csv.report.txt")));
    drop.round(TOWN, NOW, Instant.now().plus(DropFolder.KEPT).plusSeconds(9));
    assertFalse(Files.exists(folder.resolve("done/a.csv")), "working times are not kept");
    assertTrue(Files.exists(folder.resolve("done/a.csv.report.txt")));
  }

  @Test
  void bad_lines_are_told_by_number_and_never_by_person(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("bad.csv"),
        """
        person;begin;end
        lisa;yesterday;2026-09-16T16:00
        ;2026-09-16T07:30;2026-09-16T16:00
        lisa;2026-09-16T16:00;2026-09-16T07:30
        lisa;2026-09-16T07:30
        lisa;2026-09-16T07:30;2026-09-16T16:00
        """);
    new DropFolder(folder, intake, last).round(TOWN, NOW, Instant.now().plusSeconds(5));
    assertEquals(2, intake.events.size(), "the good line counts");
    String report = Files.readString(folder.resolve("failed/bad.csv.report.txt"));
    for (String line : List.of("Zeile 2: „yesterday“", "Zeile 3", "Zeile 4", "Zeile 5", "line 2"))
      assertTrue(report.contains(line), report);
    assertFalse(report.contains("lisa"), report);
  }

  @Test
  void an_address_is_asked_again_only_for_what_has_changed() throws IOException {
    try (TimesServer server = new TimesServer()) {
      WorkPull pull =
          new WorkPull(server.url(), Optional.of("secret"), Duration.ofMinutes(15), intake, last);
      pull.round(TOWN, NOW, NOW);
      pull.round(TOWN, NOW, NOW.plusSeconds(60));
      pull.round(TOWN, NOW, NOW.plusSeconds(16 * 60));
      assertEquals(2, server.asked.size(), "not before its time");
      assertEquals("authorization: bearer secret\n", server.asked.get(0));
      assertTrue(server.asked.get(1).contains("if-none-match: \"v1\""), server.asked.get(1));
      assertEquals(2, intake.events.size());
    }
  }

  /** Counts each event once, as the real one does by its ref and person. */
  private static final class Remembering implements Intake {
    final List<Incoming.Event> events = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();

    @Override
    public List<Outcome> accept(
        Employer employer, List<? extends Incoming.Event> batch, Instant now) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Incoming.Event event : batch) {
        boolean fresh = seen.add(List.of(event.ref(), event.person()));
        if (fresh) events.add(event);
        outcomes.add(fresh ? new Outcome.Accepted() : new Outcome.Duplicate());
      }
      return outcomes;
    }

    @Override
    public void acceptFromTopic(Employer employer, IsoWeek week, List<Read> records, Instant now) {
      throw new UnsupportedOperationException("Time recording reads no topic.");
    }
  }
}
