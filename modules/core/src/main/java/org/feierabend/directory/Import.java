package org.feierabend.directory;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Staff;

/** One way into the directory for every source: seen before it is done, and done whole or not. */
public final class Import {
  private final Directory directory;
  private final Consumer<Employer> somebodyLeft;

  /**
   * @param somebodyLeft is told when somebody is to be erased
   */
  public Import(Directory directory, Consumer<Employer> somebodyLeft) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.somebodyLeft = Objects.requireNonNull(somebodyLeft, "somebodyLeft");
  }

  /** What would happen now. */
  public Account preview(Employer employer, Reading reading, int mostLeaving) {
    return account(employer, directory.staff(employer), reading, mostLeaving);
  }

  /** Does it, unless the account has complaints: then nothing changed. */
  public Account apply(Employer employer, Reading reading, int mostLeaving) {
    AtomicReference<Account> account = new AtomicReference<>();
    directory.change(
        employer,
        now -> {
          Account found = account(employer, now, reading, mostLeaving);
          account.set(found);
          return found.complaints().isEmpty() ? found.change() : DirectoryChange.nothing(now);
        });
    Account done = account.get();
    if (done.complaints().isEmpty() && done.count(Account.Kind.LEAVES) > 0) left(employer);
    return done;
  }

  /** Somebody left by another way than a list. */
  public void left(Employer employer) {
    somebodyLeft.accept(employer);
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
