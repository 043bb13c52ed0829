package org.feierabend.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;
import org.feierabend.channels.kafka.KafkaClients;
import org.feierabend.channels.kafka.KafkaTopics;

/** A real one-node broker in a JVM of its own, on 127.0.0.1 with free ports, ended by its pid. */
final class BrokerProcess {
  private final Path folder;
  private final int port = freePort();
  private Process process;

  BrokerProcess(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("broker.properties"),
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=CLIENT
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        log.segment.delete.delay.ms=1000
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        """
            .formatted(port, freePort(), folder.resolve("data")));
    String config = folder.resolve("broker.properties").toString();
    String id = Uuid.randomUuid().toString();
    String[] format = {"format", "--standalone", "--cluster-id", id, "--config", config};
    if (java("kafka.tools.StorageTool", format).waitFor() != 0)
      throw new IllegalStateException("The broker's directory was not made; see " + folder);
    start();
  }

  void start() throws IOException {
    process = java("kafka.Kafka", folder.resolve("broker.properties").toString());
    try (KafkaTopics topics =
        new KafkaTopics(new KafkaClients(Map.of("bootstrap.servers", address())))) {
      for (int tries = 0; !topics.reachable(); tries++)
        if (tries > 10 || !process.isAlive())
          throw new IllegalStateException("The broker did not start; see " + folder);
    }
  }

  /** As a crash would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  private Process java(String main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
        .start();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) kill();
  }
}
