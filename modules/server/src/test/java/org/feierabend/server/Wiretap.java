package org.feierabend.server;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.channels.kafka.Broker;

/** Stands between a server and the engine, keeps every byte that crosses, and can be cut. */
final class Wiretap implements AutoCloseable {
  final int port;

  private final int engine;
  private final ByteArrayOutputStream crossed = new ByteArrayOutputStream();
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listening;

  Wiretap(int engine) {
    this(Broker.freePort(), engine);
  }

  /**
   * @param engine the port behind it; with the engine in front, a server beside it
   */
  Wiretap(int port, int engine) {
    this.port = port;
    this.engine = engine;
    join();
  }

  /** Connects the two again. */
  void join() {
    try {
      listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerSocket now = listening;
    run(
        () -> {
          while (true) connect(now.accept());
        });
  }

  /** For the server, the engine is away. */
  void cut() {
    try {
      listening.close();
      for (Closeable one : open) one.close();
      open.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What went either way so far. */
  String crossed() {
    synchronized (crossed) {
      return crossed.toString(StandardCharsets.UTF_8);
    }
  }

  private void connect(Socket near) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), engine);
    open.add(near);
    open.add(far);
    run(() -> pass(near, far));
    run(() -> pass(far, near));
  }

  private void pass(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] some = new byte[8192];
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      synchronized (crossed) {
        crossed.write(some, 0, n);
      }
      out.write(some, 0, n);
      out.flush();
    }
    to.shutdownOutput();
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void run(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException cut) {
                // either side hung up, or the wire was cut
              }
            },
            "wiretap");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
  }
}
