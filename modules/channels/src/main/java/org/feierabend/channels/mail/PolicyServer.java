package org.feierabend.channels.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Postfix's policy delegation over TCP. One thread moves bytes of all connections, another answers:
 * what was asked while it was busy is answered together, in one transaction.
 */
final class PolicyServer implements AutoCloseable {
  static final int MOST_CONNECTIONS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(PolicyServer.class);
  private static final int MOST_AT_ONCE = 500;
  private static final long FAREWELL_MILLIS = 5_000;

  private final Function<List<PolicyRequest>, List<String>> answers;
  private final Complaints complaints = new Complaints(LOG);
  private final Selector selector;
  private final ServerSocketChannel server;
  private final BlockingQueue<PolicyConnection> asking = new LinkedBlockingQueue<>();
  private final BlockingQueue<PolicyConnection> answered = new LinkedBlockingQueue<>();
  private final Thread moving;
  private final Thread deciding;
  private volatile boolean stopped;

  /**
   * Listens from now on.
   *
   * @param answers one action for each request, in order; a request that is to be dropped has an
   *     empty one
   */
  PolicyServer(
      InetSocketAddress address,
      Function<List<PolicyRequest>, List<String>> answers,
      ThreadFactory threads) {
    this.answers = answers;
    try {
      selector = Selector.open();
      server = ServerSocketChannel.open();
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(address, MOST_CONNECTIONS);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on %s.".formatted(address), e);
    }
    moving = threads.newThread(this::move);
    moving.setName("feierabend-mail");
    deciding = threads.newThread(this::decide);
    deciding.setName("feierabend-mail-answers");
    moving.start();
    deciding.start();
  }

  boolean open() {
    return server.isOpen() && moving.isAlive() && deciding.isAlive();
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private void move() {
    while (!stopped) {
      try {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) serve(key);
        selector.selectedKeys().clear();
        for (PolicyConnection c = answered.poll(); c != null; c = answered.poll()) c.answer();
      } catch (IOException e) {
        LOG.warn("The mail door could not take a connection.", e);
      }
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (!key.isValid()) return;
    if (key.isAcceptable()) accept();
    else ((PolicyConnection) key.attachment()).move();
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) return;
    if (selector.keys().size() > MOST_CONNECTIONS) {
      complaints.of("too-many-connections");
      channel.close();
      return;
    }
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    key.attach(new PolicyConnection(channel, key, asking::add, complaints));
  }

  private void decide() {
    List<PolicyConnection> batch = new ArrayList<>();
    while (!stopped) {
      try {
        PolicyConnection first = asking.poll(1, TimeUnit.SECONDS);
        if (first == null) continue;
        batch.add(first);
        asking.drainTo(batch, MOST_AT_ONCE - 1);
        List<String> actions =
            answers.apply(batch.stream().map(PolicyConnection::request).toList());
        for (int i = 0; i < batch.size(); i++) batch.get(i).decided(actions.get(i));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        complaints.of(e.getClass().getSimpleName()); // its message may name somebody
        batch.forEach(c -> c.decided(""));
      }
      answered.addAll(batch);
      batch.clear();
      selector.wakeup();
    }
  }

  @Override
  public void close() {
    stopped = true;
    selector.wakeup();
    try {
      deciding.join(FAREWELL_MILLIS);
      moving.join(FAREWELL_MILLIS);
      for (SelectionKey key : selector.keys()) key.channel().close();
      server.close();
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The mail door did not close well.", e);
    }
  }
}
