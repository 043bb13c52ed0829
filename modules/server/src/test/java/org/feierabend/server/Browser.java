package org.feierabend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Somebody who talks to the server: with a bearer token, a session, or as nobody. */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An answer, read whole. */
  record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
    String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(body(), e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final URI base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Browser(URI base) {
    this.base = base;
  }

  static Browser bearing(URI base, String token) {
    return new Browser(base).with("Authorization", "Bearer " + token);
  }

  /** Logs in and keeps cookie and CSRF token. */
  static Browser loggedIn(URI base, String user, String password) {
    Browser browser = new Browser(base);
    Answer answer = browser.logIn(user, password);
    if (answer.status() != 200) throw new IllegalStateException(answer.body());
    return browser
        .with("Cookie", answer.header("Set-Cookie").split(";")[0])
        .with("X-CSRF-Token", answer.json().path("csrf").asText());
  }

  Answer logIn(String user, String password) {
    return send(
        "POST",
        "api/v1/session",
        "application/json",
        JSON.createObjectNode().put("user", user).put("password", password).toString());
  }

  Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Browser without(String header) {
    headers.remove(header);
    return this;
  }

  Answer get(String path) {
    return send("GET", path, null, null);
  }

  Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  /** Of the version that was read. */
  Answer put(String path, String json, String etag) {
    Answer answer = with("If-Match", etag).send("PUT", path, "application/json", json);
    without("If-Match");
    return answer;
  }

  Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  Answer send(String method, String path, String type, String body) {
    return exchange(
        method,
        path,
        type,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
  }

  Answer sendBytes(String method, String path, String type, byte[] body) {
    return exchange(method, path, type, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** Two requests of which neither waits for the other's answer, by status. */
  static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(one);
    Answer second = other.get();
    return Stream.of(first.join(), second).sorted(Comparator.comparingInt(Answer::status)).toList();
  }

  private Answer exchange(String method, String path, String type, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/" + path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    if (type != null) request.header("Content-Type", type);
    request.method(method, body);
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
