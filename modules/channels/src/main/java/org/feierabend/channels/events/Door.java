package org.feierabend.channels.events;

/** Which door the bytes came through: clock markers pass the Kafka door alone. */
public enum Door {
  HTTP,
  KAFKA
}
