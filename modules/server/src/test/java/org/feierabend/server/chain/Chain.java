package org.feierabend.server.chain;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.kafka.KafkaClients;
import org.feierabend.channels.kafka.KafkaDeadLetters;
import org.feierabend.channels.kafka.KafkaDoor;
import org.feierabend.channels.kafka.KafkaMarks;
import org.feierabend.channels.kafka.KafkaTopics;
import org.feierabend.channels.kafka.ReleaseTopic;
import org.feierabend.channels.kafka.TallyReader;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.channels.schedule.HouseKeeping;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Admission;
import org.feierabend.intake.Assessment;
import org.feierabend.intake.Closing;
import org.feierabend.intake.DecidedAnew;
import org.feierabend.intake.Explanations;
import org.feierabend.intake.KnownRests;
import org.feierabend.intake.Marks;
import org.feierabend.intake.Opening;
import org.feierabend.intake.Reception;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.intake.StoreAway;
import org.feierabend.intake.WeekGate;
import org.feierabend.intake.WeekRecords;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.FileWeekKeys;
import org.feierabend.persistence.JdbcAcceptance;
import org.feierabend.persistence.JdbcDeferrals;
import org.feierabend.persistence.JdbcWeeks;
import org.feierabend.persistence.JdbcWhyCards;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.BlockPlans;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Sums;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.timeline.IsoWeek;

/** Door, tally and house-keeping of one server process, on a real broker and database. */
public final class Chain implements AutoCloseable {
  private static final Duration GRACE = Duration.ofHours(36);

  public final JdbcAcceptance acceptance;
  public final JdbcWeeks weeks;
  private final KafkaTopics topics;
  private final KafkaMarks marks;
  private final KafkaDeadLetters letters;
  private final ReleaseTopic releases;
  private final HouseKeeping keeping;
  private final TallyReader tally;
  private final KafkaDoor door;

  /**
   * What stays when the process goes.
   *
   * @param deciding what becomes of an event; the rules, where nothing is measured against them
   */
  public record Ground(
      Database database,
      KafkaClients clients,
      Directory directory,
      RulebookReachabilities rules,
      Reachabilities deciding,
      EventReader reader,
      Path keys,
      Map<IsoWeek, Sums> sums) {}

  /**
   * @param trouble how many of a hundred batches lose the database between marks and commit
   */
  public Chain(Ground ground, int trouble) {
    KafkaClients clients = ground.clients();
    Directory directory = ground.directory();
    acceptance = new JdbcAcceptance(ground.database());
    weeks = new JdbcWeeks(ground.database());
    topics = new KafkaTopics(clients);
    topics.createStanding();
    FileWeekKeys keys = new FileWeekKeys(ground.keys());
    marks = new KafkaMarks(clients, topics, keys);
    letters = new KafkaDeadLetters(clients);
    releases = new ReleaseTopic(clients);
    EmployerClock clock = new EmployerClock(Clock.systemUTC(), acceptance);
    WeekGate gate = new WeekGate();
    KnownRests rests = new KnownRests(acceptance, ground.rules()::almanac);
    Closing closing =
        new Closing(weeks, keys, topics, acceptance, new Rows(ground.sums()), gate, GRACE);
    keeping =
        new HouseKeeping(
            directory,
            clock,
            new Opening(weeks, topics),
            new ReleaseOfContacts(
                new JdbcDeferrals(ground.database()),
                new DecidedAnew(directory, ground.rules(), rests),
                releases),
            closing,
            (employer, now) -> {},
            Thread::new);
    Reception intake =
        new Reception(
            new Assessment(
                new Admission(weeks, keys, GRACE),
                acceptance,
                directory,
                ground.deciding(),
                new Thirds(),
                rests,
                new Explanations(new JdbcWhyCards(ground.database()), weeks, keys),
                (employer, quarter) -> Indicator.CORE),
            losing(marks, trouble),
            letters,
            acceptance,
            (employer, instants) -> {},
            gate);
    tally = new TallyReader(clients, directory, weeks, keys, topics, letters, Thread::new);
    door =
        new KafkaDoor(
            clients,
            (headers, value, zone) -> ground.reader().record(headers, value, zone).translation(),
            intake,
            directory,
            weeks,
            acceptance,
            topics,
            clock,
            keeping::wake,
            Thread::new);
    tally.start();
    keeping.start();
    door.start();
  }

  /** After the marks are out, the database goes away: the batch comes again. */
  private static Marks losing(Marks marks, int trouble) {
    Random random = new Random(7);
    return (employer, week, list) -> {
      marks.publish(employer, week, list);
      if (random.nextInt(100) < trouble) throw new StoreAway("lost after the marks", null);
    };
  }

  /** Blocks by number, so that the count beside needs no plan. */
  private record Thirds() implements BlockPlans {
    @Override
    public BlockPlan of(Employer employer, String quarter) {
      throw new UnsupportedOperationException("nobody asks for the plan here");
    }

    @Override
    public Optional<Integer> block(Employer employer, String quarter, Person person) {
      String id = person.id().value();
      return Optional.of(Integer.parseInt(id.substring(id.length() - 5)) % Traffic.BLOCKS);
    }
  }

  /** Keeps the sums before noise, for the test alone. */
  private record Rows(Map<IsoWeek, Sums> sums) implements WeekRecords {
    @Override
    public LedgerRow release(Employer employer, IsoWeek week, Sums found, LedgerHead head) {
      sums.put(week, found);
      return row(LedgerRow.Type.RELEASE, employer, week, head);
    }

    @Override
    public LedgerRow destroyed(Employer employer, IsoWeek week, LedgerHead head) {
      return row(LedgerRow.Type.DESTROYED, employer, week, head);
    }

    private static LedgerRow row(
        LedgerRow.Type type, Employer employer, IsoWeek week, LedgerHead head) {
      String json =
          "{\"seq\":%d,\"type\":\"%s\",\"week\":\"%s\",\"employer\":\"%s\"}"
              .formatted(head.count(), type, week, employer.id());
      String hash = "%064x".formatted(head.count() + 1);
      return new LedgerRow(head.count(), type, Optional.of(week), head.hash(), hash, json);
    }
  }

  public static Map<IsoWeek, Sums> noSums() {
    return new ConcurrentHashMap<>();
  }

  @Override
  public void close() {
    for (AutoCloseable part : List.of(door, keeping, tally, marks, letters, releases, topics))
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
  }
}
