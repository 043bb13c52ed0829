package org.feierabend.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Some other server that has taken a port, and hangs up on everybody. */
final class Squatter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ServerSocket server;
  private volatile boolean called;

  private Squatter(ServerSocket server) {
    this.server = server;
    Thread thread = new Thread(this::hangUp, "squatter");
    thread.setDaemon(true);
    thread.start();
  }

  /** As soon as whoever has the port is gone. */
  static Squatter on(int port) {
    ServerSocket[] taken = new ServerSocket[1];
    Await.until(
        "port " + port + " to be free",
        PATIENCE,
        () -> {
          try {
            taken[0] = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            return true;
          } catch (IOException notYet) {
            return false;
          }
        });
    return new Squatter(taken[0]);
  }

  private void hangUp() {
    while (!server.isClosed())
      try {
        server.accept().close();
        called = true;
      } catch (IOException closed) {
        // by us, or whoever called was faster
      }
  }

  boolean called() {
    return called;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
