package org.feierabend.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Trouble;
import org.feierabend.people.Role;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Matter;
import org.feierabend.signature.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing where no server is. */
class SignTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int sign(String... words) throws IOException {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Sign()
        .run(new Home(folder, folder.resolve("var")), List.of(words), new Console(out, out, false));
  }

  private Path text() throws IOException {
    return Files.writeString(
        folder.resolve("suspension.json"),
        new Declaration(
                new EmployerId("town"),
                Role.COUNCIL,
                Declaration.FIRST,
                Instant.parse("2026-12-01T12:00:00Z"),
                new Matter.Suspension("a figure is wrong"))
            .text());
  }

  @Test
  void a_key_made_here_signs_what_the_server_can_check() throws IOException {
    Path key = folder.resolve("council.key");
    assertEquals(0, sign("--new-key", key.toString()));
    PublicKey open = PublicKey.ofPem(Files.readString(folder.resolve("council.pub")));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains(open.fingerprint()));
    assertEquals(0, sign("--key", key.toString(), "--as", "council", text().toString()));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("a figure is wrong"));
    JsonNode signed =
        new ObjectMapper().readTree(folder.resolve("suspension.json.signed.json").toFile());
    assertTrue(open.verifies(signed.path("text").asText(), signed.path("signature").asText()));
    assertFalse(
        open.verifies(signed.path("text").asText() + " ", signed.path("signature").asText()));
  }

  @Test
  void nobody_signs_for_the_other_side_or_writes_over_a_key() throws IOException {
    Path key = folder.resolve("hr.key");
    sign("--new-key", key.toString());
    String document = text().toString();
    assertThrows(Trouble.class, () -> sign("--key", key.toString(), "--as", "hr", document));
    assertThrows(Trouble.class, () -> sign("--new-key", key.toString()));
    assertThrows(Trouble.class, () -> sign("--key", document, "--as", "council", document));
    assertThrows(Trouble.class, () -> sign("--key", key.toString(), "--as", "council"));
  }
}
