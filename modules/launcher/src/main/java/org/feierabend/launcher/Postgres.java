package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The embedded PostgreSQL: one cluster in var/postgres, one database, reachable on loopback. */
final class Postgres implements Part {
  static final String DATABASE = "feierabend";

  /** Owns the tables; migrations and an administrator's hands use it. */
  static final String USER = "feierabend";

  /** The server's own role: it owns the tables of open weeks alone. */
  static final String SERVER = "feierabend_server";

  private static final String ADMIN = "postgres";
  private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(10);

  private final Home home;
  private final int port;
  private final Rights rights;
  private Path binaries;

  Postgres(Home home, int port, Rights rights) {
    this.home = home;
    this.port = port;
    this.rights = rights;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  Path passwordFile() {
    return home.secret("postgres-password");
  }

  String password() {
    return Secrets.in(passwordFile());
  }

  String serverPassword() {
    return Secrets.in(serverPasswordFile());
  }

  private Path serverPasswordFile() {
    return home.secret("postgres-server-password");
  }

  private Path data() {
    return home.var().resolve("postgres");
  }

  private Path log() {
    return home.log(name());
  }

  @Override
  public void prepare() {
    binaries = PostgresBinaries.in(home.folder("cache"));
    if (!Files.exists(data().resolve("PG_VERSION"))) initialise();
    rights.letPass(binaries.resolve("bin"), home.var());
    rights.own(data(), home.var());
    forgetDeadPostmaster();
    if (!Files.exists(serverPasswordFile())) addServerRole();
  }

  /** Its password lies in its file once the cluster knows it; cut off before, it is drawn anew. */
  private void addServerRole() {
    Path draft = home.secret("postgres-server-password.draft");
    Folders.delete(draft);
    single(
        data(),
        """
        DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF; END $$
        ALTER ROLE %1$s PASSWORD '%2$s'
        GRANT %1$s TO %3$s
        """
            .formatted(SERVER, Secrets.in(draft), USER),
        "CREATE ROLE");
    Folders.rename(draft, serverPasswordFile());
  }

  /** One statement a line, with no server running. */
  private void single(Path cluster, String statements, String name) {
    Processes.run(
        rights(
            bin("postgres"),
            "--single",
            "-D",
            cluster.toString(),
            "-c",
            "log_min_messages=fatal",
            ADMIN),
        statements,
        log(),
        name);
  }

  /** Everything happens in a draft directory, so a cluster that was cut off is never used. */
  private void initialise() {
    Path draft = home.var().resolve("postgres.new");
    Path password = home.secret("postgres-admin-password");
    Path copy = home.var().resolve("postgres.pw");
    Secrets.in(password);
    Folders.delete(draft);
    try {
      Files.copy(password, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.createDirectories(draft);
      rights.letPass(binaries.resolve("bin"), home.var());
      rights.own(draft, home.var());
      rights.own(copy, home.var());
      Processes.run(
          rights(
              bin("initdb"),
              "--pgdata=" + draft,
              "--username=" + ADMIN,
              "--pwfile=" + copy,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--no-instructions"),
          "",
          log(),
          "initdb");
      single(
          draft,
          "CREATE ROLE %s LOGIN PASSWORD '%s'\nCREATE DATABASE %s OWNER %s\n"
              .formatted(USER, password(), DATABASE, USER),
          "CREATE DATABASE");
      Folders.rename(draft, data());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the database cluster in " + draft, e);
    } finally {
      Folders.delete(copy);
    }
  }

  /**
   * PostgreSQL takes a pid file for its own when that pid is in use, by whomever. Only when no
   * process works in the data directory any more is the file surely stale.
   */
  private void forgetDeadPostmaster() {
    Processes.endAllIn(data(), LEFTOVER_PATIENCE);
    Folders.delete(data().resolve("postmaster.pid"));
  }

  @Override
  public List<String> command() {
    List<String> command =
        new ArrayList<>(rights(bin("postgres"), "-D", data().toString(), "-p", "" + port));
    settings()
        .forEach(
            setting -> {
              command.add("-c");
              command.add(setting);
            });
    return command;
  }

  /** Terse errors: the detail of a violated key would carry the row into the log. */
  private static List<String> settings() {
    return List.of(
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "shared_buffers=128MB",
        "max_connections=60",
        "max_wal_size=512MB",
        "synchronous_commit=on",
        "jit=off",
        "io_method=sync",
        "max_parallel_workers_per_gather=0",
        "timezone=UTC",
        "log_timezone=UTC",
        "lc_messages=C",
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
        "log_checkpoints=off");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("LC_ALL", "C");
  }

  /** As pg_ctl does: the last line of postmaster.pid tells the state. */
  @Override
  public boolean ready() {
    try {
      List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
      return lines.size() >= 8 && lines.get(7).strip().equals("ready");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** A fast shutdown: clients are cut, transactions rolled back, a checkpoint written. */
  @Override
  public String stopSignal() {
    return "INT";
  }

  private List<String> rights(String... command) {
    return Stream.concat(rights.prefix().stream(), Stream.of(command)).toList();
  }

  private String bin(String program) {
    return binaries.resolve("bin").resolve(program).toString();
  }
}
