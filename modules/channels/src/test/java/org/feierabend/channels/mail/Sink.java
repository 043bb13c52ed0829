package org.feierabend.channels.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail over SMTP, envelope and all. GreenMail knows no null sender, which receipts have. */
final class Sink implements AutoCloseable {
  /** What was said for each mail, from MAIL to the final dot. */
  final List<String> mails = new CopyOnWriteArrayList<>();

  private final ServerSocket server;

  Sink() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "sink");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed())
      try (Socket socket = server.accept()) {
        serve(socket);
      } catch (IOException ended) {
        // by us, or by whoever sent
      }
  }

  private void serve(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    say(socket, "220 sink");
    StringBuilder mail = new StringBuilder();
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      mail.append(line).append('\n');
      if (data && !line.equals(".")) continue;
      if (line.equals("DATA")) say(socket, "354 go on");
      else say(socket, "250 yes");
      if (data) mails.add(mail.toString());
      data = line.equals("DATA");
      if (line.startsWith("EHLO")) mail.setLength(0);
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
