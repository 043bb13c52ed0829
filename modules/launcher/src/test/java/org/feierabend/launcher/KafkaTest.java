package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {
  @TempDir Path folder;

  @Test
  void topics_survive_a_kill_and_deleted_ones_leave_the_disk_within_seconds() throws Exception {
    Sandbox sandbox = new Sandbox(folder);
    Kafka kafka = new Kafka(sandbox.home, sandbox.ports);
    try (Supervisor first = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
      first.start(kafka);
      first.await("kafka");
      try (Admin admin = Admin.create(new HashMap<String, Object>(kafka.client()))) {
        admin
            .createTopics(
                List.of(new NewTopic("kept", 2, (short) 1), new NewTopic("gone", 2, (short) 1)))
            .all()
            .get();
        admin.deleteTopics(List.of("gone")).all().get();
      }
      long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (partitions(sandbox, "gone") > 0 && System.nanoTime() < deadline) Thread.sleep(100);
      assertEquals(0, partitions(sandbox, "gone"));
      ProcessHandle process = ProcessHandle.of(first.pids().get("kafka")).orElseThrow();
      Processes.end(process, "KILL", Duration.ofSeconds(5));
    }
    try (Supervisor second = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
      second.start(kafka);
      second.await("kafka");
      try (Admin admin = Admin.create(new HashMap<String, Object>(kafka.client()))) {
        assertEquals(Set.of("kept"), admin.listTopics().names().get());
      }
      try (Admin stranger =
          Admin.create(
              Map.<String, Object>of(
                  "bootstrap.servers", kafka.bootstrap(),
                  "default.api.timeout.ms", 2000,
                  "request.timeout.ms", 1500))) {
        assertThrows(ExecutionException.class, () -> stranger.listTopics().names().get());
      }
    }
    assertTrue(!PortCheck.answers(sandbox.ports.kafka()));
  }

  private static long partitions(Sandbox sandbox, String topic) throws Exception {
    try (Stream<Path> folders = Files.list(sandbox.home.var().resolve("kafka"))) {
      return folders.filter(f -> f.getFileName().toString().startsWith(topic)).count();
    }
  }
}
