package org.feierabend.channels.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Looks whether another server listens. Asks anew each time: what it says is of this moment. */
public record Probe(String host, int port) {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  public Probe {
    if (host.isBlank() || port < 1 || port > 65_535)
      throw new IllegalArgumentException(
          "A server is written like 127.0.0.1:10026, but got '%s:%d'.".formatted(host, port));
  }

  /** Reads {@code host:port}. */
  public static Probe of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}"))
      throw new IllegalArgumentException(
          "A server is written like 127.0.0.1:10026, but got '%s'.".formatted(text));
    return new Probe(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException silent) {
      return false; // that is the answer
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
