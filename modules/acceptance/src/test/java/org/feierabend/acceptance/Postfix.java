package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Debian's Postfix with a configuration, a queue and mailboxes of its own, on high ports of
 * loopback. Mail for {@code post.example} lands in one directory for each recipient.
 */
final class Postfix implements AutoCloseable {
  static final String DOMAIN = "post.example";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String NOBODY = "65534";

  private final Path home;
  private final Path config;
  private final int port;
  private final List<Process> agents = new ArrayList<>();

  private Postfix(Path home, int port) {
    this.home = home;
    this.config = home.resolve("etc");
    this.port = port;
  }

  static void demand() {
    String missing = System.getProperty("feierabend.skip.postfix", "");
    assumeTrue(missing.isEmpty(), "no Postfix to test with: " + missing);
    assumeTrue(
        "root".equals(System.getProperty("user.name")) || "true".equals(System.getenv("CI")),
        "a mail server runs as root only");
  }

  /** A mail server as it is before anything of ours is entered. */
  static Postfix plain(String name, int port, List<String> recipients) throws IOException {
    Path home = Path.of("target", "postfix", name).toAbsolutePath();
    Shell.delete(home);
    Postfix postfix = new Postfix(home, port);
    Files.createDirectories(postfix.config);
    Files.createDirectories(home.resolve("queue"));
    Files.createDirectories(home.resolve("data"));
    Files.createDirectories(home.resolve("mail"));
    run("chown", "postfix", home.resolve("data").toString());
    run("chown", NOBODY, home.resolve("mail").toString());
    for (String file : List.of("postfix-files", "dynamicmaps.cf"))
      Files.copy(Path.of("/etc/postfix", file), postfix.config.resolve(file));
    StringBuilder boxes = new StringBuilder();
    for (String r : recipients) boxes.append("%1$s@%2$s %1$s/%n".formatted(r, DOMAIN));
    Files.writeString(postfix.config.resolve("mailboxes"), boxes);
    Files.writeString(postfix.config.resolve("main.cf"), PlainPostfix.mainCf(home, NOBODY));
    Files.writeString(postfix.config.resolve("master.cf"), PlainPostfix.masterCf(port));
    return postfix;
  }

  /** Enters what {@code ./feierabend connect postfix} says. */
  Postfix connect(RunningInstance instance) throws IOException {
    append("main.cf", instance.feierabend("connect", "postfix", "--part", "main"));
    append("master.cf", instance.feierabend("connect", "postfix", "--part", "master"));
    return this;
  }

  private void append(String file, Shell.Ended said) throws IOException {
    append(file, said.requireSuccess().output());
  }

  /** Adds to a file of the configuration. */
  Postfix append(String file, String text) throws IOException {
    Path path = config.resolve(file);
    Files.writeString(path, (Files.exists(path) ? Files.readString(path) : "") + text);
    return this;
  }

  /** Changes one text of a file of the configuration. */
  Postfix replace(String file, String old, String text) throws IOException {
    Path path = config.resolve(file);
    String whole = Files.readString(path);
    if (!whole.contains(old)) throw new AssertionError(file + " does not hold " + old);
    Files.writeString(path, whole.replace(old, text));
    return this;
  }

  Postfix start() throws IOException {
    Process master =
        new ProcessBuilder("postfix", "-c", config.toString(), "start-fg")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()))
            .start();
    Await.until(
        "Postfix; see " + home.resolve("log.txt"),
        PATIENCE,
        () -> {
          if (!master.isAlive()) throw new AssertionError(log());
          return Smtp.answers(port);
        });
    return this;
  }

  /** Ends the master by its own pid file, and with it all of this instance. */
  void stop() {
    run("postfix", "-c", config.toString(), "stop");
    Await.until("Postfix to stop", PATIENCE, () -> !Smtp.answers(port));
  }

  /** The release agent, as its systemd unit runs it. */
  Postfix startAgent(RunningInstance instance) throws IOException {
    return startAgent(instance, Map.of());
  }

  /**
   * @param settings further ones
   */
  Postfix startAgent(RunningInstance instance, Map<String, String> settings) throws IOException {
    Path token = home.resolve("token");
    Files.writeString(
        token, instance.feierabend("connect", "postfix", "--part", "token").output().strip());
    Path script =
        Path.of(System.getProperty("feierabend.home"), "config/postfix/feierabend-release");
    ProcessBuilder agent = new ProcessBuilder(script.toRealPath().toString());
    agent.environment().put("FEIERABEND_URL", instance.http());
    agent.environment().put("FEIERABEND_TOKEN_FILE", token.toString());
    agent.environment().put("POSTFIX_CONFIG", config.toString());
    agent.environment().putAll(settings);
    agents.add(
        agent.redirectErrorStream(true).redirectOutput(home.resolve("agent.txt").toFile()).start());
    return this;
  }

  Path config() {
    return config;
  }

  int port() {
    return port;
  }

  /** The mails of one recipient, whole. */
  List<String> mails(String recipient) {
    List<String> mails = new ArrayList<>();
    for (Path file : files(recipient)) mails.add(text(file));
    return mails;
  }

  /** When the first mail of a recipient came. */
  Instant arrival(String recipient) {
    try {
      return Files.getLastModifiedTime(files(recipient).first()).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TreeSet<Path> files(String recipient) {
    Path folder = home.resolve("mail").resolve(recipient).resolve("new");
    if (!Files.isDirectory(folder)) return new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empties all mailboxes. */
  void empty() throws IOException {
    try (Stream<Path> boxes = Files.list(home.resolve("mail"))) {
      for (Path box : boxes.toList()) Shell.delete(box);
    }
  }

  /** So many mails from Postfix's own load generator, handed in over ten connections. */
  void source(int mails, String from, String to) {
    Shell.run(
            new ProcessBuilder(
                "smtp-source",
                "-s",
                "10",
                "-l",
                "400",
                "-m",
                Integer.toString(mails),
                "-f",
                from,
                "-t",
                to,
                "127.0.0.1:" + port))
        .requireSuccess();
  }

  String queue() {
    return run("postqueue", "-c", config.toString(), "-j");
  }

  /** As an impatient administrator does. */
  void flush() {
    run("postqueue", "-c", config.toString(), "-f");
  }

  String log() {
    return text(home.resolve("log.txt"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  static String run(String... command) {
    return Shell.run(new ProcessBuilder(command)).output();
  }

  @Override
  public void close() {
    agents.forEach(Process::destroy);
    if (Smtp.answers(port)) stop();
  }
}
