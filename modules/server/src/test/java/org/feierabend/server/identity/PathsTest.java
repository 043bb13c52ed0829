package org.feierabend.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathsTest {
  @Test
  void what_is_not_named_open_needs_a_log_in() {
    for (String path :
        new String[] {
          "/api/v1/people",
          "/api",
          "/api/v1/feeds",
          "/api/v1/feedsx",
          "/api/v1/me/feeds",
          "/api/v1/hours/city/office", // unless the operator opens it
          "/access/v1/evaluation",
          "/metrics",
          "/metrics/base",
          "/openapi",
          "/apps",
          "/application",
          "/webjarsx",
          "/healthy",
          "/.well-known/other",
          "/anything",
          ""
        }) assertFalse(Paths.of("GET", path).open, path);
  }

  @Test
  void pages_health_discovery_and_the_log_in_are_open() {
    for (String path :
        new String[] {
          "/",
          "/index.html",
          "/app/main.js",
          "/webjars/lit/3.3.2/index.js",
          "/health",
          "/health/ready",
          "/.well-known/authzen-configuration",
          "/api/v1/feeds/secret/availability.ics",
          "/api/v1/session"
        }) assertTrue(Paths.of("GET", path).open, path);
  }

  @Test
  void what_other_systems_call_shows_who_it_is_in_its_own_way() {
    for (String path : new String[] {"/api/v1/webhooks/zammad", "/api/v1/graph/notifications"}) {
      assertTrue(Paths.of("POST", path).open, path);
      assertFalse(Paths.of("GET", path).open, path);
    }
    assertFalse(Paths.of("POST", "/api/v1/webhooks").open);
  }

  @Test
  void logging_out_is_no_log_in() {
    assertEquals(Paths.LOG_IN, Paths.of("POST", "/api/v1/session"));
    assertEquals(Paths.API, Paths.of("DELETE", "/api/v1/session"));
  }
}
