package org.feierabend.channels.kafka;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/**
 * A real one-node broker in a JVM of its own, on 127.0.0.1 with free ports, ended by its pid. For
 * the tests of this module and of those above it.
 */
public final class Broker {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet(); // none twice

  private final int port = freePort();
  private Process process;

  /**
   * @param folder for settings, data and log; made when it is not there
   */
  public Broker(Path folder) throws IOException, InterruptedException {
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
        log.initial.task.delay.ms=1000
        log.index.size.max.bytes=1048576
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        num.network.threads=2
        num.io.threads=3
        """
            .formatted(port, freePort(), folder.resolve("data")));
    Process format =
        java(
            "kafka.tools.StorageTool",
            "format",
            "--standalone",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            folder.resolve("broker.properties").toString());
    if (format.waitFor() != 0) throw new IllegalStateException("see " + folder);
    start();
  }

  public void start() throws IOException {
    process = java("kafka.Kafka", folder.resolve("broker.properties").toString());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (KafkaTopics topics = new KafkaTopics(clients())) {
      while (!topics.reachable())
        if (System.nanoTime() > deadline || !process.isAlive())
          throw new IllegalStateException("The broker did not start; see " + folder);
    }
  }

  /** As a crash would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public KafkaClients clients() {
    return new KafkaClients(Map.of("bootstrap.servers", address()));
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  private Process java(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
        .start();
  }

  /** Below what systems give to outgoing connections, or a client may take it meanwhile. */
  public static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_700);
      if (!GIVEN.add(port)) continue;
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        continue;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) kill();
  }
}
