package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.feierabend.calendar.Kept;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.calendar.ShownWeeks;
import org.feierabend.channels.beside.Cyrus;
import org.feierabend.channels.beside.Missing;
import org.feierabend.channels.calendar.CalDavDoor;
import org.feierabend.channels.calendar.CalDavSettings;
import org.feierabend.channels.calendar.KeepingTimes;
import org.feierabend.channels.calendar.MeetingsBegun;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.door.Standing;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.intake.Read;
import org.feierabend.people.Addresses;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.DatabaseSettings;
import org.feierabend.persistence.JdbcKeptTimes;
import org.feierabend.persistence.JpaDirectory;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.rulebook.YamlPolicies;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

/** The real rules, a real database and Debian's Cyrus; our account there is Anna's own. */
class KeepingTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Instant now = Instant.now();
  private Cyrus cyrus;
  private CalDavDoor door;
  private KeptTimes words;
  private Employer town;
  private long anna;
  private long bert;

  @Test
  void free_times_lie_in_the_calendar_server_while_their_person_wants_it_and_no_longer()
      throws Exception {
    Missing.skipWithout("cyrus");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Database database =
            Database.open(
                DatabaseSettings.of(
                    postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
        Cyrus server = new Cyrus(Files.createTempDirectory("cyrus"), List.of("anna", "bert"))) {
      cyrus = server;
      founded(new JpaDirectory(database));
      words = new JdbcKeptTimes(database);
      door = door(new JpaDirectory(database));
      try (CalDavDoor open = door) {
        words.want(town, anna, true);
        words.want(town, bert, true);
        open.start();
        await(anna, Kept.State.KEPT);
        await(bert, Kept.State.REFUSED);
        List<String> shut = unavailable("anna");
        assertFalse(shut.isEmpty(), "nights and week-ends are told");
        assertEquals(List.of(), unavailable("bert"), "nobody writes at another's Inbox here");
        anothersWordChangesNothing(shut);
        takenBackWhileTheServerIsAway();
      }
    }
  }

  private void anothersWordChangesNothing(List<String> shut) {
    words.want(town, bert, false);
    door.wake();
    Kept nothing = Kept.NOTHING;
    until(() -> words.of(town, bert).equals(nothing), "Bert's word to be forgotten");
    assertEquals(shut, unavailable("anna"));
  }

  private void takenBackWhileTheServerIsAway() {
    cyrus.master.stop();
    words.want(town, anna, false);
    door.wake();
    until(() -> door.standing() instanceof Standing.Down, "the door to be down");
    assertNotEquals(Kept.NOTHING, words.of(town, anna), "not done yet, so not forgotten");
    cyrus.master.start();
    door.wake();
    until(() -> words.of(town, anna).equals(Kept.NOTHING), "what lay there to be taken away");
    assertEquals(List.of(), unavailable("anna"));
    assertTrue(door.standing() instanceof Standing.Up);
  }

  private void founded(JpaDirectory directory) {
    UnitId unit = new UnitId("office");
    town =
        directory.create(
            new NewEmployer(
                new EmployerId("town"),
                "Stadt",
                BERLIN,
                "09564000",
                Employer.ClockKind.WALL,
                IsoWeek.of(now.atZone(BERLIN).toLocalDate()),
                true,
                "p0",
                List.of(new Unit(unit, new Sentence("Amt", "Office"), Optional.empty())),
                List.of(person("anna", unit), person("bert", unit))));
    anna = directory.person(town, new PersonId("anna")).orElseThrow().no();
    bert = directory.person(town, new PersonId("bert")).orElseThrow().no();
  }

  private static NewEmployer.NewPerson person(String name, UnitId unit) {
    return new NewEmployer.NewPerson(
        new PersonId(name),
        unit,
        new Addresses(Optional.empty(), List.of(name + "@example.test"), List.of()),
        PersonFacts.ordinary(BERLIN, "09564000"));
  }

  private CalDavDoor door(JpaDirectory directory) {
    Path home = Path.of(System.getProperty("feierabend.home"));
    YamlPolicies policies = new YamlPolicies(home);
    RulebookReachabilities rules = new RulebookReachabilities(home, policies);
    return new CalDavDoor(
        Optional.of(
            new CalDavSettings(
                town.id(),
                URI.create("http://127.0.0.1:" + cyrus.http),
                "anna",
                "secret",
                "/dav/calendars/user/{name}/Default/",
                Optional.of("/dav/calendars/user/{name}/Inbox/"))),
        directory,
        new MeetingsBegun(directory, new NothingBegins()),
        new KeepingTimes(words, new ShownWeeks(rules, policies), directory),
        Clock.fixed(now, ZoneOffset.UTC),
        Executors.defaultThreadFactory());
  }

  /** Periods of the coming week in which the server says somebody cannot be had. */
  private List<String> unavailable(String person) {
    return cyrus
        .busy(person, UTC.format(now), UTC.format(now.plus(Duration.ofDays(7))))
        .body()
        .lines()
        .filter(line -> line.contains("BUSY-UNAVAILABLE"))
        .toList();
  }

  private void await(long person, Kept.State state) {
    until(
        () -> words.of(town, person).state() == state,
        "%s, but it is %s".formatted(state, words.of(town, person)));
  }

  private static void until(java.util.function.BooleanSupplier met, String what) {
    for (int tries = 0; !met.getAsBoolean(); tries++) {
      assertTrue(tries < 300, "waited for " + what);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** No calendar here holds a meeting. */
  private static final class NothingBegins implements Intake {
    @Override
    public List<Outcome> accept(
        Employer employer, List<? extends Incoming.Event> events, Instant now) {
      throw new AssertionError("A meeting where there is none: " + events.size());
    }

    @Override
    public void acceptFromTopic(
        Employer employer, IsoWeek topicWeek, List<Read> records, Instant now) {
      throw new AssertionError("Nobody reads a topic here.");
    }
  }
}
