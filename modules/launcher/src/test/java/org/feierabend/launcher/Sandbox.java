package org.feierabend.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A home of its own for a test: real settings and real servers, an empty WAR, a fresh var/. */
final class Sandbox {
  final Home home;
  final Ports ports;
  final ByteArrayOutputStream said = new ByteArrayOutputStream();
  final Console console;

  private static final Logger ROOT = Logger.getLogger("");

  static {
    ROOT.setLevel(Level.SEVERE);
  }

  Sandbox(Path folder) throws IOException {
    Path checkout = Path.of(System.getProperty("feierabend.home")).toAbsolutePath();
    Files.createDirectories(folder.resolve("modules/launcher"));
    Files.createDirectories(folder.resolve("modules/server/target"));
    Files.createDirectories(folder.resolve("config"));
    Files.createSymbolicLink(
        folder.resolve("modules/launcher/target"), checkout.resolve("modules/launcher/target"));
    for (String file : new String[] {"logging-server.properties", "logging-kafka.properties"})
      Files.copy(checkout.resolve("config").resolve(file), folder.resolve("config").resolve(file));
    emptyWar(folder.resolve("modules/server/target/feierabend.war"));
    home = new Home(folder, folder.resolve("var"));
    ports = freePorts();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    console = new Console(out, out, false);
  }

  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Below what systems give to outgoing connections, or a client may take one meanwhile. */
  static Ports freePorts() throws IOException {
    int from = 27_000 + ThreadLocalRandom.current().nextInt(5_000);
    for (int port = from; port < 32_700; port += 4)
      if (PortCheck.free(port)
          && PortCheck.free(port + 1)
          && PortCheck.free(port + 2)
          && PortCheck.free(port + 3)) return Ports.from(port);
    throw new IOException("No four free ports in a row were found.");
  }

  private static void emptyWar(Path war) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      zip.putNextEntry(new ZipEntry("index.html"));
      zip.write("<!doctype html><title>empty</title>".getBytes(StandardCharsets.UTF_8));
    }
  }
}
