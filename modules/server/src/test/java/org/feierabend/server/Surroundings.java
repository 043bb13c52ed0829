package org.feierabend.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.feierabend.channels.kafka.Broker;

/** A real database and a real broker for the one deployment, and the settings that name them. */
final class Surroundings {
  static final String OPERATOR = "b3BlcmF0b3ItdG9rZW4tZm9yLXRoZS10ZXN0cy1vbmx5";

  /** Who is asked about by the chat server of the tests, and its secret. */
  static final String CHAT_EMPLOYER = "chatters";

  static final String CHAT_TOKEN = "Y2hhdC10b2tlbi1mb3ItdGhlLXRlc3RzLW9ubHk";

  /** Whom other systems call about, and what each of them shows. */
  static final String HOOK_EMPLOYER = "hooked";

  static final String HOOK_SECRET = "aG9vay1zZWNyZXQtZm9yLXRoZS10ZXN0cy1vbmx5";

  final Path var;
  final int chatPort = Broker.freePort();
  final int calendarPort = Broker.freePort();
  final int matrixPort = Broker.freePort();
  final int smtpPort = Broker.freePort();

  /** What the server says; it numbers its files. */
  final Path log = Path.of(System.getProperty("feierabend.test.log") + ".0");

  final EmbeddedPostgres database;
  final Broker broker;

  private Surroundings(Path folder) throws IOException, InterruptedException {
    var = emptied(folder);
    database = EmbeddedPostgres.builder().start();
    broker = new Broker(var.resolve("broker"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    Properties told = new Properties();
    separateRoles();
    told.setProperty(
        "feierabend.database.url",
        database.getJdbcUrl("postgres", "feierabend").replaceFirst("\\?.*", ""));
    told.setProperty("feierabend.database.user", "feierabend_server");
    told.setProperty("feierabend.database.password", "server");
    told.setProperty("feierabend.database.migration-user", "feierabend");
    told.setProperty("feierabend.database.migration-password", "owner");
    told.setProperty("feierabend.kafka.bootstrap", broker.address());
    told.setProperty("feierabend.chat.employer", CHAT_EMPLOYER);
    told.setProperty("feierabend.chat.url", "http://127.0.0.1:" + chatPort + "/feierabend");
    told.setProperty("feierabend.caldav.employer", CHAT_EMPLOYER);
    told.setProperty("feierabend.caldav.url", "http://127.0.0.1:" + calendarPort);
    told.setProperty("feierabend.caldav.user", "dora");
    told.setProperty("feierabend.caldav.password", "secret");
    told.setProperty("feierabend.caldav.calendar", "/dav/calendars/user/{name}/Default/");
    told.setProperty("feierabend.caldav.inbox", "/dav/calendars/user/{name}/Inbox/");
    told.setProperty("feierabend.caldav.proposals", "true");
    told.setProperty("feierabend.smtp.host", "127.0.0.1");
    told.setProperty("feierabend.smtp.port", Integer.toString(smtpPort));
    told.setProperty("feierabend.smtp.from", "feierabend@example.test");
    told.setProperty("feierabend.smtp.starttls", "false");
    told.setProperty("feierabend.chat.token", CHAT_TOKEN);
    told.setProperty("feierabend.webhooks.sources", "zammad");
    told.setProperty("feierabend.webhooks.employer", HOOK_EMPLOYER);
    told.setProperty("feierabend.webhooks.zammad.secret", HOOK_SECRET);
    told.setProperty("feierabend.matrix.employer", HOOK_EMPLOYER);
    told.setProperty(
        "feierabend.matrix.gateway", "http://127.0.0.1:" + matrixPort + "/_matrix/push/v1/notify");
    told.setProperty("feierabend.push.contact", "mailto:it@example.test");
    told.setProperty("feierabend.push.anywhere", "true");
    told.setProperty("feierabend.graph.client-state", HOOK_SECRET);
    told.setProperty("feierabend.graph.employer", HOOK_EMPLOYER);
    told.setProperty(
        "feierabend.operator.token.sha256", sha256(OPERATOR.getBytes(StandardCharsets.UTF_8)));
    Path file = var.resolve("run/server.properties");
    Files.createDirectories(file.getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      told.store(out, null);
    }
  }

  /** As on a real machine: the server owns nothing but its open weeks. */
  private void separateRoles() throws IOException {
    try (Connection c = database.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE ROLE feierabend LOGIN PASSWORD 'owner'");
      s.execute("CREATE ROLE feierabend_server LOGIN PASSWORD 'server'");
      s.execute("GRANT feierabend_server TO feierabend");
      s.execute("CREATE DATABASE feierabend OWNER feierabend");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  static Surroundings in(Path var) {
    try {
      return new Surroundings(var);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder))
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    return Files.createDirectories(folder);
  }

  private void stop() {
    try {
      broker.close();
      database.close();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("Database or broker did not stop.", e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
