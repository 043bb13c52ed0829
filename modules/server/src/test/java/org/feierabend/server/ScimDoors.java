package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.feierabend.server.Browser.Answer;

/** The examples of RFC 7644, sections 3.3 to 3.14, said to the real server. */
final class ScimDoors {

  private final ScimClient scim;

  ScimDoors(Town town) {
    Town.created(
        town.operator.post(
            "api/v1/employers",
            """
            {"id":"hamlet","name":"Hamlet","zone":"Europe/Berlin","municipality":"09564000","clock":"wall",
             "synthetic":true,"policy":"p0","people":[],
             "units":[{"id":"hall","name":{"de":"Rathaus","en":"Town hall"},"parent":null}]}"""));
    scim = new ScimClient(town.machine("provisioner", "hamlet"));
  }

  void asTheRfcHasIt() {
    discovery();
    String bjensen = created();
    retrieved(bjensen);
    new ScimQueries(scim).queried();
    replaced(bjensen);
    new ScimChanges(scim).patched(bjensen);
    new ScimChanges(scim).groups(bjensen);
    versions(bjensen);
    new ScimQueries(scim).searchedWhole();
    asKeycloakAsks(bjensen);
    deleted(bjensen);
  }

  /** What the client library of Keycloak 26.7 sends, with its media types. */
  private void asKeycloakAsks(String id) {
    scim.client().with("Accept", ScimClient.SCIM);
    JsonNode everybody =
        scim.client().get("scim/v2/Users?filter=" + ScimClient.encoded("userName pr")).json();
    assertEquals(4, everybody.path("totalResults").asInt(), everybody.toString());
    assertEquals(4, everybody.path("Resources").size());
    Answer shown = scim.client().get("scim/v2/Users/" + id);
    String whole = shown.body().replace("UTC", "Europe/Vienna");
    Answer replaced = scim.put(id, whole); // with id, meta and groups, which are the server's
    assertEquals(200, replaced.status(), replaced.body());
    assertEquals("Europe/Vienna", replaced.json().path("timezone").asText());
    assertEquals(shown.json().path("groups"), replaced.json().path("groups"));
    assertEquals(shown.json().path("emails"), replaced.json().path("emails"));
    JsonNode found =
        scim.post(
                "Users/.search",
                ScimClient.search(
                    "externalId eq \\\"none\\\" or userName eq \\\"bjensen\\\"", 1, 1))
            .json();
    assertEquals(id, found.at("/Resources/0/id").asText(), found.toString());
    Answer off = scim.send("PATCH", "Users/" + id, ScimClient.op("replace", "active", "true"));
    assertEquals(200, off.status(), off.body());
    scim.client().without("Accept");
  }

  /** Section 4. */
  private void discovery() {
    JsonNode config = scim.client().get("scim/v2/ServiceProviderConfig").json();
    assertTrue(
        config.at("/patch/supported").asBoolean() && config.at("/etag/supported").asBoolean());
    assertFalse(config.at("/bulk/supported").asBoolean());
    assertEquals(2, scim.client().get("scim/v2/ResourceTypes").json().path("totalResults").asInt());
    assertEquals(
        "/Users", scim.client().get("scim/v2/ResourceTypes/User").json().path("endpoint").asText());
    assertEquals(3, scim.client().get("scim/v2/Schemas").json().path("totalResults").asInt());
    String schema = scim.client().get("scim/v2/Schemas/" + ScimClient.USER).body();
    assertTrue(schema.contains("userName") && !schema.contains("phoneNumbers"), schema);
    ScimClient.error(404, "", scim.client().get("scim/v2/Schemas/urn:nothing"));
    ScimClient.error(404, "", scim.client().get("scim/v2/Nothing"));
    ScimClient.error(501, "", scim.client().send("POST", "scim/v2/Bulk", ScimClient.SCIM, "{}"));
    ScimClient.error(
        403, "", scim.client().get("scim/v2/Schemas?filter=" + ScimClient.encoded("id pr")));
  }

  /** Section 3.3, with more than is kept. */
  private String created() {
    Answer answer =
        scim.post(
            "Users",
            """
            {"schemas":["%s","%s"],"userName":"bjensen","externalId":"bjensen@idp","password":"t1meMa$heen",
             "name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara"},
             "phoneNumbers":[{"value":"tel:555-555-8377","type":"work"}],"nickName":"Babs",
             "emails":[{"value":"babs@jensen.example","type":"home"},
                       {"value":"BJensen@hamlet.example","type":"work","primary":true}],
             "ims":[{"value":"bjensen@chat.hamlet.example","type":"xmpp"},{"value":"x","type":"aim"}],
             "timezone":"Europe/Vienna",
             "%s":{"department":"Tour Operations","employeeNumber":"701984","manager":{"value":"1"}}}"""
                .formatted(ScimClient.USER, ScimClient.ENTERPRISE, ScimClient.ENTERPRISE));
    assertEquals(201, answer.status(), answer.body());
    JsonNode user = answer.json();
    assertEquals(answer.header("Location"), user.at("/meta/location").asText());
    assertEquals(answer.header("ETag"), user.at("/meta/version").asText());
    assertTrue(
        answer.header("Content-Type").startsWith(ScimClient.SCIM), answer.header("Content-Type"));
    assertEquals("User", user.at("/meta/resourceType").asText());
    assertTrue(user.path("active").asBoolean());
    assertEquals("Europe/Vienna", user.path("timezone").asText());
    assertEquals("Tour Operations", user.path(ScimClient.ENTERPRISE).path("department").asText());
    assertEquals("Tour Operations", user.at("/groups/0/display").asText());
    assertEquals(1, user.path("emails").size());
    assertEquals("bjensen@hamlet.example", user.at("/emails/0/value").asText());
    assertEquals("bjensen@chat.hamlet.example", user.at("/ims/0/value").asText());
    for (String dropped : List.of("Jensen III", "Babs", "555", "t1me", "701984", "babs@"))
      assertFalse(answer.body().contains(dropped), dropped);
    ScimClient.error(
        409, "uniqueness", scim.post("Users", ScimClient.user("BJENSEN", "other@hamlet.example")));
    ScimClient.error(
        409, "uniqueness", scim.post("Users", ScimClient.user("other", "bjensen@hamlet.example")));
    ScimClient.error(
        400, "invalidValue", scim.post("Users", "{\"schemas\":[\"" + ScimClient.USER + "\"]}"));
    ScimClient.error(
        400, "invalidValue", scim.post("Users", ScimClient.user("other", "no address")));
    ScimClient.error(400, "invalidSyntax", scim.post("Users", "{"));
    for (String name : List.of("jsmith", "mmuster", "zoe"))
      assertEquals(201, scim.post("Users", ScimClient.user(name, name + "@example.org")).status());
    return user.path("id").asText();
  }

  /** Section 3.4.1 and 3.9. */
  private void retrieved(String id) {
    Answer known = scim.client().get("scim/v2/Users/" + id);
    assertEquals("bjensen", known.json().path("userName").asText());
    ScimClient.error(
        404, "", scim.client().get("scim/v2/Users/2819c223-7f76-453a-919d-413861904646"));
    JsonNode some =
        scim.client().get("scim/v2/Users/" + id + "?attributes=userName,emails.value").json();
    assertEquals("bjensen@hamlet.example", some.at("/emails/0/value").asText());
    assertTrue(some.at("/emails/0/type").isMissingNode() && some.path("timezone").isMissingNode());
    assertTrue(some.has("id") && some.has("schemas"), some.toString());
    JsonNode less =
        scim.client()
            .get("scim/v2/Users/" + id + "?excludedAttributes=emails," + ScimClient.ENTERPRISE)
            .json();
    assertTrue(
        !less.has("emails") && !less.has(ScimClient.ENTERPRISE) && less.has("timezone"),
        less.toString());
  }

  /** Section 3.5.1. */
  private void replaced(String id) {
    JsonNode user = scim.put(id, ScimClient.user("bjensen", "new@hamlet.example")).json();
    assertEquals("new@hamlet.example", user.at("/emails/0/value").asText());
    assertFalse(user.has("externalId"));
    assertEquals("Tour Operations", user.at("/groups/0/display").asText());
    ScimClient.error(
        400, "mutability", scim.put(id, ScimClient.user("babs", "new@hamlet.example")));
    ScimClient.error(404, "", scim.put("none", ScimClient.user("babs", "new@hamlet.example")));
  }

  /** Section 3.14. */
  private void versions(String id) {
    String tag = scim.client().get("scim/v2/Users/" + id).header("ETag");
    scim.client().with("If-None-Match", tag);
    assertEquals(304, scim.client().get("scim/v2/Users/" + id).status());
    scim.client().without("If-None-Match").with("If-Match", "W/\"other\"");
    ScimClient.error(
        412,
        "",
        scim.send("PATCH", "Users/" + id, ScimClient.op("replace", "timezone", "\"UTC\"")));
    ScimClient.error(412, "", scim.client().delete("scim/v2/Users/" + id));
    scim.client().with("If-Match", tag);
    assertEquals(
        200,
        scim.send("PATCH", "Users/" + id, ScimClient.op("replace", "timezone", "\"UTC\""))
            .status());
    ScimClient.error(
        412,
        "",
        scim.send("PATCH", "Users/" + id, ScimClient.op("replace", "timezone", "\"UTC\"")));
    scim.client().without("If-Match");
  }

  /** Section 3.6, and its other name: active is false. */
  private void deleted(String id) {
    assertEquals(204, scim.client().delete("scim/v2/Users/" + id).status());
    ScimClient.error(404, "", scim.client().get("scim/v2/Users/" + id));
    ScimClient.error(404, "", scim.client().delete("scim/v2/Users/" + id));
    String zoe =
        scim.client()
            .get("scim/v2/Users?filter=" + ScimClient.encoded("userName eq \"zoe\""))
            .json()
            .at("/Resources/0/id")
            .asText();
    JsonNode gone = scim.patch(zoe, ScimClient.op("Replace", "active", "\"False\""));
    assertFalse(gone.path("active").asBoolean());
    ScimClient.error(404, "", scim.client().get("scim/v2/Users/" + zoe));
    assertEquals(2, scim.client().get("scim/v2/Users").json().path("totalResults").asInt());
  }
}
