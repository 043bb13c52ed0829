package org.feierabend.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import org.feierabend.audit.AuditLog;
import org.feierabend.channels.people.LdapDirectory;
import org.feierabend.channels.people.LdapDoor;
import org.feierabend.channels.people.LdapSettings;
import org.feierabend.channels.schedule.Clerk;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.channels.timerecording.DropFolder;
import org.feierabend.channels.timerecording.TimeRecording;
import org.feierabend.channels.timerecording.WorkPull;
import org.feierabend.directory.Import;
import org.feierabend.directory.Reorganising;
import org.feierabend.directory.Sync;
import org.feierabend.door.Doors;
import org.feierabend.intake.Explanations;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Leaving;
import org.feierabend.intake.OwnWeek;
import org.feierabend.people.Employer;
import org.feierabend.people.Staff;
import org.feierabend.persistence.JdbcDepartures;
import org.feierabend.persistence.JdbcReorganisations;
import org.feierabend.timeline.IsoWeek;

/** Who comes, changes and goes: by file, provisioning or directory server, and who is erased. */
final class Registry implements AutoCloseable {
  final Import imports;
  final Optional<Sync> sync;
  final Reorganising reorganising;
  private final Optional<LdapDirectory> ldap;
  private final SourceSettings sources;
  private final Store store;
  private final EmployerClock clock;
  private volatile Clerk clerk;

  Registry(Settings settings, Store store, AuditLog audit, EmployerClock clock) {
    sources = new SourceSettings(settings);
    this.store = store;
    this.clock = clock;
    imports = new Import(store.directory, audit, employer -> wake());
    reorganising =
        new Reorganising(store.directory, imports, new JdbcReorganisations(store.database), audit);
    Optional<LdapSettings> server = sources.ldap(); // a wrong one is said at the start
    ldap = server.map(LdapDirectory::new);
    sync = server.map(s -> new Sync(ldap.orElseThrow(), imports, s.mostLeaving(), s.every()));
  }

  /** What is to hold from a quarter on holds before its blocks are cut. */
  Staff staff(Employer employer, String quarter) {
    reorganising.carryOut(employer, quarter, clock.now(employer));
    return store.directory.staff(employer);
  }

  /** The bell rang, or somebody left. */
  void wake() {
    if (clerk != null) clerk.wake();
  }

  void start(
      OwnWeek ownWeek,
      Explanations explanations,
      Intake intake,
      Doors doors,
      Runnable somethingIsDue,
      ThreadFactory threads) {
    TimeRecording times =
        new TimeRecording(
            sources.recordedEmployer(),
            last -> sources.dropFolder().map(folder -> new DropFolder(folder, intake, last)),
            last ->
                sources
                    .pullUrl()
                    .map(
                        url ->
                            new WorkPull(
                                url, sources.pullToken(), sources.pullEvery(), intake, last)));
    doors.add(times);
    doors.add(new LdapDoor(ldap, sync));
    Leaving leaving =
        new Leaving(
            new JdbcDepartures(store.database),
            ownWeek,
            explanations,
            employer -> somethingIsDue.run());
    List<BiConsumer<Employer, Instant>> duties =
        new ArrayList<>(List.of(leaving::round, this::carryOut));
    sync.ifPresent(s -> duties.add(s::round));
    if (times.configured())
      duties.add((employer, now) -> times.round(employer, now, Instant.now()));
    clerk = new Clerk("registrar", store.directory, clock, duties, threads);
    clerk.start();
  }

  private void carryOut(Employer employer, Instant now) {
    reorganising.carryOut(employer, IsoWeek.at(now, employer.zone()).quarter(), now);
  }

  @Override
  public void close() {
    if (clerk != null) clerk.close();
  }
}
