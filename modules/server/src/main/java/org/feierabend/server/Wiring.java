package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.feierabend.intake.StoreAway;
import org.feierabend.people.Accounts;
import org.feierabend.people.Sessions;
import org.feierabend.people.Tokens;

/** Hands the parts of the {@link House} to whoever injects a port. */
@ApplicationScoped
public class Wiring {
  @Inject Lifecycle lifecycle;

  private House house() {
    return lifecycle
        .house()
        .orElseThrow(() -> new StoreAway("The server is still starting; see /health/ready.", null));
  }

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @ApplicationScoped
  Accounts accounts() {
    return house().accounts;
  }

  @Produces
  @ApplicationScoped
  Tokens tokens() {
    return house().tokens;
  }

  @Produces
  @ApplicationScoped
  Sessions sessions() {
    return house().sessions;
  }
}
