package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests with one authorization. A server that does not answer has the status 0. */
public final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final int TRIES = 100;
  private static final java.util.Set<Integer> COMES_BACK = java.util.Set.of(0, 503);

  private final String base;
  private final String authorization;

  public Http(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  public record Answer(int status, String body) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("Not JSON: " + body, e);
      }
    }
  }

  public int status(String method, String path) {
    return send(method, path, "").status();
  }

  public JsonNode get(String path) {
    return require("GET", path, "").json();
  }

  public String text(String path) {
    return require("GET", path, "").body();
  }

  public JsonNode post(String path, String json) {
    return require("POST", path, json).json();
  }

  public Answer send(String method, String path, String json) {
    return send(method, path, "application/json", json);
  }

  public Answer send(String method, String path, String type, String json) {
    return send(
        method,
        path,
        type,
        json.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json));
  }

  /** A file, byte for byte. */
  Answer postFile(String path, String type, byte[] content) {
    return send("POST", path, type, HttpRequest.BodyPublishers.ofByteArray(content));
  }

  private Answer send(String method, String path, String type, HttpRequest.BodyPublisher content) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", type)
            .method(method, content);
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException noAnswer) {
      return new Answer(0, noAnswer.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted during " + method + " " + path, e);
    }
  }

  /** Asks again while the server asks for that: 503, or no answer at all. */
  private Answer require(String method, String path, String json) {
    Answer answer = send(method, path, json);
    for (int tries = 0; tries < TRIES && COMES_BACK.contains(answer.status()); tries++) {
      Await.pause();
      answer = send(method, path, json);
    }
    if (answer.status() < 200 || answer.status() > 299)
      throw new AssertionError("%s %s: %s".formatted(method, path, answer));
    return answer;
  }
}
