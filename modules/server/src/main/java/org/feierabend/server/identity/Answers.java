package org.feierabend.server.identity;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;

/** Problems of the accounts and tokens API, for operators: in English. */
final class Answers {
  private Answers() {}

  static Response problem(int status, String title, String detail) {
    return Response.status(status)
        .type(Refusal.TYPE)
        .entity(
            Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString())
        .build();
  }

  static Response notFound(String what) {
    return problem(404, "Not found", what);
  }
}
