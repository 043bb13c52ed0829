package org.feierabend.channels.webpush;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.feierabend.push.Subscription;

/** Hands one message to a browser's push service (RFC 8030). */
final class PushSender {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What the push service said. */
  enum Said {
    TAKEN,
    /** The browser wants nothing any more. */
    GONE,
    LATER
  }

  private final ServerKey key;
  private final PushService allowed;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  PushSender(ServerKey key, PushService allowed) {
    this.key = key;
    this.allowed = allowed;
  }

  /**
   * @param valid no later may a browser that was off show it
   */
  Said send(Subscription to, String json, Duration valid, Instant now) {
    try {
      allowed.require(to.endpoint());
    } catch (IllegalArgumentException e) {
      return Said.GONE; // its name leads elsewhere by now
    }
    byte[] body = Sealed.of(json.getBytes(StandardCharsets.UTF_8), to.key(), to.auth());
    HttpRequest request =
        HttpRequest.newBuilder(to.endpoint())
            .timeout(PATIENCE)
            .header("TTL", Long.toString(valid.toSeconds()))
            .header("Urgency", "normal")
            .header("Topic", "window")
            .header("Content-Type", "application/octet-stream")
            .header("Content-Encoding", "aes128gcm")
            .header("Authorization", key.authorization(to.endpoint(), now))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = asked(request);
      if (status == 404 || status == 410) return Said.GONE;
      return status / 100 == 2 ? Said.TAKEN : Said.LATER;
    } catch (IOException e) {
      return Said.LATER;
    }
  }

  private int asked(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while a push service was asked.");
    }
  }
}
