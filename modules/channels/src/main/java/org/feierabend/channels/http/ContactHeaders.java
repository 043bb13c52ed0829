package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A question put in headers, as a proxy hands them on, and the answer put in headers. */
final class ContactHeaders {
  private static final Map<String, String> BY_POINTER = new LinkedHashMap<>();

  static {
    BY_POINTER.put("/subject/type", "X-Contact-Sender-Type");
    BY_POINTER.put("/subject/id", "X-Contact-Sender");
    BY_POINTER.put("/subject/properties/role", "X-Contact-Sender-Role");
    BY_POINTER.put("/action/name", "X-Contact-Action");
    BY_POINTER.put("/resource/id", "X-Contact-Recipient");
    for (String name :
        new String[] {
          "Channel", "Kind", "Urgency", "Reason", "Duty", "Time", "Start", "End", "Ref"
        })
      BY_POINTER.put("/context/" + name.toLowerCase(java.util.Locale.ROOT), "X-Contact-" + name);
  }

  private final ObjectNode question = Json.MAPPER.createObjectNode();

  /**
   * @param header value of a header by its name; null where there is none
   */
  ContactHeaders(UnaryOperator<String> header) {
    question.putObject("subject").put("type", "person");
    question.putObject("action").put("name", "contact");
    question.putObject("resource").put("type", "person");
    BY_POINTER.forEach(
        (pointer, name) ->
            Optional.ofNullable(header.apply(name))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> put(pointer, value.strip())));
  }

  private void put(String pointer, String value) {
    int leaf = pointer.lastIndexOf('/');
    question.withObject(pointer.substring(0, leaf)).put(pointer.substring(leaf + 1), value);
  }

  Fields question() {
    return new Fields(question, "");
  }

  /** The answer's headers: what a sender may know, for the proxy may show them to the sender. */
  static Map<String, String> told(EvaluationView view) {
    EvaluationView.Context said = (EvaluationView.Context) view.context();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Contact-Outcome", said.outcome());
    if (said.until() != null) headers.put("X-Contact-Until", said.until());
    headers.put("X-Contact-Valid-Until", said.validUntil());
    headers.put("X-Contact-Edition", said.edition());
    return headers;
  }

  /** What is wrong is named by its header. */
  <T> T naming(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (Trouble trouble) {
      Optional<String> header = trouble.field().map(BY_POINTER::get);
      if (header.isEmpty()) throw trouble;
      throw Trouble.field(header.get(), trouble.detail().de(), trouble.detail().en());
    }
  }
}
