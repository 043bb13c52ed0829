package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Treatment;

/**
 * Bytes and attributes in, what the core understands out. In this order: size, JSON, attributes,
 * minimisation of unknown fields, schema, translation. Safe for use by several threads.
 */
public final class EventReader {
  /** Longest message of either door, in bytes. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final String STRUCTURED = "application/cloudevents+json";

  private final Minimisation minimisation;

  public EventReader(Minimisation minimisation) {
    this.minimisation = Objects.requireNonNull(minimisation, "minimisation");
  }

  /**
   * One event in structured mode, {@code application/cloudevents+json}.
   *
   * @param zone of the employer: where a date without a time begins
   */
  public Reading structured(Door door, byte[] body, ZoneId zone) {
    return reading(
        Optional.empty(), () -> understood(door, Envelopes.structured(json(body, "")), zone));
  }

  /**
   * One event in binary mode.
   *
   * @param attributes name of an attribute, such as {@code id} or {@code datacontenttype} → its
   *     value, or null
   */
  public Reading binary(Door door, UnaryOperator<String> attributes, byte[] data, ZoneId zone) {
    return reading(
        Optional.ofNullable(attributes.apply("id")),
        () -> {
          limit(data);
          return understood(door, Envelopes.binary(attributes, data), zone);
        });
  }

  /** A Kafka record in either mode: {@code ce_*} headers, or a structured value. */
  public Reading record(Headers headers, byte[] value, ZoneId zone) {
    byte[] body = value == null ? new byte[0] : value;
    KafkaHeaders attributes = new KafkaHeaders(headers);
    String media = attributes.text("content-type");
    return media != null && isStructured(media)
        ? structured(Door.KAFKA, body, zone)
        : binary(Door.KAFKA, attributes, body, zone);
  }

  private static boolean isStructured(String media) {
    return media.regionMatches(true, 0, STRUCTURED, 0, STRUCTURED.length());
  }

  /**
   * A JSON array of events; one reading each, in order. A document that is no array is one
   * rejection.
   */
  public List<Reading> batch(byte[] body, ZoneId zone) {
    List<Reading> readings = new ArrayList<>();
    Reading whole =
        reading(
            Optional.empty(),
            () -> {
              JsonNode array = json(body, "");
              if (!array.isArray())
                throw Rejection.envelope(
                    "",
                    "Ein Stapel ist ein JSON-Array von Ereignissen.",
                    "A batch is a JSON array of events.");
              for (JsonNode event : array)
                readings.add(
                    reading(
                        Optional.ofNullable(event.path("id").textValue()),
                        () -> understood(Door.HTTP, Envelopes.structured(event), zone)));
              return null;
            });
    return whole == null ? readings : List.of(whole);
  }

  private Reading understood(Door door, Envelope event, ZoneId zone) {
    Optional<EventSchema> published =
        EventSchemas.find(event.type())
            .filter(s -> door == Door.KAFKA || !event.type().equals(EventSchemas.CLOCK));
    Minimisation.Verdict admitted = minimisation.admit(event.type(), published.isPresent());
    EventSchema schema = published.orElseThrow(() -> unknown(admitted));
    if (admitted.treatment() == Treatment.REFUSE) throw unknown(admitted);
    int stripped = schema.strip(event.data(), minimisation);
    schema.check(event.data());
    return new Reading.Understood(Translator.translate(event, zone), stripped);
  }

  private static Rejection.Refused unknown(Minimisation.Verdict verdict) {
    return new Rejection.Refused(
        new Rejection(
            Rejection.Kind.UNKNOWN_TYPE,
            "/type",
            Rejection.ENVELOPE,
            new Sentence(
                "Dieser Ereignistyp ist unbekannt; bekannt: " + known() + ".",
                "This event type is unknown; known are: " + known() + "."),
            Optional.of(verdict.reason().rule())));
  }

  private static Reading reading(Optional<String> id, Supplier<Reading> reader) {
    try {
      return reader.get();
    } catch (Rejection.Refused refused) {
      return new Reading.Rejected(refused.rejection(), id);
    }
  }

  private static JsonNode json(byte[] body, String field) {
    limit(body);
    return StrictJson.parse(body, field);
  }

  private static void limit(byte[] body) {
    if (body.length > MAX_BYTES)
      throw Rejection.of(
          Rejection.Kind.TOO_LARGE,
          "",
          Rejection.ENVELOPE,
          "Eine Nachricht hat höchstens 1 MiB.",
          "A message has at most 1 MiB.");
  }

  private static String known() {
    return String.join(
        ", ", EventSchemas.types().stream().filter(t -> !t.equals(EventSchemas.CLOCK)).toList());
  }
}
