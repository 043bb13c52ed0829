package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Unmistakable words in every place of one mail, and where they could have been left. */
final class MailMarkers {
  static final List<String> PLACES = List.of("subject", "header", "body", "attachment");
  private static final String PLANTED = "planted";

  private final RunningInstance instance;
  private final Traces traces;
  private final String marker = "marker-" + Long.toString(System.nanoTime(), 36);

  MailMarkers(RunningInstance instance) throws SQLException {
    this.instance = instance;
    traces = Traces.from(instance);
  }

  String in(String place) {
    return place + marker;
  }

  String mail() {
    return """
    From: awake
    To: resting
    Subject: subject%1$s
    X-Anything: header%1$s
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b

    body%1$s

    --b
    Content-Type: application/octet-stream
    Content-Disposition: attachment; filename="attachment%1$s"

    x
    --b--
    """
        .formatted(marker);
  }

  /** What a mail server would add to its question that hands on what it should not. */
  String careless() {
    return "subject=subject%1$s\nbody=body%1$s\n".formatted(marker);
  }

  /**
   * @param known a text the engine has in its memory, so that the search is seen to search it
   */
  void areNowhereInTheEngine(String known) throws Exception {
    Needles needles = Needles.of(marker);
    Path heap = heap();
    assertTrue(Needles.of(known).inFile(heap), "the heap is the right one");
    assertFalse(needles.inFile(heap), "in the heap");
    assertEquals(Set.of(), traces.inDump(needles), "in the database");
    assertEquals(Set.of(), traces.inWal(needles), "in the WAL");
    assertEquals(Set.of(), traces.inKafka(needles), "in Kafka");
    assertEquals(Set.of(), traces.inLogs(needles), "in logs");
  }

  /** The heap keeps what a careless server sent; elsewhere we put the marker ourselves. */
  void areFoundWherePlanted() throws Exception {
    Needles needles = Needles.of(marker);
    assertTrue(needles.inFile(heap()), "with stripping off the heap holds it");
    try (Connection c = instance.database();
        Statement s = c.createStatement()) {
      s.execute("CREATE TABLE " + PLANTED + " AS SELECT '" + marker + "'::text AS word");
    }
    assertEquals(Set.of("public." + PLANTED), traces.inDump(needles));
    assertFalse(traces.inWal(needles).isEmpty(), "the WAL is searched");
    try (Admin admin = Admin.create(instance.kafka());
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(instance.kafka(), new StringSerializer(), new StringSerializer())) {
      admin
          .createTopics(List.of(new NewTopic(PLANTED, Optional.of(1), Optional.empty())))
          .all()
          .get();
      producer.send(new ProducerRecord<>(PLANTED, marker)).get();
    }
    assertFalse(traces.inKafka(needles).isEmpty(), "Kafka is searched");
    Files.writeString(instance.var().resolve("log/planted.log"), marker);
    assertFalse(traces.inLogs(needles).isEmpty(), "logs are searched");
  }

  /** All objects, those nobody refers to any more among them. */
  private Path heap() throws IOException {
    Path file = instance.var().resolveSibling("markers-heap.hprof");
    Files.deleteIfExists(file);
    String said =
        Postfix.run(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(instance.serverPid()),
            "GC.heap_dump",
            "-all",
            file.toString());
    if (!Files.exists(file)) throw new AssertionError("No heap dump: " + said);
    return file;
  }
}
