package org.feierabend.channels.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.feierabend.channels.door.Misread;
import org.feierabend.decision.Sentence;

/**
 * How one source's webhooks become events.
 *
 * @param proof how the source shows that it is the one
 * @param delivery names each webhook once, so that it counts once
 * @param events the first that fits is made
 */
record Mapping(Proof proof, Delivery delivery, List<Event> events) {
  /**
   * A header or a pointer.
   *
   * @param header empty text: it is the pointer
   */
  record Delivery(String header, String pointer) {
    Delivery {
      if (header.isEmpty() == pointer.isEmpty())
        throw new IllegalArgumentException(
            "A delivery is named by a header or by a pointer, and by one of them.");
    }

    String where() {
      return header.isEmpty() ? pointer : header;
    }
  }

  /**
   * @param when pointer → the values it may have; empty: every webhook fits
   * @param time empty: when it came in
   */
  record Event(
      Map<String, Set<String>> when, String type, Optional<Value> time, Map<String, Value> data) {
    Event {
      when = Map.copyOf(when);
      data = Map.copyOf(data);
    }

    boolean fits(Map<String, JsonNode> picked) {
      return when.entrySet().stream()
          .allMatch(
              w ->
                  picked.containsKey(w.getKey())
                      && w.getValue().contains(picked.get(w.getKey()).asText()));
    }

    /** Where the field of an event that was refused comes from; else the field itself. */
    String source(String field) {
      Optional<Value> value =
          field.equals("/time")
              ? time
              : field.startsWith("/data/")
                  ? Optional.ofNullable(data.get(field.substring("/data/".length())))
                  : Optional.empty();
      return value.map(Value::pointer).filter(p -> !p.isEmpty()).orElse(field);
    }
  }

  Mapping {
    Objects.requireNonNull(proof, "proof");
    Objects.requireNonNull(delivery, "delivery");
    events = List.copyOf(events);
  }

  /** All that is read of a webhook's body. */
  List<String> pointers() {
    List<String> pointers = new ArrayList<>();
    if (!delivery.pointer().isEmpty()) pointers.add(delivery.pointer());
    for (Event event : events) {
      pointers.addAll(event.when().keySet());
      event.time().map(Value::pointer).ifPresent(pointers::add);
      event.data().values().forEach(value -> pointers.add(value.pointer()));
    }
    return pointers.stream().filter(p -> !p.isEmpty()).distinct().toList();
  }

  /** A CloudEvent, its schema not looked at yet. */
  ObjectNode cloudEvent(
      String source,
      Event event,
      Map<String, JsonNode> picked,
      UnaryOperator<String> headers,
      Value.People people,
      Instant now) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("specversion", "1.0");
    made.put("id", id(picked, headers));
    made.put("source", "urn:webhook:" + source);
    made.put("type", event.type());
    JsonNode time = event.time().flatMap(t -> t.of(picked, people)).orElse(null);
    if (time == null) made.put("time", now.toString());
    else made.set("time", time);
    ObjectNode data = made.putObject("data");
    event
        .data()
        .forEach((name, value) -> value.of(picked, people).ifPresent(v -> data.set(name, v)));
    return made;
  }

  private String id(Map<String, JsonNode> picked, UnaryOperator<String> headers) {
    String id =
        delivery.header().isEmpty()
            ? Optional.ofNullable(picked.get(delivery.pointer())).map(JsonNode::asText).orElse("")
            : Optional.ofNullable(headers.apply(delivery.header())).orElse("");
    if (id.isBlank())
      throw new Misread(
          delivery.where(),
          new Sentence(
              "Die Kennung der Zustellung fehlt; ohne sie zählte eine Wiederholung doppelt.",
              "The id of the delivery is missing; without it a repetition would count twice."));
    return id;
  }
}
