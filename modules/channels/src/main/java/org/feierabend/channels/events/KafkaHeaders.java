package org.feierabend.channels.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The Kafka protocol binding: attributes are UTF-8 headers named {@code ce_…}. */
final class KafkaHeaders {
  private KafkaHeaders() {}

  static String attribute(Headers headers, String name) {
    return text(headers, name.equals("datacontenttype") ? "content-type" : "ce_" + name);
  }

  static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
