package org.feierabend.server;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feierabend.intake.StoreAway;

/**
 * Builds the {@link House} in the background, so that the server answers (not ready yet) from its
 * first second, and tries again until database and broker are there.
 */
@ApplicationScoped
public class Lifecycle {
  private static final System.Logger LOG = System.getLogger(Lifecycle.class.getName());
  private static final long PAUSE_MILLIS = 2_000;

  @Inject Settings settings;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  ManagedThreadFactory threads;

  private volatile House house;
  private volatile boolean stopping;
  private Thread builder;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    builder = threads.newThread(this::build);
    builder.setName("feierabend-start");
    builder.start();
  }

  private void build() {
    long began = System.nanoTime();
    try {
      Rules rules = patiently("the rules in " + settings.home(), () -> new Rules(settings.home()));
      LOG.log(Level.INFO, "The rules are compiled: edition {0}.", rules.edition());
      Store store = patiently("PostgreSQL, " + settings.database(), () -> new Store(settings));
      Broker broker = patiently("Kafka", () -> new Broker(settings));
      house = patiently("the doors", () -> House.build(settings, rules, store, broker, threads));
      long millis = (System.nanoTime() - began) / 1_000_000;
      LOG.log(Level.INFO, "Feierabend is ready after {0} ms.", Long.toString(millis));
    } catch (InterruptedException e) {
      LOG.log(Level.INFO, "Stopped while starting.");
      Thread.currentThread().interrupt();
    }
  }

  private <T> T patiently(String what, Supplier<T> part) throws InterruptedException {
    LOG.log(Level.INFO, "Waiting for {0} …", what);
    String said = "";
    while (true) {
      try {
        return part.get();
      } catch (RuntimeException e) {
        if (stopping) throw new InterruptedException();
        String why = String.valueOf(e.getMessage());
        if (!why.equals(said)) LOG.log(Level.WARNING, "Still waiting for " + what + ": " + why, e);
        said = why;
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** What was built, once it is. */
  Optional<House> house() {
    return Optional.ofNullable(house);
  }

  /** A part of what was built; fails as long as it is being built. */
  <T> T standing(Function<House, T> part) {
    return house()
        .map(part)
        .orElseThrow(() -> new StoreAway("The server is still starting; see /health/ready.", null));
  }

  /** Whose threads stop with the server. */
  ThreadFactory threads() {
    return threads;
  }

  public boolean started() {
    return house != null;
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (builder != null) builder.interrupt();
    if (house != null) house.close();
    LOG.log(Level.INFO, "Feierabend has stopped.");
  }
}
