package org.feierabend.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hands one mail to a mail server, for several recipients in one go, as RFC 5321 says. */
final class Smtp {
  private Smtp() {}

  static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException no) {
      return false;
    }
  }

  /**
   * @param mail header and body, lines ended by a line feed
   */
  static void send(int port, String from, List<String> to, String mail) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      expect(in, "220");
      say(in, out, "EHLO test.example", "250");
      say(in, out, "MAIL FROM:<" + from + ">", "250");
      for (String recipient : to) say(in, out, "RCPT TO:<" + recipient + ">", "250");
      say(in, out, "DATA", "354");
      say(in, out, mail.replace("\n", "\r\n") + "\r\n.", "250");
      say(in, out, "QUIT", "221");
    }
  }

  private static void say(BufferedReader in, OutputStream out, String line, String answer)
      throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    expect(in, answer);
  }

  private static void expect(BufferedReader in, String answer) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') line = in.readLine();
    if (line == null || !line.startsWith(answer))
      throw new IOException("Expected %s, but the mail server said: %s".formatted(answer, line));
  }
}
