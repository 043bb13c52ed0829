package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A part that has been started: its process, its log and its pid file. */
final class Child {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOG_BYTES = 20L << 20;

  private final Part part;
  private final Path log;
  private final PidFile pidFile;
  private final Process process;

  private final LogWatch watch;

  private Child(Part part, Path log, PidFile pidFile, LogWatch watch, Process process) {
    this.part = part;
    this.log = log;
    this.pidFile = pidFile;
    this.watch = watch;
    this.process = process;
  }

  static Child start(Home home, Part part) {
    part.prepare();
    Path log = home.log(part.name());
    PidFile pidFile = pidFile(home, part.name());
    try {
      if (Files.exists(log) && Files.size(log) > LOG_BYTES)
        Files.move(
            log, log.resolveSibling(part.name() + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
      ProcessBuilder builder =
          new ProcessBuilder(apart(part.command()))
              .directory(home.var().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(part.environment());
      LogWatch watch = new LogWatch(log, part.title(), part.failure());
      Process process = builder.start();
      process.getOutputStream().close();
      pidFile.write(process.toHandle());
      return new Child(part, log, pidFile, watch, process);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + part.title(), e);
    }
  }

  static PidFile pidFile(Home home, String name) {
    return new PidFile(home.run(name + ".pid"));
  }

  Part part() {
    return part;
  }

  Path log() {
    return log;
  }

  LogWatch watch() {
    return watch;
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  int exitStatus() {
    return process.exitValue();
  }

  void stop() {
    Processes.end(process.toHandle(), part.stopSignal(), PATIENCE);
    pidFile.delete();
  }

  /** A session of its own, so that Ctrl-C reaches the launcher alone and parts end in order. */
  private static List<String> apart(List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) return command;
    List<String> own = new ArrayList<>(List.of("/usr/bin/setsid"));
    own.addAll(command);
    return own;
  }
}
