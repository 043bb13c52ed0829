package org.feierabend.channels.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Another system's HTTP server, written to its published contract, on loopback. */
public final class Loopback implements AutoCloseable {
  /**
   * What was asked.
   *
   * @param headers by their lower-case names
   */
  public record Asked(String method, String path, Map<String, String> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** What it answers. */
  public record Told(int status, String json) {}

  public final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final Function<Asked, Told> answers;

  public Loopback(Function<Asked, Told> answers) {
    this(0, answers);
  }

  /**
   * @param port 0: any
   */
  public Loopback(int port, Function<Asked, Told> answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "loopback");
    thread.setDaemon(true);
    thread.start();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  private void serve() {
    while (!socket.isClosed())
      try (Socket client = socket.accept()) {
        Asked one = read(client.getInputStream());
        Told told = answers.apply(one);
        asked.add(one);
        byte[] body = told.json().getBytes(StandardCharsets.UTF_8);
        String head =
            "HTTP/1.1 %d Told\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n";
        client
            .getOutputStream()
            .write(head.formatted(told.status(), body.length).getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
      } catch (IOException e) {
        if (!socket.isClosed()) System.err.println("loopback: " + e);
      }
  }

  private static Asked read(InputStream in) throws IOException {
    String[] line = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Asked(line[0], line[1], headers, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new IOException("The request ended early.");
      if (next != '\r') line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
