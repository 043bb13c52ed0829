package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.feierabend.measure.Measures;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.Crossings;
import org.feierabend.telework.OfferedTemplates;
import org.feierabend.telework.Reminders;
import org.feierabend.telework.Residents;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkTemplates;

/** What two sides agree on, beside the policy: telework and measures. As {@link Wiring} does. */
@ApplicationScoped
public class AgreedWiring {
  @Inject Lifecycle lifecycle;

  private <T> T from(Function<House, T> part) {
    return lifecycle.standing(part);
  }

  @Produces
  TeleworkDesk teleworkDesk() {
    return from(house -> house.telework.desk);
  }

  @Produces
  Reminders reminders() {
    return from(house -> house.telework.reminders);
  }

  @Produces
  Crossings crossings() {
    return from(house -> house.telework.crossings);
  }

  @Produces
  TeleworkTemplates teleworkTemplates() {
    return from(house -> house.telework.templates);
  }

  @Produces
  OfferedTemplates offeredTemplates() {
    return from(house -> house.telework.offer);
  }

  @Produces
  Residents residents() {
    return from(house -> house.store.residents);
  }

  @Produces
  TeleworkDays teleworkDays() {
    return from(house -> house.store.teleworkDays);
  }

  @Produces
  Arrangements arrangements() {
    return from(house -> house.store.arrangements);
  }

  @Produces
  Measures measures() {
    return from(house -> house.store.measures);
  }
}
