package org.feierabend.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that keep their connection and ask one question after the other, with as little work of
 * their own as can be: they share the processors with the server.
 */
final class HttpClients {
  /** The text of each request by number. */
  @FunctionalInterface
  interface Requests {
    String text(int number);
  }

  private static final int DIFFERENT = 1_000;

  private HttpClients() {}

  /** Answers a second of all clients together; any but 200 ends the run. */
  static double rate(String host, int port, int clients, double seconds, Requests requests)
      throws Exception {
    byte[][] texts = new byte[DIFFERENT][];
    for (int i = 0; i < DIFFERENT; i++)
      texts[i] = requests.text(i).getBytes(StandardCharsets.US_ASCII);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      List<Future<Long>> counts = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        int first = c * DIFFERENT / clients;
        counts.add(threads.submit(() -> ask(host, port, texts, first, end)));
      }
      long all = 0;
      for (Future<Long> count : counts) all += count.get();
      return all / ((System.nanoTime() - start) * 1e-9);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long ask(String host, int port, byte[][] texts, int first, long end)
      throws IOException {
    long asked = 0;
    while (System.nanoTime() < end)
      try (Socket socket = new Socket(host, port)) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean open = true;
        for (; open && System.nanoTime() < end; asked++) {
          socket.getOutputStream().write(texts[(int) ((first + asked) % texts.length)]);
          open = readAnswer(in);
        }
      }
    return asked;
  }

  /** Returns whether the server keeps the connection; after some hundred answers it does not. */
  private static boolean readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200 ")) throw new IOException("The server answered " + status);
    long length = -1;
    boolean open = true;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) length = Long.parseLong(line.substring(15).strip());
      if (lower.startsWith("connection:") && lower.endsWith("close")) open = false;
    }
    if (length >= 0) in.skipNBytes(length);
    else readChunks(in);
    return open;
  }

  private static void readChunks(InputStream in) throws IOException {
    long size = Long.parseLong(line(in), 16);
    for (; size > 0; size = Long.parseLong(line(in), 16)) in.skipNBytes(size + 2);
    line(in);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new IOException("The server closed the connection.");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }
}
