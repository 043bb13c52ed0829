package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import org.feierabend.server.Browser.Answer;

/** A whole city comes in as Keycloak and Entra send it: asked for first, then created. */
record ScimProvisioning(Town town) {
  private static final int PEOPLE = 1_200;
  private static final int UNITS = 40;
  private static final String SCIM = "application/scim+json";

  void twelveHundred() {
    Town.created(
        town.operator.post(
            "api/v1/employers",
            """
            {"id":"metropolis","name":"Metropolis","zone":"Europe/Berlin","municipality":"09564000","clock":"wall",
             "synthetic":true,"policy":"p0","people":[],"units":[]}"""));
    Browser client = town.machine("provisioner", "metropolis");
    long start = System.nanoTime();
    for (int i = 0; i < PEOPLE; i++) {
      String name = "m" + i;
      String filter = ScimClient.encoded("userName eq \"" + name + "\"");
      Answer asked = client.get("scim/v2/Users?filter=" + filter);
      assertEquals(0, asked.json().path("totalResults").asInt(), asked.body());
      Answer made =
          client.send(
              "POST",
              "scim/v2/Users",
              SCIM,
              """
              {"userName":"%s","externalId":"kc-%d","active":true,"emails":[{"value":"%s@metropolis.example","primary":true}],
               "name":{"familyName":"Nachname%d"},
               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Amt %d"}}"""
                  .formatted(name, i, name, i, i % UNITS));
      assertEquals(201, made.status(), made.body());
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    System.getLogger("speed").log(Level.INFO, "provisioned 1,200 people in {0} s", seconds);
    assertTrue(seconds < 120, "took " + seconds + " s"); // some 15 s; more only when others work
    assertEquals(PEOPLE, client.get("scim/v2/Users?count=0").json().path("totalResults").asInt());
    int seen = 0;
    for (int from = 1; from <= PEOPLE; from += 500) {
      Answer page = client.get("scim/v2/Users?sortBy=userName&count=500&startIndex=" + from);
      seen += page.json().path("Resources").size();
      assertTrue(!page.body().contains("Nachname"), "names are not kept");
    }
    assertEquals(PEOPLE, seen);
    assertEquals(
        UNITS + 1, client.get("scim/v2/Groups?count=0").json().path("totalResults").asInt());
    assertEquals(
        PEOPLE, town.operator.get("api/v1/employers/metropolis").json().path("people").asInt());
  }
}
