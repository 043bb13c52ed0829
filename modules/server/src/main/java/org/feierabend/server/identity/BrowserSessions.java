package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.feierabend.people.Account;
import org.feierabend.people.Secret;
import org.feierabend.people.Sessions;
import org.feierabend.server.Settings;

/** Log-ins of browsers: a cookie with a secret id, a row with its hash. */
@ApplicationScoped
public class BrowserSessions {
  static final String COOKIE = "feierabend-session";

  /** A working day and some; then people log in again. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration IDLE = Duration.ofHours(2);

  @Inject Sessions sessions;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Opens a session and returns its secret id. */
  String open(Account account) {
    Instant now = clock.instant();
    sessions.sweep(now, now.minus(IDLE));
    String id = Secret.fresh();
    sessions.open(Secret.sha256(id), account.user(), now, now.plus(LONGEST));
    return id;
  }

  Optional<LoggedIn> find(String id) {
    Instant now = clock.instant();
    return sessions
        .use(Secret.sha256(id), now, now.minus(IDLE))
        .map(account -> LoggedIn.session(account, id));
  }

  void close(String id) {
    sessions.close(Secret.sha256(id));
  }

  /** Value of Set-Cookie; an empty id takes the cookie away. */
  String cookie(String id) {
    return COOKIE
        + "="
        + id
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + (id.isEmpty() ? 0 : LONGEST.toSeconds())
        + (settings.secure() ? "; Secure" : "");
  }
}
