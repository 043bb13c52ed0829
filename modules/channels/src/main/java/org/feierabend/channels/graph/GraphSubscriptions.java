package org.feierabend.channels.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.feierabend.channels.schedule.Rounds;
import org.feierabend.door.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews our subscriptions before they end, and at once when Graph asks for it. Without settings it
 * calls nobody.
 */
public final class GraphSubscriptions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GraphSubscriptions.class);
  private static final Duration LOOK = Duration.ofMinutes(10);

  private final Optional<GraphSettings.Renewal> settings;
  private final Clock clock;
  private final Rounds rounds;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private volatile Optional<Standing.Trouble> trouble = Optional.empty();

  public GraphSubscriptions(
      Optional<GraphSettings.Renewal> settings, Clock clock, ThreadFactory threads) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    rounds = new Rounds("graph", settings, threads, this::onBell);
  }

  public void start() {
    rounds.start();
  }

  /** Graph asked for it. */
  void renew(String subscription) {
    if (settings.isEmpty()) {
      LOG.warn(
          "graph: a subscription wants to be renewed; set feierabend.graph.client-id or do it.");
      return;
    }
    asked.add(subscription);
    rounds.wake();
  }

  Optional<Standing.Trouble> trouble() {
    return trouble;
  }

  private Duration onBell() {
    settings.ifPresent(this::round);
    return LOOK;
  }

  /** One look at all subscriptions; those that end soon, or were asked for, last on. */
  void round(GraphSettings.Renewal s) {
    try {
      GraphClient graph = new GraphClient(s);
      Instant now = clock.instant();
      Set<String> wanted = Set.copyOf(asked);
      for (JsonNode one : graph.subscriptions()) {
        String id = one.path("id").asText();
        boolean ours = one.path("notificationUrl").asText().equals(s.notificationUrl().toString());
        if (!ours || !(wanted.contains(id) || endsSoon(one, now, s.lasting()))) continue;
        graph.renew(id, now.plus(s.lasting()).truncatedTo(ChronoUnit.SECONDS));
      }
      asked.removeAll(wanted); // what is not listed is not ours to renew
      trouble = Optional.empty();
    } catch (GraphClient.Refused e) {
      trouble = Optional.of(Standing.Trouble.CREDENTIALS_REFUSED);
    } catch (IOException e) {
      if (trouble.isEmpty()) LOG.warn("graph: does not answer: {}", e.getClass().getSimpleName());
      trouble = Optional.of(Standing.Trouble.SERVER_AWAY);
    }
  }

  /** In the last half of its time, so that a day's outage does no harm. */
  private static boolean endsSoon(JsonNode one, Instant now, Duration lasting) {
    try {
      Instant ends = OffsetDateTime.parse(one.path("expirationDateTime").asText()).toInstant();
      return ends.isBefore(now.plus(lasting.dividedBy(2)));
    } catch (DateTimeException unknown) {
      return true;
    }
  }

  @Override
  public void close() {
    rounds.close();
  }
}
