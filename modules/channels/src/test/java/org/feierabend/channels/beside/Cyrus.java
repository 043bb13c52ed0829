package org.feierabend.channels.beside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.feierabend.channels.kafka.Broker;

/** The real Cyrus with its calendars, on loopback, with a configuration to throw away. */
public final class Cyrus implements AutoCloseable {
  private static final String BIN = "/usr/lib/cyrus/bin/";

  public final int http = Broker.freePort();

  private final int imap = Broker.freePort();
  private final Path folder;
  public final Program master;
  private final HttpClient client = HttpClient.newHttpClient();

  public Cyrus(Path folder, List<String> people) {
    this.folder = folder;
    try {
      for (String part : List.of("conf/socket", "conf/db", "conf/proc", "conf/lock", "part"))
        Files.createDirectories(folder.resolve(part));
      Files.writeString(
          folder.resolve("imapd.conf"),
          """
          configdirectory: %1$s/conf
          partition-default: %1$s/part
          defaultpartition: default
          httpmodules: caldav
          sasl_pwcheck_method: auxprop
          sasl_auxprop_plugin: sasldb
          sasl_sasldb_path: %1$s/sasldb2
          sasl_mech_list: PLAIN
          allowplaintext: yes
          autocreate_quota: 0
          unixhierarchysep: on
          altnamespace: on
          calendar_user_address_set: example.test
          caldav_historical_age: -1
          """
              .formatted(folder));
      Files.writeString(
          folder.resolve("cyrus.conf"),
          """
          START { recover cmd="%1$sctl_cyrusdb -C %2$s/imapd.conf -r" }
          SERVICES {
            http cmd="%1$shttpd -C %2$s/imapd.conf" listen="127.0.0.1:%3$d" prefork=0
            imap cmd="%1$simapd -C %2$s/imapd.conf" listen="127.0.0.1:%4$d" prefork=0
          }
          EVENTS { }
          """
              .formatted(BIN, folder, http, imap));
      for (String person : people)
        run(
            "sh",
            "-c",
            "echo secret | saslpasswd2 -p -c -f %s/sasldb2 %s".formatted(folder, person));
      run("chown", "-R", "cyrus", folder.toString());
      run("chmod", "755", folder.toString());
      master =
          new Program(
                  folder.resolve("out"),
                  imap,
                  BIN + "master",
                  "-D",
                  "-C",
                  folder.resolve("imapd.conf").toString(),
                  "-M",
                  folder.resolve("cyrus.conf").toString(),
                  "-p",
                  folder.resolve("master.pid").toString())
              .start();
      for (String person : people) mailbox(person);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calendars come into being with the mailbox, and that with the first log-in. */
  private void mailbox(String person) throws IOException {
    imap(person, "a LOGOUT");
  }

  /** Somebody gives another rights on a calendar or Inbox of theirs. */
  public void share(String owner, String folder, String with, String rights) throws IOException {
    imap(owner, "a SETACL #calendars/%s %s %s".formatted(folder, with, rights), "b LOGOUT");
  }

  /** Commands of IMAP, each with its tag, as somebody. */
  private void imap(String person, String... commands) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), imap)) {
      socket.setSoTimeout(10_000);
      String all = "z LOGIN %s secret\r\n%s\r\n".formatted(person, String.join("\r\n", commands));
      socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
      String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!said.contains("z OK")) throw new AssertionError(said);
      for (String command : commands)
        if (!said.contains(command.split(" ")[0] + " OK")) throw new AssertionError(said);
    }
  }

  public HttpResponse<String> ask(
      String person, String method, String path, String type, String depth, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home(person).resolve(path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((person + ":secret").getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!depth.isEmpty()) request.header("Depth", depth);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks somebody's own Outbox when they are busy; both in the form 20260324T000000Z. */
  public HttpResponse<String> busy(String person, String from, String to) {
    String address = "mailto:%s@example.test".formatted(person);
    return ask(
        person,
        "POST",
        "Outbox/",
        "text/calendar",
        "",
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//test//EN",
            "METHOD:REQUEST",
            "BEGIN:VFREEBUSY",
            "UID:asked",
            "DTSTAMP:20260101T000000Z",
            "DTSTART:" + from,
            "DTEND:" + to,
            "ORGANIZER:" + address,
            "ATTENDEE:" + address,
            "END:VFREEBUSY",
            "END:VCALENDAR",
            ""));
  }

  public URI home(String person) {
    return URI.create("http://127.0.0.1:%d/dav/calendars/user/%s/".formatted(http, person));
  }

  public static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) throw new IOException(List.of(command) + " " + said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    master.close();
  }
}
