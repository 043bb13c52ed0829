package org.feierabend.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The HTTP API of a running instance, asked as its operator. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final String token;
  private final String language;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public Api(Instance instance, Console console) {
    this.base = instance.http();
    this.token = instance.operatorToken();
    this.language = console.word("en", "de");
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** A piece of a path, with everything that is special in one escaped. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public JsonNode get(String path) {
    return send(path, "GET", HttpRequest.BodyPublishers.noBody());
  }

  public JsonNode post(String path, JsonNode body) {
    return send(path, "POST", HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  public JsonNode postZip(String path, byte[] zip) {
    return send(path, "POST", HttpRequest.BodyPublishers.ofByteArray(zip), "application/zip");
  }

  public JsonNode delete(String path) {
    return send(path, "DELETE", HttpRequest.BodyPublishers.noBody());
  }

  /** A file; 422 too is an answer to it, and no failure. */
  public JsonNode upload(String path, String type, byte[] file) {
    return send(path, "POST", HttpRequest.BodyPublishers.ofByteArray(file), type, 422);
  }

  private JsonNode send(String path, String method, HttpRequest.BodyPublisher body) {
    return send(path, method, body, "application/json", 200);
  }

  private JsonNode send(String path, String method, HttpRequest.BodyPublisher body, String type) {
    return send(path, method, body, type, 200);
  }

  private JsonNode send(
      String path, String method, HttpRequest.BodyPublisher body, String type, int alsoFine) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, body)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", language)
            .header("Content-Type", type)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300 && answer.statusCode() != alsoFine)
        throw refused(method, path, answer);
      return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw Trouble.of(
          "The server at %s did not answer (%s).".formatted(base, e),
          "Der Server auf %s hat nicht geantwortet (%s).".formatted(base, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of("Interrupted.", "Unterbrochen.", e);
    }
  }

  private static Trouble refused(String method, String path, HttpResponse<String> answer) {
    String detail = detail(answer.body());
    return Trouble.of(
        "The server refused %s %s (%d): %s".formatted(method, path, answer.statusCode(), detail),
        "Der Server lehnt %s %s ab (%d): %s".formatted(method, path, answer.statusCode(), detail));
  }

  private static String detail(String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      String detail = problem.path("detail").asText("");
      return detail.isBlank() ? problem.path("title").asText(body) : detail;
    } catch (IOException noJson) {
      return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }
  }
}
