package org.feierabend.channels.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Lists and renews subscriptions; one for a round. It reads nothing else of Graph. */
final class GraphClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Graph answers, but not to us. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("Graph does not know us; see feierabend.graph.client-id and .client-secret.");
    }
  }

  private final GraphSettings.Renewal settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String token;

  GraphClient(GraphSettings.Renewal settings) throws IOException {
    this.settings = settings;
    token = logIn().path("access_token").asText();
  }

  private JsonNode logIn() throws IOException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                encoded(settings.clientId()),
                encoded(settings.clientSecret()),
                encoded(settings.api().resolve("/.default").toString()));
    return ask(
        HttpRequest.newBuilder(settings.login())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  JsonNode subscriptions() throws IOException {
    return ask(authorized("/subscriptions").GET()).path("value");
  }

  void renew(String id, Instant until) throws IOException {
    String body = JSON.createObjectNode().put("expirationDateTime", until.toString()).toString();
    ask(
        authorized("/subscriptions/" + encoded(id))
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder authorized(String path) {
    String base = settings.api().toString().replaceAll("/$", "");
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode ask(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
      int status = answer.statusCode();
      if (status == 400 || status == 401 || status == 403) throw new Refused();
      if (status / 100 != 2) throw new IOException("Graph answers %d.".formatted(status));
      return JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while Graph was asked.");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
