package org.feierabend.server;

import org.feierabend.channels.kafka.KafkaClients;
import org.feierabend.channels.kafka.KafkaTopics;
import org.feierabend.intake.Marks.BrokerAway;

/** The one Kafka broker, with the topics that are not of a week. */
final class Broker implements AutoCloseable {
  final KafkaClients clients;
  final KafkaTopics topics;

  Broker(Settings settings) {
    clients = new KafkaClients(settings.kafka());
    topics = new KafkaTopics(clients);
    try {
      if (!topics.reachable())
        throw new BrokerAway(
            "No broker answers at %s; is feierabend.kafka.bootstrap right?"
                .formatted(settings.kafka().get("bootstrap.servers")),
            null);
      topics.createStanding();
    } catch (BrokerAway e) {
      topics.close();
      throw e;
    }
  }

  @Override
  public void close() {
    topics.close();
  }
}
