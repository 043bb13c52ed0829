package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.contact.PersonId;

/**
 * A chat server knows people by their addresses. An entity of type {@code chat} becomes the person
 * whose chat address its id is; whom the directory does not know stays unknown.
 */
final class ChatAddresses {
  private static final String TYPE = "chat";

  private ChatAddresses() {}

  static Fields resolved(Fields request, Function<String, Optional<PersonId>> directory) {
    ObjectNode changed = null;
    for (String entity : List.of("subject", "resource")) {
      JsonNode given = request.node().path(entity);
      if (!TYPE.equals(given.path("type").textValue()) || !given.path("id").isTextual()) continue;
      if (changed == null) changed = request.node().deepCopy();
      String address = given.path("id").textValue();
      ObjectNode person = (ObjectNode) changed.path(entity);
      person.put("type", "person");
      person.put("id", directory.apply(address).map(PersonId::value).orElse(address));
    }
    return changed == null ? request : new Fields(changed, request.pointer());
  }
}
