package org.feierabend.launcher.replay;

import java.nio.charset.StandardCharsets;

/** The data of events, written by hand: ids and codes of our own need no escaping. */
final class EventJson {
  private EventJson() {}

  /** A mail; a sender of {@link People#NOBODY} is left out. */
  static byte[] mail(PersonIds ids, int recipient, int sender, String role) {
    return contact(ids, recipient, sender, role, "MAIL");
  }

  static byte[] contact(PersonIds ids, int recipient, int sender, String role, String channel) {
    StringBuilder json = new StringBuilder(192);
    json.append("{\"recipient\":\"").append(ids.of(recipient)).append('"');
    if (sender != People.NOBODY) json.append(",\"sender\":\"").append(ids.of(sender)).append('"');
    json.append(",\"sender_role\":\"").append(role);
    json.append("\",\"channel\":\"").append(channel).append("\"}");
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] work(PersonIds ids, int person, String change) {
    return "{\"person\":\"%s\",\"change\":\"%s\"}"
        .formatted(ids.of(person), change)
        .getBytes(StandardCharsets.UTF_8);
  }
}
