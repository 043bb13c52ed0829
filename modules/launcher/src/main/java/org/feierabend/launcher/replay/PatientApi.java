package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.feierabend.launcher.Trouble;

/** The operator's HTTP API for one who can wait: a server that restarts is asked again. */
final class PatientApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 500;
  private static final Set<Integer> COMES_BACK = Set.of(429, 502, 503, 504);

  private final URI base;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  PatientApi(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * An answer.
   *
   * @param repeated asked more than once, so an earlier try may have had its effect
   */
  record Answer(int status, String body, boolean repeated) {
    boolean ok() {
      return status < 300;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw Trouble.of("The server answers no JSON.", "Der Server antwortet kein JSON.", e);
      }
    }
  }

  JsonNode get(String path) {
    return require("GET", path, ask("GET", path, "")).json();
  }

  String text(String path) {
    return require("GET", path, ask("GET", path, "")).body();
  }

  JsonNode post(String path, JsonNode body) {
    return require("POST", path, ask("POST", path, body.toString())).json();
  }

  /** Something said of a document, in the version that was read. */
  JsonNode say(String path, JsonNode read, JsonNode body) {
    return say("POST", path, read, body);
  }

  /** A document in the place of the version that was read. */
  JsonNode put(String path, JsonNode read, JsonNode body) {
    return say("PUT", path, read, body);
  }

  private JsonNode say(String method, String path, JsonNode read, JsonNode body) {
    String etag = "\"%d\"".formatted(read.path("version").asLong());
    return require(method, path, ask(method, path, "application/json", body.toString(), etag))
        .json();
  }

  /** Asks until there is an answer that a restart would not change. */
  Answer ask(String method, String path, String body) {
    return ask(method, path, "application/json", body);
  }

  Answer ask(String method, String path, String type, String body) {
    return ask(method, path, type, body, "");
  }

  private Answer ask(String method, String path, String type, String body, String etag) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (boolean repeated = false; ; repeated = true) {
      try {
        HttpResponse<String> answer =
            http.send(
                request(method, path, type, body, etag), HttpResponse.BodyHandlers.ofString());
        if (!comesBack(answer) || System.nanoTime() > deadline)
          return new Answer(answer.statusCode(), answer.body(), repeated);
      } catch (IOException e) {
        if (System.nanoTime() > deadline)
          throw Trouble.of(
              "The server at %s has not answered for %d s.".formatted(base, PATIENCE.toSeconds()),
              "Der Server auf %s antwortet seit %d s nicht.".formatted(base, PATIENCE.toSeconds()),
              e);
      } catch (InterruptedException e) {
        throw Pause.interrupted(e);
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  /** An error that is no JSON is the bare application server's: ours is not deployed again yet. */
  private static boolean comesBack(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return COMES_BACK.contains(answer.statusCode())
        || answer.statusCode() >= 400 && !type.contains("json");
  }

  private HttpRequest request(String method, String path, String type, String body, String etag) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (!etag.isEmpty()) request.header("If-Match", etag);
    return request
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/x-ndjson, application/problem+json")
        .header("Content-Type", type)
        .build();
  }

  private static Answer require(String method, String path, Answer answer) {
    if (answer.ok()) return answer;
    String body = answer.body();
    String detail = body.length() > 600 ? body.substring(0, 600) + "…" : body;
    throw Trouble.of(
        "The server refused %s %s (%d): %s".formatted(method, path, answer.status(), detail),
        "Der Server lehnt %s %s ab (%d): %s".formatted(method, path, answer.status(), detail));
  }
}
