package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.feierabend.policy.PolicyForms;

/** Hands out what reads and tries policies. */
@ApplicationScoped
public class PolicyWiring {
  @Inject Lifecycle lifecycle;

  @Produces
  PolicyForms policyForms() {
    return lifecycle.standing(house -> house.rules);
  }
}
