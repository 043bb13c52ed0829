package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.people.Account;
import org.feierabend.people.Accounts;

/** Checks a user name and password, slower and slower for who guesses. */
@ApplicationScoped
public class LogIns {
  /** What came of an attempt. */
  sealed interface Outcome {
    record Welcome(Account account) implements Outcome {}

    record Wrong() implements Outcome {}

    record Wait(Duration time) implements Outcome {}
  }

  private static final int LONGEST_PASSWORD = 1_000;

  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject Clock clock;

  private final Throttle perUser = new Throttle(5);
  private final Throttle perAddress = new Throttle(100);

  Outcome attempt(String user, String password, String address) {
    String name = user.strip().toLowerCase(Locale.ROOT);
    String key = address + " " + name;
    Instant now = clock.instant();
    Duration wait = longer(perUser.wait(key, now), perAddress.wait(address, now));
    if (!wait.isZero()) return new Outcome.Wait(wait);
    Optional<String> hash = accounts.passwordHash(name);
    boolean right = password.length() <= LONGEST_PASSWORD && passwords.matches(password, hash);
    Optional<Account> account = right ? accounts.find(name) : Optional.empty();
    if (account.isEmpty()) {
      Instant failed = clock.instant(); // checking takes its time
      perUser.failed(key, failed);
      perAddress.failed(address, failed);
      return new Outcome.Wrong();
    }
    perUser.succeeded(key);
    return new Outcome.Welcome(account.get());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
