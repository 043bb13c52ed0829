package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the rules are compiled, the doors are open, database and broker answer. */
@Readiness
@ApplicationScoped
public class Health implements HealthCheck {
  @Inject Lifecycle lifecycle;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("feierabend");
    Optional<House> house = lifecycle.house();
    if (house.isEmpty()) return answer.withData("started", false).down().build();
    boolean database = house.get().store.database.answers();
    boolean broker = house.get().broker.topics.reachable();
    house.get().governance.inForce().forEach(answer::withData);
    return answer
        .withData("started", true)
        .withData("policy", Rules.FIRST_POLICY)
        .withData("edition", house.get().governance.ruleBooks.now().edition())
        .withData("broken-editions", house.get().governance.ruleBooks.broken().size())
        .withData("database", database)
        .withData("append-only", house.get().store.database.appendOnly())
        .withData("broker", broker)
        .status(database && broker)
        .build();
  }
}
