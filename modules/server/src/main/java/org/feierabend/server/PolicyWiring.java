package org.feierabend.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.feierabend.policy.DryRunDesk;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;

/** Hands out what reads and tries policies. */
@ApplicationScoped
public class PolicyWiring {
  @Inject Lifecycle lifecycle;

  private Optional<DryRunDesk> desk = Optional.empty();

  @Produces
  PolicyForms policyForms() {
    return lifecycle.standing(house -> house.rules);
  }

  @Produces
  PolicyTrials policyTrials() {
    return lifecycle.standing(house -> house.rules);
  }

  /** The same for all; its thread begins with the first run. */
  @Produces
  synchronized DryRunDesk dryRuns() {
    if (desk.isEmpty()) desk = Optional.of(new DryRunDesk(lifecycle.threads()));
    return desk.get();
  }

  @PreDestroy
  synchronized void stop() {
    desk.ifPresent(DryRunDesk::close);
  }
}
