package org.feierabend.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** The embedded Kafka broker: one KRaft node in a JVM of its own, data in var/kafka. */
final class Kafka implements Part {
  static final String USER = "feierabend";

  /** Shared with the launcher, so Maven puts them beside it and not beside the broker. */
  private static final List<String> SHARED =
      List.of(
          "kafka-clients", "jackson", "slf4j", "lz4", "snappy", "zstd", "snakeyaml", "jspecify");

  private final Home home;
  private final Ports ports;

  Kafka(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String title() {
    return "Kafka";
  }

  String bootstrap() {
    return "127.0.0.1:" + ports.kafka();
  }

  /** Settings every client needs to be let in. */
  Map<String, String> client() {
    return Map.of(
        "bootstrap.servers",
        bootstrap(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        login(""));
  }

  private String login(String further) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;"
        .formatted(USER, password(), further);
  }

  private String password() {
    return Secrets.in(home.secret("kafka-password"));
  }

  private Path settings() {
    return home.secret("kafka.properties");
  }

  private Path data() {
    return home.var().resolve("kafka");
  }

  @Override
  public void prepare() {
    if (!Files.exists(data().resolve("meta.properties"))) format();
    Secrets.write(settings(), broker(data()));
  }

  /** Formatted under another name first, so a directory that was cut off is never used. */
  private void format() {
    Path draft = home.var().resolve("kafka.new");
    Folders.delete(draft);
    Secrets.write(settings(), broker(draft));
    Processes.run(
        java(
            "-Xmx96m",
            "kafka.tools.StorageTool",
            "format",
            "--standalone",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            settings().toString()),
        "",
        home.log(name()),
        "Kafka StorageTool");
    Folders.rename(draft, data());
  }

  private String broker(Path data) {
    String users = login(" user_%s=\"%s\"".formatted(USER, password()));
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=CLIENT://127.0.0.1:%1$d
        listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        inter.broker.listener.name=CLIENT
        controller.listener.names=CONTROLLER
        sasl.enabled.mechanisms=PLAIN
        sasl.mechanism.inter.broker.protocol=PLAIN
        sasl.mechanism.controller.protocol=PLAIN
        listener.name.client.plain.sasl.jaas.config=%3$s
        listener.name.controller.plain.sasl.jaas.config=%3$s
        log.dirs=%4$s
        auto.create.topics.enable=false
        log.segment.delete.delay.ms=1000
        log.initial.task.delay.ms=1000
        log.retention.check.interval.ms=60000
        log.retention.hours=168
        log.index.size.max.bytes=1048576
        log.cleaner.dedupe.buffer.size=4194304
        log.cleaner.io.buffer.size=65536
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        num.network.threads=2
        num.io.threads=3
        num.recovery.threads.per.data.dir=1
        background.threads=2
        message.max.bytes=2097152
        metadata.max.idle.interval.ms=5000
        """
        .formatted(ports.kafka(), ports.controller(), users, data);
  }

  @Override
  public List<String> command() {
    return java("-Xms128m", "-Xmx288m", "kafka.Kafka", settings().toString());
  }

  private List<String> java(String... rest) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Java.program(),
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.SimpleFormatter.format=" + Payara.LOG_LINE,
                "-Djava.util.logging.config.file="
                    + home.config().resolve("logging-kafka.properties")));
    int options = 0;
    while (rest[options].startsWith("-")) command.add(rest[options++]);
    command.add("-cp");
    command.add(classPath());
    command.addAll(List.of(rest).subList(options, rest.length));
    return command;
  }

  private String classPath() {
    Path target = Java.target(home);
    try (Stream<Path> own = Files.list(target.resolve("kafka"));
        Stream<Path> shared = Files.list(target.resolve("lib"))) {
      return Stream.concat(own, shared.filter(Kafka::shared))
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot find the broker's jars below " + target, e);
    }
  }

  private static boolean shared(Path jar) {
    return SHARED.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }

  /** The broker opens its door only when it is ready to serve. */
  @Override
  public boolean ready() {
    return PortCheck.answers(ports.kafka());
  }
}
