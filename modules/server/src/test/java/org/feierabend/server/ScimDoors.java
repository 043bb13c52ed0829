package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.server.Browser.Answer;

/** The examples of RFC 7644, sections 3.3 to 3.14, said to the real server. */
final class ScimDoors {
  private static final String SCIM = "application/scim+json";
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private final Browser client;

  ScimDoors(Town town) {
    Town.created(
        town.operator.post(
            "api/v1/employers",
            """
            {"id":"hamlet","name":"Hamlet","zone":"Europe/Berlin","municipality":"09564000","clock":"wall",
             "synthetic":true,"policy":"p0","people":[],
             "units":[{"id":"hall","name":{"de":"Rathaus","en":"Town hall"},"parent":null}]}"""));
    client = town.machine("provisioner", "hamlet");
  }

  void asTheRfcHasIt() {
    discovery();
    String bjensen = created();
    retrieved(bjensen);
    queried();
    replaced(bjensen);
    patched(bjensen);
    groups(bjensen);
    versions(bjensen);
    searchedWhole();
    asKeycloakAsks(bjensen);
    deleted(bjensen);
  }

  /** Section 3.4.3 at the root: both kinds in one answer, and pages of it. */
  private void searchedWhole() {
    JsonNode all = post(".search", search("id pr", 1, 100)).json();
    int users = client.get("scim/v2/Users?count=0").json().path("totalResults").asInt();
    int groups = client.get("scim/v2/Groups?count=0").json().path("totalResults").asInt();
    assertEquals(users + groups, all.path("totalResults").asInt(), all.toString());
    List<String> paged = new ArrayList<>();
    for (int from = 1; from <= users + groups; from += 2)
      post(".search", search("id pr", from, 2))
          .json()
          .path("Resources")
          .forEach(r -> paged.add(r.path("id").asText()));
    List<String> whole = new ArrayList<>();
    all.path("Resources").forEach(r -> whole.add(r.path("id").asText()));
    assertEquals(whole, paged, "pages make the whole, in its order");
    JsonNode kind = post(".search", search("meta.resourceType eq \\\"Group\\\"", 1, 100)).json();
    assertEquals(groups, kind.path("totalResults").asInt());
    JsonNode extension = post(".search", search(ENTERPRISE + ":department pr", 1, 100)).json();
    assertEquals(users, extension.path("totalResults").asInt(), extension.toString());
    error(400, "invalidFilter", post(".search", search("urn:x:2.0:Y:z pr", 1, 9)));
    error(400, "invalidValue", client.get("scim/v2/Users?startIndex=one"));
    error(400, "invalidValue", client.get("scim/v2/Groups?count=1.5"));
    error(501, "", client.get("scim/v2/Me"));
  }

  private static String search(String filter, int from, int count) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"%s\",\"startIndex\":%d,\"count\":%d}"
        .formatted(filter, from, count);
  }

  /** What the client library of Keycloak 26.7 sends, with its media types. */
  private void asKeycloakAsks(String id) {
    client.with("Accept", SCIM);
    JsonNode everybody = client.get("scim/v2/Users?filter=" + encoded("userName pr")).json();
    assertEquals(4, everybody.path("totalResults").asInt(), everybody.toString());
    assertEquals(4, everybody.path("Resources").size());
    Answer shown = client.get("scim/v2/Users/" + id);
    String whole = shown.body().replace("UTC", "Europe/Vienna");
    Answer replaced = put(id, whole); // with id, meta and groups, which are the server's
    assertEquals(200, replaced.status(), replaced.body());
    assertEquals("Europe/Vienna", replaced.json().path("timezone").asText());
    assertEquals(shown.json().path("groups"), replaced.json().path("groups"));
    assertEquals(shown.json().path("emails"), replaced.json().path("emails"));
    JsonNode found =
        post(
                "Users/.search",
                search("externalId eq \\\"none\\\" or userName eq \\\"bjensen\\\"", 1, 1))
            .json();
    assertEquals(id, found.at("/Resources/0/id").asText(), found.toString());
    Answer off = send("PATCH", "Users/" + id, op("replace", "active", "true"));
    assertEquals(200, off.status(), off.body());
    client.without("Accept");
  }

  /** Section 4. */
  private void discovery() {
    JsonNode config = client.get("scim/v2/ServiceProviderConfig").json();
    assertTrue(
        config.at("/patch/supported").asBoolean() && config.at("/etag/supported").asBoolean());
    assertFalse(config.at("/bulk/supported").asBoolean());
    assertEquals(2, client.get("scim/v2/ResourceTypes").json().path("totalResults").asInt());
    assertEquals(
        "/Users", client.get("scim/v2/ResourceTypes/User").json().path("endpoint").asText());
    assertEquals(3, client.get("scim/v2/Schemas").json().path("totalResults").asInt());
    String schema = client.get("scim/v2/Schemas/" + USER).body();
    assertTrue(schema.contains("userName") && !schema.contains("phoneNumbers"), schema);
    error(404, "", client.get("scim/v2/Schemas/urn:nothing"));
    error(404, "", client.get("scim/v2/Nothing"));
    error(501, "", client.send("POST", "scim/v2/Bulk", SCIM, "{}"));
    error(403, "", client.get("scim/v2/Schemas?filter=" + encoded("id pr")));
  }

  /** Section 3.3, with more than is kept. */
  private String created() {
    Answer answer =
        post(
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
                .formatted(USER, ENTERPRISE, ENTERPRISE));
    assertEquals(201, answer.status(), answer.body());
    JsonNode user = answer.json();
    assertEquals(answer.header("Location"), user.at("/meta/location").asText());
    assertEquals(answer.header("ETag"), user.at("/meta/version").asText());
    assertTrue(answer.header("Content-Type").startsWith(SCIM), answer.header("Content-Type"));
    assertEquals("User", user.at("/meta/resourceType").asText());
    assertTrue(user.path("active").asBoolean());
    assertEquals("Europe/Vienna", user.path("timezone").asText());
    assertEquals("Tour Operations", user.path(ENTERPRISE).path("department").asText());
    assertEquals("Tour Operations", user.at("/groups/0/display").asText());
    assertEquals(1, user.path("emails").size());
    assertEquals("bjensen@hamlet.example", user.at("/emails/0/value").asText());
    assertEquals("bjensen@chat.hamlet.example", user.at("/ims/0/value").asText());
    for (String dropped : List.of("Jensen III", "Babs", "555", "t1me", "701984", "babs@"))
      assertFalse(answer.body().contains(dropped), dropped);
    error(409, "uniqueness", post("Users", user("BJENSEN", "other@hamlet.example")));
    error(409, "uniqueness", post("Users", user("other", "bjensen@hamlet.example")));
    error(400, "invalidValue", post("Users", "{\"schemas\":[\"" + USER + "\"]}"));
    error(400, "invalidValue", post("Users", user("other", "no address")));
    error(400, "invalidSyntax", post("Users", "{"));
    for (String name : List.of("jsmith", "mmuster", "zoe"))
      assertEquals(201, post("Users", user(name, name + "@example.org")).status());
    return user.path("id").asText();
  }

  /** Section 3.4.1 and 3.9. */
  private void retrieved(String id) {
    Answer known = client.get("scim/v2/Users/" + id);
    assertEquals("bjensen", known.json().path("userName").asText());
    error(404, "", client.get("scim/v2/Users/2819c223-7f76-453a-919d-413861904646"));
    JsonNode some = client.get("scim/v2/Users/" + id + "?attributes=userName,emails.value").json();
    assertEquals("bjensen@hamlet.example", some.at("/emails/0/value").asText());
    assertTrue(some.at("/emails/0/type").isMissingNode() && some.path("timezone").isMissingNode());
    assertTrue(some.has("id") && some.has("schemas"), some.toString());
    JsonNode less =
        client.get("scim/v2/Users/" + id + "?excludedAttributes=emails," + ENTERPRISE).json();
    assertTrue(
        !less.has("emails") && !less.has(ENTERPRISE) && less.has("timezone"), less.toString());
  }

  /** Section 3.4.2: the table of filters, sorting and paging; 3.4.3: POST. */
  private void queried() {
    Map<String, Integer> found =
        Map.ofEntries(
            Map.entry("userName eq \"bjensen\"", 1),
            Map.entry("userName eq \"BJensen\"", 1),
            Map.entry(USER + ":userName sw \"J\"", 1),
            Map.entry("userName ew \"en\"", 1),
            Map.entry("userName co \"s\"", 3),
            Map.entry("userName ne \"zoe\"", 3),
            Map.entry("userName gt \"mmuster\"", 1),
            Map.entry("userName le \"jsmith\"", 2),
            Map.entry("externalId eq \"BJENSEN@idp\"", 0),
            Map.entry("externalId pr", 1),
            Map.entry("title pr", 0),
            Map.entry("title pr and userType eq \"Employee\"", 0),
            Map.entry("userName pr or title pr", 4),
            Map.entry("not (userName sw \"b\")", 3),
            Map.entry("active eq true", 4),
            Map.entry("emails co \"example.org\"", 3),
            Map.entry("emails.value ew \"hamlet.example\"", 1),
            Map.entry("emails[type eq \"work\" and value co \"@example.org\"]", 3),
            Map.entry(
                "emails[type eq \"work\"] and (userName eq \"zoe\" or userName eq \"jsmith\")", 2),
            Map.entry("userName eq \"zoe\" or userName eq \"jsmith\" and active eq false", 1),
            Map.entry("(userName eq \"zoe\" or userName eq \"jsmith\") and active eq false", 0),
            Map.entry(ENTERPRISE + ":department eq \"tour operations\"", 1),
            Map.entry("not (not (userName sw \"b\"))", 1),
            Map.entry("not (userName sw \"b\" or userName sw \"z\") and active eq true", 2),
            Map.entry("((userName eq \"zoe\") or (userName eq \"jsmith\")) and emails pr", 2),
            Map.entry("emails[not (value ew \"example.org\")]", 1),
            Map.entry("emails[primary eq true and (value sw \"zoe\" or value sw \"mm\")]", 2),
            Map.entry("userName EQ \"zoe\" OR userName Eq \"jsmith\"", 2),
            Map.entry("userName eq \"z\\\"oe\"", 0),
            Map.entry("schemas eq \"" + USER + "\"", 4),
            Map.entry("id pr and meta.location co \"/scim/v2/Users/\"", 4),
            Map.entry("timezone eq null", 0),
            Map.entry("meta.resourceType eq \"User\"", 4));
    List<String> wrong = new ArrayList<>();
    found.forEach(
        (filter, count) -> {
          Answer answer = client.get("scim/v2/Users?filter=" + encoded(filter));
          if (answer.status() != 200 || answer.json().path("totalResults").asInt() != count)
            wrong.add(filter + " " + count + " " + answer.body());
        });
    assertEquals(List.of(), wrong);
    for (String bad :
        List.of(
            "userName",
            "userName eq",
            "userName eq x",
            "userName is \"x\"",
            "(userName pr",
            "userName pr and",
            "active gt true",
            "emails[type eq \"work\"",
            "urn:x:2.0:Y:z pr",
            "userName pr userName pr",
            "\"x\" eq 1"))
      error(400, "invalidFilter", client.get("scim/v2/Users?filter=" + encoded(bad)));

    JsonNode page =
        client
            .get("scim/v2/Users?sortBy=userName&sortOrder=descending&startIndex=2&count=2")
            .json();
    assertEquals("mmuster", page.at("/Resources/0/userName").asText());
    assertEquals(2, page.path("itemsPerPage").asInt());
    assertEquals(2, page.path("startIndex").asInt());
    assertEquals(4, page.path("totalResults").asInt());
    assertEquals(0, client.get("scim/v2/Users?count=0").json().path("Resources").size());
    assertEquals(0, client.get("scim/v2/Users?count=-3").json().path("itemsPerPage").asInt());
    assertEquals(0, client.get("scim/v2/Users?startIndex=9").json().path("Resources").size());
    assertEquals(1, client.get("scim/v2/Users?startIndex=0").json().path("startIndex").asInt());
    JsonNode search =
        post(
                "Users/.search",
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "attributes":["userName"],"filter":"userName sw \\"j\\"","startIndex":1,"count":10}""")
            .json();
    assertEquals("jsmith", search.at("/Resources/0/userName").asText());
    assertFalse(search.at("/Resources/0").has("emails"));
  }

  /** Section 3.5.1. */
  private void replaced(String id) {
    JsonNode user = put(id, user("bjensen", "new@hamlet.example")).json();
    assertEquals("new@hamlet.example", user.at("/emails/0/value").asText());
    assertFalse(user.has("externalId"));
    assertEquals("Tour Operations", user.at("/groups/0/display").asText());
    error(400, "mutability", put(id, user("babs", "new@hamlet.example")));
    error(404, "", put("none", user("babs", "new@hamlet.example")));
  }

  /** Section 3.5.2. */
  private void patched(String id) {
    JsonNode user =
        patch(id, op("add", "emails", "[{\"value\":\"two@hamlet.example\",\"type\":\"work\"}]"));
    assertEquals(2, user.path("emails").size());
    user =
        patch(
            id,
            op(
                "add",
                null,
                "{\"emails\":[{\"value\":\"three@hamlet.example\"}],\"nickname\":\"Babs\",\"externalId\":\"e-1\"}"));
    assertEquals(3, user.path("emails").size());
    assertEquals("e-1", user.path("externalId").asText());
    user =
        patch(
            id,
            op(
                "replace",
                "emails[type eq \\\"work\\\" and value sw \\\"two\\\"].value",
                "\"deux@hamlet.example\""));
    assertTrue(user.path("emails").toString().contains("deux@"), user.toString());
    user = patch(id, op("remove", "emails[value eq \\\"deux@hamlet.example\\\"]", null));
    assertEquals(2, user.path("emails").size());
    user =
        patch(
            id,
            op(
                "replace",
                null,
                "{\"emails\":[{\"value\":\"one@hamlet.example\",\"type\":\"work\"}],\"timezone\":\"Europe/Berlin\"}"));
    assertEquals("one@hamlet.example", user.at("/emails/0/value").asText());
    assertEquals("Europe/Berlin", user.path("timezone").asText());
    user =
        patch(
            id,
            op(
                "Replace",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                "\"Rathaus\""));
    assertEquals("Rathaus", user.at("/groups/0/display").asText());
    user =
        patch(
            id,
            op(
                "add",
                null,
                "{\""
                    + ENTERPRISE
                    + ":department\":\"Tour Operations\",\"name.familyName\":\"Jensen\"}"));
    assertEquals("Tour Operations", user.at("/groups/0/display").asText());
    user = patch(id, op("add", "ims[type eq \\\"xmpp\\\"].value", "\"bj@chat.hamlet.example\""));
    assertEquals("bj@chat.hamlet.example", user.at("/ims/0/value").asText());
    user = patch(id, op("remove", "ims", null));
    assertFalse(user.has("ims"));
    user = patch(id, op("replace", "name.familyName", "\"Jensen\""));
    assertFalse(user.toString().contains("Jensen"), user.toString());
    error(
        400,
        "noTarget",
        send(
            "PATCH",
            "Users/" + id,
            op("replace", "emails[value eq \\\"none\\\"].value", "\"x@y.example\"")));
    error(400, "noTarget", send("PATCH", "Users/" + id, op("remove", null, null)));
    error(400, "invalidPath", send("PATCH", "Users/" + id, op("replace", "nonsense", "1")));
    error(400, "invalidPath", send("PATCH", "Users/" + id, op("replace", "emails..value", "1")));
    error(400, "mutability", send("PATCH", "Users/" + id, op("replace", "id", "\"x\"")));
    error(400, "mutability", send("PATCH", "Users/" + id, op("remove", "userName", null)));
    error(400, "invalidSyntax", send("PATCH", "Users/" + id, op("move", "emails", "1")));
    error(400, "invalidValue", send("PATCH", "Users/" + id, op("replace", "timezone", "\"Mars\"")));
    error(
        400, "invalidFilter", send("PATCH", "Users/" + id, op("remove", "emails[value eq]", null)));
  }

  /** Groups are units; who is added leaves the unit before. */
  private void groups(String bjensen) {
    JsonNode found =
        client.get("scim/v2/Groups?filter=" + encoded("displayName eq \"Tour Operations\"")).json();
    assertEquals(1, found.path("totalResults").asInt());
    String tours = found.at("/Resources/0/id").asText();
    assertEquals(bjensen, found.at("/Resources/0/members/0/value").asText());
    Answer parks =
        post(
            "Groups",
            "{\"displayName\":\"Parks\",\"externalId\":\"g-7\",\"members\":[{\"value\":\""
                + tours
                + "\"}]}");
    assertEquals(201, parks.status(), parks.body());
    assertEquals("Group", parks.json().at("/members/0/type").asText());
    String id = parks.json().path("id").asText();
    error(409, "uniqueness", post("Groups", "{\"displayName\":\"parks\"}"));
    error(
        400,
        "invalidValue",
        send("PATCH", "Groups/" + tours, op("add", "members", "[{\"value\":\"" + id + "\"}]")));
    error(
        400,
        "invalidValue",
        send("PATCH", "Groups/" + id, op("add", "members", "[{\"value\":\"nobody\"}]")));
    Answer moved =
        send("PATCH", "Groups/" + id, op("add", "members", "[{\"value\":\"" + bjensen + "\"}]"));
    assertEquals(2, moved.json().path("members").size(), moved.body());
    assertFalse(client.get("scim/v2/Groups/" + tours).json().has("members"));
    Answer renamed =
        send("PATCH", "Groups/" + id, op("replace", null, "{\"displayName\":\"Gardens\"}"));
    assertEquals("Gardens", renamed.json().path("displayName").asText());
    Answer removed =
        send(
            "PATCH",
            "Groups/" + id,
            op("remove", "members[value eq \\\"" + bjensen + "\\\"]", null));
    assertEquals(1, removed.json().path("members").size(), removed.body());
    assertEquals(
        "Rathaus", client.get("scim/v2/Users/" + bjensen).json().at("/groups/0/display").asText());
    assertFalse(client.get("scim/v2/Groups?excludedAttributes=members").body().contains("members"));
    assertEquals(204, client.delete("scim/v2/Groups/" + id).status());
    error(404, "", client.get("scim/v2/Groups/" + id));
    assertEquals(200, client.get("scim/v2/Groups/" + tours).status());
  }

  /** Section 3.14. */
  private void versions(String id) {
    String tag = client.get("scim/v2/Users/" + id).header("ETag");
    client.with("If-None-Match", tag);
    assertEquals(304, client.get("scim/v2/Users/" + id).status());
    client.without("If-None-Match").with("If-Match", "W/\"other\"");
    error(412, "", send("PATCH", "Users/" + id, op("replace", "timezone", "\"UTC\"")));
    error(412, "", client.delete("scim/v2/Users/" + id));
    client.with("If-Match", tag);
    assertEquals(200, send("PATCH", "Users/" + id, op("replace", "timezone", "\"UTC\"")).status());
    error(412, "", send("PATCH", "Users/" + id, op("replace", "timezone", "\"UTC\"")));
    client.without("If-Match");
  }

  /** Section 3.6, and its other name: active is false. */
  private void deleted(String id) {
    assertEquals(204, client.delete("scim/v2/Users/" + id).status());
    error(404, "", client.get("scim/v2/Users/" + id));
    error(404, "", client.delete("scim/v2/Users/" + id));
    String zoe =
        client
            .get("scim/v2/Users?filter=" + encoded("userName eq \"zoe\""))
            .json()
            .at("/Resources/0/id")
            .asText();
    JsonNode gone = patch(zoe, op("Replace", "active", "\"False\""));
    assertFalse(gone.path("active").asBoolean());
    error(404, "", client.get("scim/v2/Users/" + zoe));
    assertEquals(2, client.get("scim/v2/Users").json().path("totalResults").asInt());
  }

  private static void error(int status, String type, Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertTrue(answer.header("Content-Type").startsWith(SCIM), answer.header("Content-Type"));
    JsonNode error = answer.json();
    assertEquals("urn:ietf:params:scim:api:messages:2.0:Error", error.at("/schemas/0").asText());
    assertEquals(Integer.toString(status), error.path("status").asText());
    assertEquals(type, error.path("scimType").asText(), answer.body());
    assertFalse(error.path("detail").asText().isBlank(), answer.body());
  }

  private static String user(String name, String mail) {
    return "{\"schemas\":[\"%s\"],\"userName\":\"%s\",\"emails\":[{\"value\":\"%s\",\"type\":\"work\",\"primary\":true}]}"
        .formatted(USER, name, mail);
  }

  private static String op(String op, String path, String value) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"%s\"%s%s}]}"
        .formatted(
            op,
            path == null ? "" : ",\"path\":\"" + path + "\"",
            value == null ? "" : ",\"value\":" + value);
  }

  private JsonNode patch(String id, String body) {
    Answer answer = send("PATCH", "Users/" + id, body);
    assertEquals(200, answer.status(), body + answer.body());
    return answer.json();
  }

  private Answer put(String id, String body) {
    return send("PUT", "Users/" + id, body);
  }

  private Answer post(String path, String body) {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, String body) {
    return client.send(method, "scim/v2/" + path, SCIM, body);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
