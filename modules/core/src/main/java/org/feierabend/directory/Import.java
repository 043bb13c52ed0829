package org.feierabend.directory;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Who;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.DirectoryChanged;
import org.feierabend.people.Employer;
import org.feierabend.people.Staff;

/** One way into the directory for every source: seen before it is done, and done whole or not. */
public final class Import {
  private final Directory directory;
  private final AuditLog audit;
  private final Consumer<Employer> somebodyLeft;

  /**
   * @param somebodyLeft is told when somebody is to be erased
   */
  public Import(Directory directory, AuditLog audit, Consumer<Employer> somebodyLeft) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.audit = Objects.requireNonNull(audit, "audit");
    this.somebodyLeft = Objects.requireNonNull(somebodyLeft, "somebodyLeft");
  }

  /** What would happen now. */
  public Account preview(Employer employer, Reading reading, int mostLeaving) {
    return account(employer, directory.staff(employer), reading, mostLeaving);
  }

  /** Does it, unless the account has complaints: then nothing changed. */
  public Account apply(Employer employer, Reading reading, int mostLeaving, Who who, Instant at) {
    return apply(employer, reading, mostLeaving, noted(employer, who, at));
  }

  Account apply(
      Employer employer, Reading reading, int mostLeaving, Consumer<DirectoryChanged> noted) {
    AtomicReference<Account> account = new AtomicReference<>();
    change(
        employer,
        now -> {
          Account found = account(employer, now, reading, mostLeaving);
          account.set(found);
          return found.complaints().isEmpty() ? found.change() : DirectoryChange.nothing(now);
        },
        noted);
    return account.get();
  }

  /**
   * One step somebody asks for by another way than a list.
   *
   * @param who in which role
   */
  public Staff change(
      Employer employer, Function<Staff, DirectoryChange> step, Who who, Instant at) {
    return change(employer, step, noted(employer, who, at));
  }

  private Staff change(
      Employer employer, Function<Staff, DirectoryChange> step, Consumer<DirectoryChanged> noted) {
    AtomicBoolean leaves = new AtomicBoolean();
    Staff after =
        directory.change(
            employer,
            step,
            changed -> {
              noted.accept(changed);
              leaves.set(!changed.change().leaving().isEmpty());
            });
    if (leaves.get()) somebodyLeft.accept(employer);
    return after;
  }

  private Consumer<DirectoryChanged> noted(Employer employer, Who who, Instant at) {
    return new DirectoryAudit(audit, employer, who, at)::changed;
  }

  private static Account account(Employer employer, Staff now, Reading reading, int mostLeaving) {
    return reading.over(new Reconciliation(employer, mostLeaving).of(now, reading.said()));
  }

  /** The quarter after another: 2026-Q4 → 2027-Q1. */
  public static String quarterAfter(String quarter) {
    int year = Integer.parseInt(quarter.substring(0, 4));
    int number = Integer.parseInt(quarter.substring(6));
    return number == 4 ? "%d-Q1".formatted(year + 1) : "%d-Q%d".formatted(year, number + 1);
  }
}
