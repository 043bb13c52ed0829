package org.feierabend.channels.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyServerTest {
  private final List<PolicyRequest> asked = new CopyOnWriteArrayList<>();
  private final PolicyServer server =
      new PolicyServer(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          batch -> {
            asked.addAll(batch);
            return batch.stream().map(r -> "DUNNO " + r.queueId()).toList();
          },
          Thread::new);

  @AfterEach
  void close() {
    server.close();
  }

  private static String request(String queueId, String... more) {
    StringBuilder text =
        new StringBuilder(
            "request=smtpd_access_policy\nprotocol_state=DATA\nsender=a@x.example\n"
                + "recipient=b@x.example\nqueue_id="
                + queueId
                + "\npolicy_context=c\ninstance=1.2\n");
    for (String line : more) text.append(line).append('\n');
    return text.append('\n').toString();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  @Test
  void one_connection_serves_many_requests_even_when_they_come_in_one_piece() throws Exception {
    try (Socket socket = connect()) {
      BufferedReader in = reader(socket);
      say(socket, request("Q1") + request("Q2"));
      assertEquals("action=DUNNO Q1", in.readLine());
      assertEquals("", in.readLine());
      assertEquals("action=DUNNO Q2", in.readLine());
      assertEquals("", in.readLine());
      say(socket, request("Q3"));
      assertEquals("action=DUNNO Q3", in.readLine());
    }
  }

  @Test
  void three_hundred_connections_stay_open_at_once_and_each_gets_its_own_answer() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    List<BufferedReader> readers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sockets.add(connect());
      readers.add(reader(sockets.get(i)));
    }
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 300; i++) say(sockets.get(i), request("Q" + round + "x" + i));
      for (int i = 0; i < 300; i++) {
        assertEquals("action=DUNNO Q" + round + "x" + i, readers.get(i).readLine());
        assertEquals("", readers.get(i).readLine());
      }
    }
    for (Socket socket : sockets) socket.close();
  }

  @Test
  void attributes_we_do_not_know_are_dropped_and_the_envelope_is_kept() throws Exception {
    try (Socket socket = connect()) {
      say(
          socket,
          request("Q1", "size=4711", "client_address=192.0.2.1", "subject=nothing of ours"));
      assertEquals("action=DUNNO Q1", reader(socket).readLine());
    }
    assertEquals(List.of(new PolicyRequest("a@x.example", "b@x.example", "Q1", "c", "1.2")), asked);
    assertFalse(asked.toString().contains("example"), "and it prints no address");
  }

  @Test
  void garbage_is_hung_up_on_and_nothing_of_it_is_logged() throws Exception {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(new java.util.logging.SimpleFormatter().formatMessage(record));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(PolicyServer.class.getName());
    log.addHandler(handler);
    try {
      String person = "unmistakable@x.example";
      for (String garbage :
          List.of(
              person + "\n\n",
              "sender=" + person + "\n\n",
              "request=smtpd_access_policy\nsender=" + person + "\n\n",
              "request=smtpd_access_policy\nsender=" + person + "\u0001\n\n",
              "sender=" + person.repeat(1_000) + "\n\n",
              "a=b\n".repeat(1_000) + "\n"))
        try (Socket socket = connect()) {
          say(socket, garbage);
          assertEquals(null, hungUp(socket));
        }
      assertTrue(
          logged.stream().noneMatch(line -> line.contains("unmistakable")), logged.toString());
      for (String kind :
          List.of(
              "no-attribute",
              "no-policy-request",
              "missing-recipient",
              "control-character",
              "line-too-long",
              "too-many-lines"))
        assertTrue(logged.contains("The mail door: " + kind + "."), kind + " in " + logged);
    } finally {
      log.removeHandler(handler);
    }
    try (Socket socket = connect()) {
      say(socket, request("Q9"));
      assertEquals("action=DUNNO Q9", reader(socket).readLine(), "and everybody else is served");
    }
  }

  /** Null: the other side closed, politely or with what we sent unread. */
  private static String hungUp(Socket socket) throws IOException {
    try {
      return reader(socket).readLine();
    } catch (java.net.SocketException reset) {
      return null;
    }
  }
}
