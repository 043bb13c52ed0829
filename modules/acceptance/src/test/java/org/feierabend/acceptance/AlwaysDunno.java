package org.feierabend.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A policy server that knows one answer: what asking costs at the least. */
final class AlwaysDunno implements AutoCloseable {
  private static final byte[] ANSWER = "action=DUNNO\n\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final AtomicLong answers = new AtomicLong();

  private AlwaysDunno(int port) throws IOException {
    server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
  }

  static AlwaysDunno on(int port) throws IOException {
    AlwaysDunno dunno = new AlwaysDunno(port);
    start(dunno::accept);
    return dunno;
  }

  long answers() {
    return answers.get();
  }

  private void accept() {
    while (!server.isClosed())
      try {
        Socket socket = server.accept();
        start(() -> serve(socket));
      } catch (IOException closed) {
        // by us
      }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine())
        if (line.isEmpty()) {
          socket.getOutputStream().write(ANSWER);
          answers.incrementAndGet();
        }
    } catch (IOException gone) {
      // the mail server goes when it likes
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "dunno");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
