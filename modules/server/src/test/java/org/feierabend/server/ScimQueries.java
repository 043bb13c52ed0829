package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.server.Browser.Answer;

/** Filters, sorting and pages, at a kind of resource and at the root. */
record ScimQueries(ScimClient scim) {
  /** Section 3.4.2: the table of filters, sorting and paging; 3.4.3: POST. */
  void queried() {
    Map<String, Integer> found =
        Map.ofEntries(
            Map.entry("userName eq \"bjensen\"", 1),
            Map.entry("userName eq \"BJensen\"", 1),
            Map.entry(ScimClient.USER + ":userName sw \"J\"", 1),
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
            Map.entry(ScimClient.ENTERPRISE + ":department eq \"tour operations\"", 1),
            Map.entry("not (not (userName sw \"b\"))", 1),
            Map.entry("not (userName sw \"b\" or userName sw \"z\") and active eq true", 2),
            Map.entry("((userName eq \"zoe\") or (userName eq \"jsmith\")) and emails pr", 2),
            Map.entry("emails[not (value ew \"example.org\")]", 1),
            Map.entry("emails[primary eq true and (value sw \"zoe\" or value sw \"mm\")]", 2),
            Map.entry("userName EQ \"zoe\" OR userName Eq \"jsmith\"", 2),
            Map.entry("userName eq \"z\\\"oe\"", 0),
            Map.entry("schemas eq \"" + ScimClient.USER + "\"", 4),
            Map.entry("id pr and meta.location co \"/scim/v2/Users/\"", 4),
            Map.entry("timezone eq null", 0),
            Map.entry("meta.resourceType eq \"User\"", 4));
    List<String> wrong = new ArrayList<>();
    found.forEach(
        (filter, count) -> {
          Answer answer = scim.client().get("scim/v2/Users?filter=" + ScimClient.encoded(filter));
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
      ScimClient.error(
          400,
          "invalidFilter",
          scim.client().get("scim/v2/Users?filter=" + ScimClient.encoded(bad)));

    JsonNode page =
        scim.client()
            .get("scim/v2/Users?sortBy=userName&sortOrder=descending&startIndex=2&count=2")
            .json();
    assertEquals("mmuster", page.at("/Resources/0/userName").asText());
    assertEquals(2, page.path("itemsPerPage").asInt());
    assertEquals(2, page.path("startIndex").asInt());
    assertEquals(4, page.path("totalResults").asInt());
    assertEquals(0, scim.client().get("scim/v2/Users?count=0").json().path("Resources").size());
    assertEquals(
        0, scim.client().get("scim/v2/Users?count=-3").json().path("itemsPerPage").asInt());
    assertEquals(
        0, scim.client().get("scim/v2/Users?startIndex=9").json().path("Resources").size());
    assertEquals(
        1, scim.client().get("scim/v2/Users?startIndex=0").json().path("startIndex").asInt());
    JsonNode search =
        scim.post(
                "Users/.search",
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "attributes":["userName"],"filter":"userName sw \\"j\\"","startIndex":1,"count":10}""")
            .json();
    assertEquals("jsmith", search.at("/Resources/0/userName").asText());
    assertFalse(search.at("/Resources/0").has("emails"));
  }

  /** Section 3.4.3 at the root: both kinds in one answer, and pages of it. */
  void searchedWhole() {
    JsonNode all = scim.post(".search", ScimClient.search("id pr", 1, 100)).json();
    int users = scim.client().get("scim/v2/Users?count=0").json().path("totalResults").asInt();
    int groups = scim.client().get("scim/v2/Groups?count=0").json().path("totalResults").asInt();
    assertEquals(users + groups, all.path("totalResults").asInt(), all.toString());
    List<String> paged = new ArrayList<>();
    for (int from = 1; from <= users + groups; from += 2)
      scim.post(".search", ScimClient.search("id pr", from, 2))
          .json()
          .path("Resources")
          .forEach(r -> paged.add(r.path("id").asText()));
    List<String> whole = new ArrayList<>();
    all.path("Resources").forEach(r -> whole.add(r.path("id").asText()));
    assertEquals(whole, paged, "pages make the whole, in its order");
    JsonNode kind =
        scim.post(".search", ScimClient.search("meta.resourceType eq \\\"Group\\\"", 1, 100))
            .json();
    assertEquals(groups, kind.path("totalResults").asInt());
    JsonNode extension =
        scim.post(".search", ScimClient.search(ScimClient.ENTERPRISE + ":department pr", 1, 100))
            .json();
    assertEquals(users, extension.path("totalResults").asInt(), extension.toString());
    ScimClient.error(
        400, "invalidFilter", scim.post(".search", ScimClient.search("urn:x:2.0:Y:z pr", 1, 9)));
    ScimClient.error(400, "invalidValue", scim.client().get("scim/v2/Users?startIndex=one"));
    ScimClient.error(400, "invalidValue", scim.client().get("scim/v2/Groups?count=1.5"));
    ScimClient.error(501, "", scim.client().get("scim/v2/Me"));
  }
}
