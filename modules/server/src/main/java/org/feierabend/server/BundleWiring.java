package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.feierabend.bundle.CityBundles;
import org.feierabend.intake.StoreAway;

/** As {@link Wiring}, for what passes between cities. */
@ApplicationScoped
public class BundleWiring {
  @Inject Lifecycle lifecycle;

  @Produces
  CityBundles cityBundles() {
    return lifecycle
        .house()
        .map(house -> house.bundles)
        .orElseThrow(() -> new StoreAway("The server is still starting; see /health/ready.", null));
  }
}
