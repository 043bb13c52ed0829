package org.feierabend.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Stands between a mail server and the engine, and keeps every byte that crosses either way. */
final class Wire implements AutoCloseable {
  private static final int CHUNK = 65_536;

  private final ServerSocket server;
  private final int to;
  private final ByteArrayOutputStream crossed = new ByteArrayOutputStream();
  private volatile UnaryOperator<byte[]> asked = bytes -> bytes;

  private Wire(int from, int to) throws IOException {
    this.server = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
    this.to = to;
    start(this::accept);
  }

  static Wire between(int from, int to) throws IOException {
    return new Wire(from, to);
  }

  /** From now on what is asked is changed on its way, as a careless server would. */
  void changing(UnaryOperator<byte[]> change) {
    asked = change;
  }

  /** All that crossed so far, both ways. */
  byte[] crossed() {
    synchronized (crossed) {
      return crossed.toByteArray();
    }
  }

  private void accept() {
    while (!server.isClosed())
      try {
        Socket asking = server.accept();
        Socket answering = new Socket(InetAddress.getLoopbackAddress(), to);
        start(() -> pass(asking, answering, bytes -> asked.apply(bytes)));
        start(() -> pass(answering, asking, bytes -> bytes));
      } catch (IOException closed) {
        // by us, or the other side is away: whoever asked sees the same
      }
  }

  private void pass(Socket from, Socket into, UnaryOperator<byte[]> changed) {
    byte[] chunk = new byte[CHUNK];
    try (from;
        into) {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        byte[] bytes = changed.apply(Arrays.copyOf(chunk, n));
        synchronized (crossed) {
          crossed.writeBytes(bytes);
        }
        out.write(bytes);
        out.flush();
      }
    } catch (IOException ended) {
      // either side may go
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
