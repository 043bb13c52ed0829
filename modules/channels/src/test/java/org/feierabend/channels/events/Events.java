package org.feierabend.channels.events;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Events as they come through the doors. Strings use ' for ". */
final class Events {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final EventReader READER = new EventReader(new SampleRules());
  static final String CONTACT_DATA =
      "{'recipient':'p-1','sender':'p-2','sender_role':'COLLEAGUE','channel':'MAIL'}";

  private Events() {}

  static String event(String type, String data) {
    return ("{'specversion':'1.0','id':'e-1','source':'urn:test','time':'2026-01-05T18:00:00+01:00',"
        + "'type':'org.feierabend."
        + type
        + ".v1','data':"
        + data
        + "}");
  }

  static String contact(String data) {
    return event("contact", data);
  }

  static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  static Reading read(String json) {
    return READER.structured(Door.HTTP, bytes(json), BERLIN);
  }
}
