package org.feierabend.channels.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection of a mail server, kept for as many requests as it likes. Lives in the moving
 * thread; only {@link #decided} is called from the other.
 */
final class PolicyConnection {
  private static final int BYTES = 16_384;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Consumer<PolicyConnection> asks;
  private final Complaints complaints;
  private final PolicyReader reader = new PolicyReader();
  private final ByteBuffer in = ByteBuffer.allocate(BYTES).flip();
  private ByteBuffer out = ByteBuffer.allocate(0);
  private PolicyRequest request;
  private volatile String action = "";

  PolicyConnection(
      SocketChannel channel,
      SelectionKey key,
      Consumer<PolicyConnection> asks,
      Complaints complaints) {
    this.channel = channel;
    this.key = key;
    this.asks = asks;
    this.complaints = complaints;
  }

  PolicyRequest request() {
    return request;
  }

  /** What is to be answered; the moving thread does it. Empty: hang up. */
  void decided(String answer) {
    action = answer;
  }

  /** Reads or writes, whatever is possible now. */
  void move() {
    try {
      if (key.isWritable()) write();
      else if (key.isReadable()) read();
    } catch (IOException gone) {
      close(); // the mail server went, which it may at any time
    }
  }

  private void read() throws IOException {
    in.compact();
    int bytes = channel.read(in);
    in.flip();
    if (bytes < 0) close();
    else ask();
  }

  /** One request at a time: what comes behind it waits until it is answered. */
  private void ask() {
    try {
      Optional<PolicyRequest> next = reader.next(in);
      key.interestOps(next.isPresent() ? 0 : SelectionKey.OP_READ);
      next.ifPresent(
          asked -> {
            request = asked;
            asks.accept(this);
          });
    } catch (PolicyReader.Garbage e) {
      complaints.of(e.kind());
      close();
    }
  }

  void answer() {
    if (!key.isValid()) return;
    if (action.isEmpty()) {
      close();
      return;
    }
    out = ByteBuffer.wrap(("action=" + action + "\n\n").getBytes(StandardCharsets.US_ASCII));
    try {
      write();
    } catch (IOException gone) {
      close();
    }
  }

  private void write() throws IOException {
    channel.write(out);
    if (out.hasRemaining()) key.interestOps(SelectionKey.OP_WRITE);
    else ask();
  }

  private void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      complaints.of("close");
    }
  }
}
