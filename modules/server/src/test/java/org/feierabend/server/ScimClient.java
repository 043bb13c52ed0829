package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.feierabend.server.Browser.Answer;

/** What a SCIM client says, and what errors look like to it. */
record ScimClient(Browser client) {
  static final String SCIM = "application/scim+json";
  static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  JsonNode patch(String id, String body) {
    Answer answer = send("PATCH", "Users/" + id, body);
    assertEquals(200, answer.status(), body + answer.body());
    return answer.json();
  }

  Answer put(String id, String body) {
    return send("PUT", "Users/" + id, body);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer send(String method, String path, String body) {
    return client.send(method, "scim/v2/" + path, SCIM, body);
  }

  static void error(int status, String type, Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertTrue(answer.header("Content-Type").startsWith(SCIM), answer.header("Content-Type"));
    JsonNode error = answer.json();
    assertEquals("urn:ietf:params:scim:api:messages:2.0:Error", error.at("/schemas/0").asText());
    assertEquals(Integer.toString(status), error.path("status").asText());
    assertEquals(type, error.path("scimType").asText(), answer.body());
    assertFalse(error.path("detail").asText().isBlank(), answer.body());
  }

  static String user(String name, String mail) {
    return "{\"schemas\":[\"%s\"],\"userName\":\"%s\",\"emails\":[{\"value\":\"%s\",\"type\":\"work\",\"primary\":true}]}"
        .formatted(USER, name, mail);
  }

  static String op(String op, String path, String value) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"%s\"%s%s}]}"
        .formatted(
            op,
            path == null ? "" : ",\"path\":\"" + path + "\"",
            value == null ? "" : ",\"value\":" + value);
  }

  static String search(String filter, int from, int count) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"%s\",\"startIndex\":%d,\"count\":%d}"
        .formatted(filter, from, count);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
