package org.feierabend.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.channels.beside.Program;
import org.feierabend.channels.kafka.Broker;

/** The real Prosody with our module, on loopback, with a configuration to throw away. */
final class Prosody implements AutoCloseable {
  static final String HOST = "example.test";

  final int clients = Broker.freePort();

  private final Path folder;
  private final Program program;

  /**
   * @param http port at which the engine calls
   * @param module lines of the module's settings
   */
  Prosody(Path folder, int http, List<String> people, String module) {
    this.folder = folder;
    Path data = folder.resolve("data");
    try {
      Path accounts = Files.createDirectories(data.resolve("example%2etest/accounts"));
      for (String person : people)
        Files.writeString(
            accounts.resolve(person + ".dat"), "return { [\"password\"] = \"secret\" };\n");
      Files.writeString(
          folder.resolve("prosody.cfg.lua"),
          """
          run_as_root = true
          pidfile = "%1$s/prosody.pid"
          data_path = "%2$s"
          plugin_paths = { "%3$s/config/prosody" }
          interfaces = { "127.0.0.1" }
          http_interfaces = { "127.0.0.1" }
          c2s_ports = { %4$d }
          c2s_direct_tls_ports = {}
          http_ports = { %5$d }
          https_ports = {}
          http_default_host = "example.test"
          authentication = "internal_plain"
          allow_unencrypted_plain_auth = true
          c2s_require_encryption = false
          modules_enabled = { "roster", "saslauth", "disco", "carbons", "mam", "offline", "feierabend" }
          modules_disabled = { "s2s", "tls", "posix" }
          log = { { levels = { min = "info" }, to = "file", filename = "%1$s/prosody.log" } }
          %6$s
          VirtualHost "example.test"
          Component "rooms.example.test" "muc"
            restrict_room_creation = false
            muc_room_locking = false
          """
              .formatted(
                  folder, data, System.getProperty("feierabend.home"), clients, http, module));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    program =
        new Program(
            folder.resolve("prosody.out"),
            clients,
            "prosody",
            "--config",
            folder.resolve("prosody.cfg.lua").toString(),
            "-F");
    start();
  }

  void start() {
    program.start();
  }

  void stop() {
    program.stop();
  }

  String log() throws IOException {
    Path log = folder.resolve("prosody.log");
    return program.said() + (Files.exists(log) ? Files.readString(log) : "");
  }

  @Override
  public void close() {
    program.close();
  }
}
