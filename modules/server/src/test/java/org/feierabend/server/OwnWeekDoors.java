package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** What a person says of their open week moves their own view and nothing anybody else sees. */
record OwnWeekDoors(Town town) {
  void saidAndSeen() {
    Browser bert = town.logIn("bert");
    String before = totals();
    assertEquals(204, bert.post("api/v1/me/contacted-anyway", "{}").status());
    town.awaitOwnContacts(bert, 5); // the threshold, with the four counted before
    assertNotEquals(0, bert.get("api/v1/me/data").json().at("/explained/decisions").size());
    assertEquals(204, bert.delete("api/v1/me/data").status());
    assertEquals(0, bert.get("api/v1/me/data").json().at("/explained/decisions").size());
    town.awaitOwnContacts(bert, 0);
    assertEquals(204, bert.post("api/v1/me/objection", "{}").status());
    assertEquals(204, bert.post("api/v1/me/contacted-anyway", "{}").status());
    town.awaitTally(0);
    assertEquals(4, bert.get("api/v1/me/data").json().path("waiting").size());
    assertEquals(before, totals());
  }

  private String totals() {
    return town.operator.get("api/v1/employers/town/progress").json().path("totals").toString();
  }
}
