package org.feierabend.channels.people;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.channels.beside.Program;
import org.feierabend.channels.kafka.Broker;

/** Debian's slapd on loopback, with a configuration and data that are thrown away. */
final class Slapd implements AutoCloseable {
  static final String ADMIN = "cn=admin,dc=town,dc=example";
  static final String READER = "cn=reader,dc=town,dc=example";
  static final String PASSWORD = "read-only-please";
  private static final Path BINARY = Path.of("/usr/sbin/slapd");

  private final Path folder;
  private final int port;
  private final Program program;

  Slapd(Path folder) throws IOException {
    String missing = System.getProperty("feierabend.skip.ldap", "");
    if (missing.isEmpty() && !Files.isExecutable(BINARY)) missing = "missing-packages:slapd";
    assumeFalse(!missing.isEmpty() && !"true".equals(System.getenv("CI")), missing);
    this.folder = folder;
    port = Broker.freePort();
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("slapd.conf"),
        """
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        database mdb
        maxsize 67108864
        suffix "dc=town,dc=example"
        rootdn "%s"
        rootpw "%s"
        directory %s
        sizelimit size=500 size.prtotal=unlimited
        access to attrs=userPassword by anonymous auth by * none
        access to attrs=entry,children,objectClass,ou,description,uid,mail,departmentNumber,labeledURI by users read by * none
        access to * by * none
        """
            .formatted(ADMIN, PASSWORD, folder.resolve("data")));
    program =
        new Program(
            folder.resolve("slapd.log"),
            port,
            BINARY.toString(),
            "-f",
            conf(),
            "-h",
            url(),
            "-d",
            "0");
  }

  String url() {
    return "ldap://127.0.0.1:" + port;
  }

  /** The data there is from now on. */
  void load(String ldif) throws IOException, InterruptedException {
    stop();
    try (var old = Files.list(folder.resolve("data"))) {
      for (Path file : old.toList()) Files.delete(file);
    }
    Path file = folder.resolve("all.ldif");
    Files.writeString(file, ldif);
    run(List.of("/usr/sbin/slapadd", "-f", conf(), "-l", file.toString()));
    start();
  }

  void start() {
    program.start();
  }

  void stop() {
    program.stop();
  }

  private String conf() {
    return folder.resolve("slapd.conf").toString();
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Process once =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("slapadd.log").toFile())
            .start();
    if (once.waitFor() != 0)
      throw new IOException("slapadd: " + Files.readString(folder.resolve("slapadd.log")));
  }

  @Override
  public void close() {
    program.close();
  }
}
