package org.feierabend.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.feierabend.alert.Inbox;
import org.feierabend.audit.AuditLog;
import org.feierabend.bundle.CityBundles;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.kafka.KafkaClients;
import org.feierabend.channels.kafka.KafkaDeadLetters;
import org.feierabend.channels.kafka.KafkaDoor;
import org.feierabend.channels.kafka.KafkaMarks;
import org.feierabend.channels.kafka.KafkaTopics;
import org.feierabend.channels.kafka.ReleaseTopic;
import org.feierabend.channels.kafka.TallyReader;
import org.feierabend.channels.kafka.Webhook;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.channels.schedule.HouseKeeping;
import org.feierabend.channels.schedule.QuartzBells;
import org.feierabend.intake.Admission;
import org.feierabend.intake.Assessment;
import org.feierabend.intake.Closing;
import org.feierabend.intake.DecidedAnew;
import org.feierabend.intake.EmergencyReview;
import org.feierabend.intake.Explanations;
import org.feierabend.intake.Intake;
import org.feierabend.intake.KnownRests;
import org.feierabend.intake.Opening;
import org.feierabend.intake.OwnWeek;
import org.feierabend.intake.Reception;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.intake.WeekGate;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.people.Staff;
import org.feierabend.persistence.FileWeekKeys;
import org.feierabend.persistence.JdbcBlockPlans;
import org.feierabend.persistence.JdbcWhyCards;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlans;
import org.feierabend.report.ChainHeads;
import org.feierabend.report.RandomBits;
import org.feierabend.report.ReleaseMaker;
import org.feierabend.report.WeekKeys;
import org.feierabend.report.Withdrawals;

/** Everything that is built once when the server starts, in the order it needs each other. */
final class House implements AutoCloseable {
  /** How long after its end a week still takes events (PRIVACY, section 5). */
  private static final Duration GRACE = Duration.ofHours(36);

  private final Closers closers;
  final Store store;
  final Governance governance;
  final RulesInForce rules;
  final Broker broker;
  final WeekKeys keys;
  final Weeks weeks;
  final BlockPlans plans;
  final EmployerClock clock;
  final Intake intake;
  final KnownRests rests;
  final OwnWeek ownWeek;
  final Withdrawals withdrawals;
  final Explanations explanations;
  final EmergencyReview emergencies;
  final Inbox inbox;
  final TeleworkHouse telework;
  final EventReader reader;
  final ChainHeads heads;
  final Registry registry;
  final AuditLog audit;
  final CityBundles bundles;
  final Beside beside;

  private House(
      Settings settings,
      Rules checkout,
      Store store,
      Broker broker,
      ThreadFactory threads,
      Closers closers)
      throws IOException {
    this.store = store;
    this.broker = broker;
    this.closers = closers;
    settings.publicAddress(); // a wrong one is said at the start, not at a request
    Path var = settings.var();
    Chains chains = new Chains(var, store);
    heads = chains.heads;
    audit = chains.audit;
    governance = new Governance(checkout, store, var, audit, threads, closers);
    rules = governance.rules;
    telework = new TeleworkHouse(settings, rules, store);
    bundles = new Bundles(governance, telework, chains.signer, audit);
    keys = new FileWeekKeys(var.resolve("keys"));
    weeks = chains.weeks;
    plans =
        new JdbcBlockPlans(
            store.database,
            this::staff,
            (employer, quarter, units, staff) ->
                BlockPartition.of(quarter, units, staff, rules.policy(employer.policy()).k()));
    clock = new EmployerClock(Clock.systemUTC(), store.acceptance);
    reader = new EventReader(rules);
    KafkaClients clients = broker.clients;
    KafkaTopics topics = broker.topics;
    KafkaDeadLetters deadLetters = closers.add(new KafkaDeadLetters(clients));
    HandedOver told = new HandedOver(closers.add(new ReleaseTopic(clients)), store.openings);
    rests = new KnownRests(store.acceptance, rules::almanac);
    ReleaseOfContacts releases =
        new ReleaseOfContacts(
            store.deferrals, new DecidedAnew(store.directory, rules, rests), told);
    WeekGate gate = new WeekGate();
    ReleaseMaker maker = new ReleaseMaker(chains.signer, RandomBits.secure(), Code.digest());
    withdrawals = new Withdrawals(chains.releases, maker);
    Closing closeWeeks =
        new Closing(
            weeks,
            keys,
            topics,
            store.acceptance,
            new LedgerRecords(maker, rules, plans, store.releases),
            gate,
            GRACE);
    emergencies =
        new EmergencyReview(
            store.emergencies,
            rules::almanac,
            new RoleAccounts(store.directory, store.accounts),
            policy -> rules.policy(policy).k());
    HouseKeeping keeping =
        closers.add(
            new HouseKeeping(
                store.directory,
                clock,
                new Opening(weeks, topics),
                releases,
                closeWeeks,
                emergencies::forgetDue,
                threads));
    AfterRelease afterRelease =
        new AfterRelease(
            settings, governance, telework, store, clients, weeks, clock, rests, threads, closers);
    inbox = afterRelease.inbox;
    registry = closers.add(new Registry(settings, store, audit, clock));
    List<Runnable> onBell = new CopyOnWriteArrayList<>();
    QuartzBells bells =
        closers.add(
            new QuartzBells(
                "feierabend",
                store.database.dataSource(),
                store.directory,
                store.deferrals,
                releases,
                clock,
                () -> {
                  keeping.wake();
                  afterRelease.clerk.wake();
                  onBell.forEach(Runnable::run);
                  registry.wake();
                }));
    KafkaMarks marks = closers.add(new KafkaMarks(clients, topics, keys));
    ownWeek = new OwnWeek(weeks, keys, marks, plans, gate);
    explanations = new Explanations(new JdbcWhyCards(store.database), weeks, keys);
    intake =
        new Reception(
            new Assessment(
                new Admission(weeks, keys, GRACE),
                store.acceptance,
                store.directory,
                rules,
                plans,
                rests,
                explanations,
                (employer, quarter) -> rules.policy(employer.policy()).indicators(quarter)),
            marks,
            deadLetters,
            store.acceptance,
            bells,
            gate);
    TallyReader tally =
        closers.add(
            new TallyReader(clients, store.directory, weeks, keys, topics, deadLetters, threads));
    KafkaDoor door =
        closers.add(
            new KafkaDoor(
                clients,
                (headers, value, zone) -> reader.record(headers, value, zone).translation(),
                intake,
                store.directory,
                weeks,
                store.acceptance,
                topics,
                clock,
                keeping::wake,
                threads));
    settings
        .webhook()
        .ifPresent(
            url -> closers.add(new Webhook(clients, Webhook.Receiver.ofAll(url), threads)).start());
    afterRelease.clerk.start();
    tally.start();
    keeping.start();
    bells.start();
    door.start();
    beside = new Beside(this, new DoorSettings(), threads, closers);
    onBell.add(beside::wake);
    registry.start(ownWeek, explanations, intake, beside.doors, keeping::wake, threads);
  }

  private Staff staff(Employer employer, String quarter) {
    return registry.staff(employer, quarter);
  }

  /** Whole or not at all. */
  static House build(
      Settings settings, Rules rules, Store store, Broker broker, ThreadFactory threads) {
    Closers closers = new Closers();
    try {
      return new House(settings, rules, store, broker, threads, closers);
    } catch (IOException e) {
      closers.close();
      throw new UncheckedIOException("The key files under var/ cannot be used.", e);
    } catch (RuntimeException e) {
      closers.close();
      throw e;
    }
  }

  /** Doors first, the database last. */
  @Override
  public void close() {
    closers.close();
    broker.close();
    store.close();
  }
}
