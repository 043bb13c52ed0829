package org.feierabend.channels.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The real gateway, which wakes devices. */
final class MatrixGateway {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MatrixSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  MatrixGateway(MatrixSettings settings) {
    this.settings = settings;
  }

  /** Returns the pushkeys it does not know (any more); fails when it took nothing. */
  List<String> notify(String push) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.gateway())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(push));
    settings.token().ifPresent(t -> request.header("Authorization", "Bearer " + t));
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200)
        throw new IOException("The push gateway answers %d.".formatted(answer.statusCode()));
      List<String> rejected = new ArrayList<>();
      for (JsonNode key : JSON.readTree(answer.body()).path("rejected")) rejected.add(key.asText());
      return rejected;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while the push gateway was asked.");
    }
  }
}
