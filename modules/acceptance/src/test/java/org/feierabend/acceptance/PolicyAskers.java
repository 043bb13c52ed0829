package org.feierabend.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Connections of Postfix's policy protocol, each with one question after the other. */
record PolicyAskers(int port, String sender, String recipient, String token) {
  private static final AtomicLong MAIL = new AtomicLong(System.currentTimeMillis());

  double rate(int connections, double seconds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      List<Future<Long>> counts = new ArrayList<>();
      for (int c = 0; c < connections; c++) counts.add(threads.submit(() -> ask(end)));
      long all = 0;
      for (Future<Long> count : counts) all += count.get();
      return all / ((System.nanoTime() - start) * 1e-9);
    } finally {
      threads.shutdownNow();
    }
  }

  private long ask(long end) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      long asked = 0;
      for (; System.nanoTime() < end; asked++) {
        socket.getOutputStream().write(question().getBytes(StandardCharsets.US_ASCII));
        String answer = in.readLine();
        if (!"action=DUNNO".equals(answer) || !"".equals(in.readLine()))
          throw new IOException("The policy server answered " + answer);
      }
      return asked;
    }
  }

  private String question() {
    return """
        request=smtpd_access_policy
        protocol_state=DATA
        protocol_name=ESMTP
        client_address=127.0.0.1
        client_name=localhost
        helo_name=mx.post.example
        sender=%s
        recipient=%s
        recipient_count=1
        queue_id=%X
        instance=1.2.3
        size=400
        policy_context=%s

        """
        .formatted(sender, recipient, MAIL.incrementAndGet(), token);
  }
}
