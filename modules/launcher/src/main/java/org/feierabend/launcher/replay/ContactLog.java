package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.policy.LogTraffic;
import org.feierabend.timeline.PersonFacts;

/** The contacts among a file's events, as a dry run takes them; everything else is passed over. */
final class ContactLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ContactLog() {}

  static LogTraffic of(EventStream events, PersonFacts everybody) {
    LogTraffic traffic = new LogTraffic(everybody);
    events.forEach(
        event -> {
          if (event.type().equals(ReplayEvent.CONTACT))
            traffic.add(event.person(), contact(event.data()), event.at());
        });
    return traffic;
  }

  private static ContactClass contact(byte[] data) {
    try {
      JsonNode json = JSON.readTree(data);
      return new ContactClass(
          word(json, "kind", ContactKind.class, ContactKind.MESSAGE),
          word(json, "urgency", Urgency.class, Urgency.NORMAL),
          word(json, "channel", Channel.class, Channel.CHAT),
          word(json, "sender_role", Sender.class, Sender.COLLEAGUE),
          false,
          word(json, "reason", EmergencyReason.class, EmergencyReason.NONE));
    } catch (IOException e) {
      throw new UncheckedIOException("An event this house wrote is no JSON.", e);
    }
  }

  private static <E extends Enum<E>> E word(JsonNode json, String field, Class<E> type, E other) {
    JsonNode value = json.path(field);
    return value.isTextual()
        ? Enum.valueOf(type, value.textValue().toUpperCase(Locale.ROOT))
        : other;
  }
}
