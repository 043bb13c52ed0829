package org.feierabend.server.identity;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;

/**
 * Problems of the accounts and tokens API, for operators: in English, where no value is refused.
 */
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

  /** A value that is refused, in the reader's language as far as its reason has it. */
  static Response refused(
      HttpServletRequest request, Sentence title, IllegalArgumentException why) {
    var language = Refusal.language(request);
    return problem(400, title.in(language), BadValue.told(why).in(language));
  }

  static Response notFound(String what) {
    return problem(404, "Not found", what);
  }
}
