package org.feierabend.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Kills the application server with SIGKILL while a replay runs, at moments drawn from a seed, each
 * while at least a thousand events wait in the topics. The launcher starts it again.
 */
final class KillingTime {
  private static final long SEED = 20_261_123L;
  private static final int UNACKNOWLEDGED = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int TOPIC_PARTITIONS = 2;

  private final RunningInstance instance;
  private final String employer;
  private final List<Long> moments = new ArrayList<>();
  private final List<String> kills = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "killer");
  private volatile Throwable failure;

  /**
   * @param events of the whole replay; moments are counted in events taken
   */
  KillingTime(RunningInstance instance, String employer, long events, int times) {
    this.instance = instance;
    this.employer = employer;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < times; i++) moments.add(random.nextLong(events / 50, events * 8 / 10));
    moments.sort(null);
  }

  void start() {
    thread.start();
  }

  void requireDone() throws InterruptedException {
    thread.join(Duration.ofSeconds(30).toMillis());
    if (failure != null || kills.size() < moments.size())
      throw new AssertionError(
          "Killed %d times of %d: %s".formatted(kills.size(), moments.size(), kills), failure);
  }

  private void run() {
    try (Connection c = instance.database();
        Admin admin = Admin.create(instance.kafka())) {
      for (long moment : moments) kill(c, admin, moment);
    } catch (Throwable t) {
      failure = t;
    }
  }

  private void kill(Connection c, Admin admin, long moment) {
    long[] waiting = {0};
    Await.until(
        "event " + moment + " with a thousand more waiting",
        PATIENCE,
        () -> taken(c) >= moment && (waiting[0] = unacknowledged(c, admin)) >= UNACKNOWLEDGED);
    long pid = instance.serverPid();
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    kills.add("at %d with %d waiting".formatted(moment, waiting[0]));
    Await.until("the server to come back", PATIENCE, () -> instance.serverPid() != pid);
  }

  private long taken(Connection c) throws SQLException {
    return number(
        c,
        "SELECT count FROM total t JOIN employer e ON e.no = t.employer"
            + " WHERE e.id = ? AND t.name = 'events'");
  }

  /** Records in the topics minus those whose effects are committed. */
  private long unacknowledged(Connection c, Admin admin)
      throws SQLException, InterruptedException, ExecutionException {
    String prefix = "feierabend.events." + employer + ".";
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (String topic : admin.listTopics().names().get())
      if (topic.startsWith(prefix))
        for (int p = 0; p < TOPIC_PARTITIONS; p++)
          asked.put(new TopicPartition(topic, p), OffsetSpec.latest());
    long ends = 0;
    try {
      for (var end : admin.listOffsets(asked).all().get().values()) ends += end.offset();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) return 0; // just deleted
      throw e;
    }
    return ends
        - number(
            c,
            "SELECT coalesce(sum(next_offset), 0) FROM inbound_offset o"
                + " JOIN employer e ON e.no = o.employer WHERE e.id = ?");
  }

  private long number(Connection c, String query) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(query)) {
      s.setString(1, employer);
      ResultSet row = s.executeQuery();
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public String toString() {
    return "Killed %d times (seed %d): %s".formatted(kills.size(), SEED, kills);
  }
}
