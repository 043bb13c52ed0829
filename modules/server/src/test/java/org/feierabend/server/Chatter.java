package org.feierabend.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at an XMPP client: logs in, speaks, and remembers all that came. */
final class Chatter implements AutoCloseable {
  private static final Pattern BODY = Pattern.compile("<body>([^<]*)</body>");
  private static final long PATIENCE = 10_000;

  private final Socket socket;
  private final StringBuilder came = new StringBuilder();

  Chatter(Prosody server, String user, String resource) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.clients);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread reader = new Thread(this::read, "chatter-" + user);
    reader.setDaemon(true);
    reader.start();
    open();
    await("PLAIN");
    String secret =
        Base64.getEncoder()
            .encodeToString(("\0" + user + "\0secret").getBytes(StandardCharsets.UTF_8));
    send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + secret + "</auth>");
    await("<success");
    open();
    await("xmpp-bind");
    ask(
        "bind",
        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>%s</resource></bind>"
            .formatted(resource));
    ask("carbons", "<enable xmlns='urn:xmpp:carbons:2'/>");
    send("<presence/>");
    await("<presence");
  }

  void say(String to, String text) {
    send("<message to='%s' type='chat'><body>%s</body></message>".formatted(to, text));
  }

  void enter(String room, String nick) {
    send(
        "<presence to='%s/%s'><x xmlns='http://jabber.org/protocol/muc'/></presence>"
            .formatted(room, nick));
    await("code='110'");
  }

  void sayInRoom(String room, String text) {
    send("<message to='%s' type='groupchat'><body>%s</body></message>".formatted(room, text));
  }

  /** Everything the archive holds for this person comes too. */
  void readArchive(String id) {
    ask(id, "<query xmlns='urn:xmpp:mam:2'/>");
  }

  /** The texts that came, in order, copies for other clients left out. */
  List<String> heard() {
    List<String> texts = new ArrayList<>();
    Matcher body =
        BODY.matcher(came().replaceAll("<message[^>]*><received.*?</received></message>", ""));
    while (body.find()) texts.add(body.group(1));
    return texts;
  }

  String came() {
    synchronized (came) {
      return came.toString();
    }
  }

  Chatter await(String text) {
    long end = System.currentTimeMillis() + PATIENCE;
    synchronized (came) {
      while (came.indexOf(text) < 0) {
        long left = end - System.currentTimeMillis();
        if (left <= 0) throw new AssertionError("'%s' did not come: %s".formatted(text, came));
        try {
          came.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
    return this;
  }

  private void ask(String id, String query) {
    send("<iq type='set' id='%s'>%s</iq>".formatted(id, query));
    await("id='" + id + "'");
  }

  private void open() {
    send(
        "<?xml version='1.0'?><stream:stream to='%s' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
            .formatted(Prosody.HOST));
  }

  private void send(String xml) {
    try {
      socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    byte[] some = new byte[8192];
    try (InputStream in = socket.getInputStream()) {
      for (int n = in.read(some); n >= 0; n = in.read(some))
        synchronized (came) {
          came.append(new String(some, 0, n, StandardCharsets.UTF_8));
          came.notifyAll();
        }
    } catch (IOException gone) {
      // the server or we hung up
    }
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
