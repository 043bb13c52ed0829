package org.feierabend.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.kafka.Broker;
import org.feierabend.channels.kafka.KafkaTopics;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.DatabaseSettings;
import org.feierabend.persistence.JpaDirectory;
import org.feierabend.server.chain.Traffic;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** A broker and a database of their own, gone when they are closed. */
final class Ground implements AutoCloseable {
  private static final UnitId CITY = new UnitId("city");
  private static final WeeklyWindow WINDOW = // the policy's own, said aloud for whoever knows none
      new WeeklyWindow(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(7, 0),
          LocalTime.of(19, 0));
  private static final PersonFacts PERSON =
      PersonFacts.ordinary(Traffic.BERLIN, "09564000").withWindows(Optional.of(List.of(WINDOW)));

  final Path folder;
  final Broker broker;
  final Database database;
  final Directory directory;
  private final EmbeddedPostgres postgres;

  Ground() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("feierabend-bench");
    postgres = EmbeddedPostgres.builder().start();
    broker = new Broker(folder.resolve("broker"));
    database =
        Database.open(
            DatabaseSettings.of(
                postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
    directory = new JpaDirectory(database);
  }

  /** An employer whose traffic waits in its topics. */
  Employer employer(String id, Traffic traffic) {
    List<NewEmployer.NewPerson> people = new ArrayList<>();
    for (int i = 0; i < traffic.people; i++)
      people.add(new NewEmployer.NewPerson(new PersonId(Traffic.person(i)), CITY, PERSON));
    Employer employer =
        directory.create(
            new NewEmployer(
                new EmployerId(id),
                "Stadt",
                Traffic.BERLIN,
                "09564000",
                Employer.ClockKind.EVENT,
                Traffic.FIRST,
                true,
                "p0",
                List.of(new Unit(CITY, new Sentence("Stadt", "City"), Optional.empty())),
                people));
    try (KafkaTopics topics = new KafkaTopics(broker.clients())) {
      for (IsoWeek week : weeks(traffic)) topics.create(employer, week);
    }
    traffic.write(employer.id(), broker.address());
    return employer;
  }

  /** Those of the traffic and the one in which its last marker lies. */
  static List<IsoWeek> weeks(Traffic traffic) {
    List<IsoWeek> weeks = new ArrayList<>();
    for (IsoWeek week = Traffic.FIRST; weeks.size() <= traffic.weeks; week = week.next())
      weeks.add(week);
    return weeks;
  }

  @Override
  public void close() throws IOException {
    database.close();
    try {
      broker.close();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    postgres.close();
    Folders.delete(folder);
  }
}
