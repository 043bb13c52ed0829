package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.feierabend.server.Browser.Answer;

/** What is patched, of people and of groups. */
record ScimChanges(ScimClient scim) {
  /** Section 3.5.2. */
  void patched(String id) {
    JsonNode user =
        scim.patch(
            id,
            ScimClient.op(
                "add", "emails", "[{\"value\":\"two@hamlet.example\",\"type\":\"work\"}]"));
    assertEquals(2, user.path("emails").size());
    user =
        scim.patch(
            id,
            ScimClient.op(
                "add",
                null,
                "{\"emails\":[{\"value\":\"three@hamlet.example\"}],\"nickname\":\"Babs\",\"externalId\":\"e-1\"}"));
    assertEquals(3, user.path("emails").size());
    assertEquals("e-1", user.path("externalId").asText());
    user =
        scim.patch(
            id,
            ScimClient.op(
                "replace",
                "emails[type eq \\\"work\\\" and value sw \\\"two\\\"].value",
                "\"deux@hamlet.example\""));
    assertTrue(user.path("emails").toString().contains("deux@"), user.toString());
    user =
        scim.patch(
            id, ScimClient.op("remove", "emails[value eq \\\"deux@hamlet.example\\\"]", null));
    assertEquals(2, user.path("emails").size());
    user =
        scim.patch(
            id,
            ScimClient.op(
                "replace",
                null,
                "{\"emails\":[{\"value\":\"one@hamlet.example\",\"type\":\"work\"}],\"timezone\":\"Europe/Berlin\"}"));
    assertEquals("one@hamlet.example", user.at("/emails/0/value").asText());
    assertEquals("Europe/Berlin", user.path("timezone").asText());
    user =
        scim.patch(
            id,
            ScimClient.op(
                "Replace",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                "\"Rathaus\""));
    assertEquals("Rathaus", user.at("/groups/0/display").asText());
    user =
        scim.patch(
            id,
            ScimClient.op(
                "add",
                null,
                "{\""
                    + ScimClient.ENTERPRISE
                    + ":department\":\"Tour Operations\",\"name.familyName\":\"Jensen\"}"));
    assertEquals("Tour Operations", user.at("/groups/0/display").asText());
    user =
        scim.patch(
            id,
            ScimClient.op("add", "ims[type eq \\\"xmpp\\\"].value", "\"bj@chat.hamlet.example\""));
    assertEquals("bj@chat.hamlet.example", user.at("/ims/0/value").asText());
    user = scim.patch(id, ScimClient.op("remove", "ims", null));
    assertFalse(user.has("ims"));
    user = scim.patch(id, ScimClient.op("replace", "name.familyName", "\"Jensen\""));
    assertFalse(user.toString().contains("Jensen"), user.toString());
    refused(
        "Users/" + id,
        "noTarget",
        ScimClient.op("replace", "emails[value eq \\\"none\\\"].value", "\"x@y.example\""));
    refused("Users/" + id, "noTarget", ScimClient.op("remove", null, null));
    refused("Users/" + id, "invalidPath", ScimClient.op("replace", "nonsense", "1"));
    refused("Users/" + id, "invalidPath", ScimClient.op("replace", "emails..value", "1"));
    refused("Users/" + id, "mutability", ScimClient.op("replace", "id", "\"x\""));
    refused("Users/" + id, "mutability", ScimClient.op("remove", "userName", null));
    refused("Users/" + id, "invalidSyntax", ScimClient.op("move", "emails", "1"));
    refused("Users/" + id, "invalidValue", ScimClient.op("replace", "timezone", "\"Mars\""));
    refused("Users/" + id, "invalidFilter", ScimClient.op("remove", "emails[value eq]", null));
  }

  /** Groups are units; who is added leaves the unit before. */
  void groups(String bjensen) {
    JsonNode found =
        scim.client()
            .get(
                "scim/v2/Groups?filter=" + ScimClient.encoded("displayName eq \"Tour Operations\""))
            .json();
    assertEquals(1, found.path("totalResults").asInt());
    String tours = found.at("/Resources/0/id").asText();
    assertEquals(bjensen, found.at("/Resources/0/members/0/value").asText());
    Answer parks =
        scim.post(
            "Groups",
            "{\"displayName\":\"Parks\",\"externalId\":\"g-7\",\"members\":[{\"value\":\""
                + tours
                + "\"}]}");
    assertEquals(201, parks.status(), parks.body());
    assertEquals("Group", parks.json().at("/members/0/type").asText());
    String id = parks.json().path("id").asText();
    ScimClient.error(409, "uniqueness", scim.post("Groups", "{\"displayName\":\"parks\"}"));
    refused(
        "Groups/" + tours,
        "invalidValue",
        ScimClient.op("add", "members", "[{\"value\":\"" + id + "\"}]"));
    refused(
        "Groups/" + id,
        "invalidValue",
        ScimClient.op("add", "members", "[{\"value\":\"nobody\"}]"));
    Answer moved =
        scim.send(
            "PATCH",
            "Groups/" + id,
            ScimClient.op("add", "members", "[{\"value\":\"" + bjensen + "\"}]"));
    assertEquals(2, moved.json().path("members").size(), moved.body());
    assertFalse(scim.client().get("scim/v2/Groups/" + tours).json().has("members"));
    Answer renamed =
        scim.send(
            "PATCH",
            "Groups/" + id,
            ScimClient.op("replace", null, "{\"displayName\":\"Gardens\"}"));
    assertEquals("Gardens", renamed.json().path("displayName").asText());
    Answer removed =
        scim.send(
            "PATCH",
            "Groups/" + id,
            ScimClient.op("remove", "members[value eq \\\"" + bjensen + "\\\"]", null));
    assertEquals(1, removed.json().path("members").size(), removed.body());
    assertEquals(
        "Rathaus",
        scim.client().get("scim/v2/Users/" + bjensen).json().at("/groups/0/display").asText());
    assertFalse(
        scim.client().get("scim/v2/Groups?excludedAttributes=members").body().contains("members"));
    assertEquals(204, scim.client().delete("scim/v2/Groups/" + id).status());
    ScimClient.error(404, "", scim.client().get("scim/v2/Groups/" + id));
    assertEquals(200, scim.client().get("scim/v2/Groups/" + tours).status());
  }

  private void refused(String path, String why, String patch) {
    ScimClient.error(400, why, scim.send("PATCH", path, patch));
  }
}
