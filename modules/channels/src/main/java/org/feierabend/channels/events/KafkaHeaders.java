package org.feierabend.channels.events;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The Kafka protocol binding: attributes are UTF-8 headers named {@code ce_…}; the last counts. */
final class KafkaHeaders implements UnaryOperator<String> {
  private static final String PREFIX = "ce_";

  private final Header[] headers;

  KafkaHeaders(Headers headers) {
    this.headers = headers.toArray();
  }

  /** The attribute of that name, or null. */
  @Override
  public String apply(String name) {
    if (name.equals("datacontenttype")) return text("content-type");
    for (int i = headers.length - 1; i >= 0; i--) {
      String key = headers[i].key();
      if (key.length() == PREFIX.length() + name.length()
          && key.startsWith(PREFIX)
          && key.endsWith(name)) return text(headers[i]);
    }
    return null;
  }

  /** The header of that name, or null. */
  String text(String name) {
    for (int i = headers.length - 1; i >= 0; i--)
      if (headers[i].key().equals(name)) return text(headers[i]);
    return null;
  }

  private static String text(Header header) {
    return header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
