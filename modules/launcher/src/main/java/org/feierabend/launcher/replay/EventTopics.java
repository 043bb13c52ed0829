package org.feierabend.launcher.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.feierabend.launcher.Trouble;
import org.feierabend.timeline.IsoWeek;

/**
 * The inbound topics of an employer, one per week; named as the server names them, made ahead of
 * writing and deleted by the server when it closes the week.
 */
final class EventTopics implements AutoCloseable {
  /** Lanes: the server waits for the marker of each. */
  static final int PARTITIONS = 2;

  private static final int TRIES = 30;
  private static final long PAUSE_MILLIS = 1000;

  private final Admin admin;
  private final String employer;

  EventTopics(Map<String, Object> kafkaClient, String employer) {
    this.admin = Admin.create(kafkaClient);
    this.employer = employer;
  }

  static String name(String employer, IsoWeek week) {
    return "feierabend.events." + employer + "." + week;
  }

  /** Makes a week's topic, or finds it made. */
  void create(IsoWeek week) {
    NewTopic topic =
        new NewTopic(name(employer, week), Optional.of(PARTITIONS), Optional.empty())
            .configs(
                Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    "-1",
                    "file.delete.delay.ms",
                    "1000"));
    for (int tried = 1; ; tried++) {
      try {
        admin.createTopics(List.of(topic)).all().get();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TopicExistsException) return;
        if (!(e.getCause() instanceof RetriableException) || tried == TRIES)
          throw Trouble.of(
              "The broker does not make the topic %s: %s"
                  .formatted(name(employer, week), e.getCause()),
              "Der Broker legt das Topic %s nicht an: %s"
                  .formatted(name(employer, week), e.getCause()),
              e);
        Pause.millis(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        throw Pause.interrupted(e);
      }
    }
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(5));
  }
}
