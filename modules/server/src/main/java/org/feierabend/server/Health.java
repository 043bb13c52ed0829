package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the rules are compiled, database and broker answer. */
@Readiness
@ApplicationScoped
public class Health implements HealthCheck {
  @Inject Lifecycle lifecycle;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("feierabend");
    Optional<House> house = lifecycle.house();
    boolean database = house.map(h -> h.database.answers()).orElse(false);
    return answer
        .withData("started", house.isPresent())
        .withData("database", database)
        .status(house.isPresent() && database)
        .build();
  }
}
