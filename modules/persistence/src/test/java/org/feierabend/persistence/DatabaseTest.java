package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.feierabend.intake.StoreAway;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void a_server_that_is_not_there_is_waited_for_and_then_named_without_the_password()
      throws IOException {
    int free;
    try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = s.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:%d/feierabend".formatted(free);
    DatabaseSettings settings =
        new DatabaseSettings(url, "app", "geheim", 2, Duration.ofMillis(500));
    var away = assertThrows(StoreAway.class, () -> Database.open(settings));
    assertTrue(away.getMessage().contains(url), away.getMessage());
    assertFalse(away.getMessage().contains("geheim"), away.getMessage());
  }

  @Test
  void a_database_that_does_not_exist_is_no_reason_to_wait() {
    DatabaseSettings there = Postgres.freshSettings();
    DatabaseSettings wrong =
        DatabaseSettings.of(
            there.url().replaceFirst("/feierabend_\\d+", "/atlantis"), "postgres", "x");
    var refusal = assertThrows(IllegalStateException.class, () -> Database.open(wrong));
    assertTrue(refusal.getMessage().contains("no such database"), refusal.getMessage());
  }

  @Test
  void what_a_transaction_did_before_it_failed_is_undone() {
    try (Database database = Postgres.fresh()) {
      assertTrue(database.answers());
      assertThrows(
          ArithmeticException.class,
          () ->
              database.transaction(
                  c -> {
                    Sql.update(c, "CREATE TABLE half (a int)");
                    throw new ArithmeticException();
                  }));
      assertEquals(
          0,
          database
              .transaction(
                  c ->
                      Sql.query(
                          c, "SELECT 1 FROM pg_tables WHERE tablename = 'half'", r -> r.getInt(1)))
              .size());
    }
  }

  @Test
  void the_schema_is_migrated_once() {
    DatabaseSettings settings = Postgres.freshSettings();
    Database.open(settings).close();
    Database.open(settings).close();
  }
}
