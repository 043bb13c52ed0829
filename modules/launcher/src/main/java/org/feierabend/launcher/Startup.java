package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One start of an instance: its lock, its parts in order, and its end. */
final class Startup {
  private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

  private final Home home;
  private final StartOptions options;
  private final Console console;
  private final Settings settings;
  private final Ports ports;
  private final Supervisor supervisor;
  private final Thread hook = new Thread(this::close, "stop");
  private Optional<InstanceLock> lock = Optional.empty();
  private Optional<InstanceFile> about = Optional.empty();

  Startup(Home home, StartOptions options, Console console) {
    this.home = home;
    this.options = options;
    this.console = console;
    this.settings = Settings.of(home.root());
    this.ports =
        Ports.from(
            options.http().orElse(settings.number("feierabend.http.port", Ports.DEFAULT_HTTP)));
    this.supervisor = new Supervisor(home, console, this::tell);
  }

  Instance begin() {
    requireOwnState();
    lock = Optional.of(InstanceLock.take(home).orElseThrow(this::alreadyRunning));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      endOrphans();
      return start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The broker takes longest, so it starts first; the server starts as soon as tables can be. */
  private Instance start() {
    Backends backends = new Backends(home, settings, ports);
    Payara server =
        new Payara(
            home,
            settings.get("feierabend.http.address").orElse("127.0.0.1"),
            ports.http(),
            settings.get("feierabend.server.jvm-options").orElse(""));
    PortCheck.requireFree(ports.http(), "HTTP");
    backends.requireFreePorts();
    console.say("Preparing in " + home.var() + " …", "Bereite vor in " + home.var() + " …");
    backends.kafka().ifPresent(supervisor::start);
    backends.postgres().ifPresent(supervisor::start);
    backends.tellServer(options, server.address(), ports.http());
    backends.postgres().ifPresent(part -> supervisor.await(part.name()));
    supervisor.start(server);
    backends.kafka().ifPresent(part -> supervisor.await(part.name()));
    InstanceFile file = backends.file(server.url(), options.mode(), Instant.now());
    about = Optional.of(file);
    tell();
    return new Instance(home, file, Optional.of(this));
  }

  void awaitServer() {
    supervisor.await("server");
    supervisor.guard();
  }

  private synchronized void tell() {
    about.ifPresent(file -> file.with(supervisor.pids()).write(InstanceFile.path(home)));
  }

  /** What a killed launcher left running would hold the ports and the files. */
  private void endOrphans() {
    for (String name : List.of("server", "kafka", "postgres")) {
      PidFile file = Child.pidFile(home, name);
      file.alive()
          .ifPresent(
              orphan -> {
                console.say(
                    "Ending %s (pid %d), left behind by an earlier launcher."
                        .formatted(name, orphan.pid()),
                    "Beende %s (pid %d), von einem früheren Start übrig."
                        .formatted(name, orphan.pid()));
                Processes.end(orphan, name.equals("postgres") ? "INT" : "TERM", ORPHAN_PATIENCE);
              });
      file.delete();
    }
  }

  /** Root on a user's state would leave files behind that the user cannot open any more. */
  private void requireOwnState() {
    try {
      Path folder = home.folder("run");
      Path probe = Files.createTempFile(folder, "owner", "");
      boolean same = Files.getOwner(probe).equals(Files.getOwner(folder));
      Files.delete(probe);
      if (same) return;
      String owner = Files.getOwner(folder).getName();
      throw Trouble.of(
          "%1$s belongs to %2$s. Run as %2$s, or set FEIERABEND_VAR to another directory."
              .formatted(home.var(), owner),
          "%1$s gehört %2$s. Als %2$s starten oder FEIERABEND_VAR auf ein anderes Verzeichnis setzen."
              .formatted(home.var(), owner));
    } catch (IOException | UncheckedIOException e) {
      throw Trouble.of(
          "Cannot write in %s (%s). Set FEIERABEND_VAR to a directory of your own."
              .formatted(home.var(), e),
          "In %s lässt sich nicht schreiben (%s). FEIERABEND_VAR auf ein eigenes Verzeichnis setzen."
              .formatted(home.var(), e),
          e);
    }
  }

  private Trouble alreadyRunning() {
    String where =
        InstanceFile.read(InstanceFile.path(home))
            .map(file -> "%s (pid %d)".formatted(file.http(), file.pid()))
            .orElse("…");
    return Trouble.of(
        "Feierabend already runs on %s: %s".formatted(home.var(), where),
        "Feierabend läuft schon auf %s: %s".formatted(home.var(), where));
  }

  synchronized void close() {
    supervisor.close();
    if (lock.isEmpty()) return;
    try {
      Files.deleteIfExists(InstanceFile.path(home));
    } catch (IOException e) {
      console.warn(
          "Cannot delete " + InstanceFile.path(home),
          "Kann nicht löschen: " + InstanceFile.path(home));
    }
    lock.get().close();
    lock = Optional.empty();
  }
}
