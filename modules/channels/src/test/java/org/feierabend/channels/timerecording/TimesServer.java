package org.feierabend.channels.timerecording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small HTTP server with one table and its entity tag; remembers what it was asked. */
final class TimesServer implements AutoCloseable {
  private static final String TAG = "\"v1\"";
  private static final String TABLE = "person;begin;end\nanna;2026-09-16T07:30;2026-09-16T16:00\n";

  /** The headers that matter, lower case, one request each. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final ServerSocket socket;

  TimesServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "times");
    thread.setDaemon(true);
    thread.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/times.csv");
  }

  private void serve() {
    while (!socket.isClosed())
      try (Socket client = socket.accept()) {
        StringBuilder seen = new StringBuilder();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine())
          if (line.toLowerCase(Locale.ROOT).matches("(authorization|if-none-match):.*"))
            seen.append(line.toLowerCase(Locale.ROOT)).append('\n');
        asked.add(seen.toString());
        boolean known = seen.indexOf(TAG) >= 0;
        String answer =
            known
                ? "HTTP/1.1 304 Not Modified\r\nETag: " + TAG + "\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nETag: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                    .formatted(TAG, TABLE.length(), TABLE);
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        if (!socket.isClosed()) System.err.println("times: " + e);
      }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
