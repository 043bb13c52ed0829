package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.feierabend.server.Browser.Answer;

/** A rule book is handed in, refused, approved, and takes force while others ask. */
record RuleBookDoors(Town town) {
  private static final Path RULES = Path.of(System.getProperty("feierabend.home"), "rules");
  private static final String OUTSIDE = "reachability/outside-window.drl";

  void handedInAndTakenForce() throws Exception {
    town.signing("town", "hr"); // whoever signs lives by signatures from now on
    town.signing("town", "council");
    String before = edition();
    for (String wrong :
        List.of(
            "rule \"x\" when eval(true) then end",
            "import java.io.File;",
            Files.readString(RULES.resolve(OUTSIDE)).replace("findings.", "System."))) {
      JsonNode refused = proved(bundle(OUTSIDE, drl -> wrong), Instant.now());
      assertEquals("refused", refused.path("state").asText(), refused.toString());
      JsonNode fault = refused.path("faults").path(0);
      assertEquals("rules/" + OUTSIDE, fault.path("file").asText(), refused.toString());
      assertTrue(fault.path("line").asInt() > 0, refused.toString());
      assertFalse(fault.path("reason").asText().isBlank(), refused.toString());
    }
    JsonNode noZip = proved("no zip".getBytes(StandardCharsets.UTF_8), Instant.now());
    assertEquals("refused", noZip.path("state").asText(), noZip.toString());
    assertEquals(404, town.operator.get("api/v1/rule-books/proofs/none").status());
    assertEquals(before, edition());

    Instant from = Instant.now().plusSeconds(75).truncatedTo(ChronoUnit.SECONDS);
    JsonNode proposed = proved(bundle(OUTSIDE, RuleBookDoors::reworded), from);
    assertEquals("proposed", proposed.path("state").asText(), proposed.toString());
    String path = "api/v1/rule-books/" + proposed.path("edition").asText();
    Browser hr = town.logIn("hanna");
    Browser council = town.logIn("carla");
    assertEquals(200, council.get(path + "/changes").status());
    approve(hr, "town", "hr", path);
    assertEquals("waiting", state(hr, path));
    approve(council, "town", "council", path);
    assertEquals("waiting", state(hr, path), "another employer has not agreed yet");
    approveElsewhere(path);
    assertEquals("approved", state(hr, path));

    Set<String> seen = new HashSet<>();
    Browser enforcer = town.machine("enforcer", "town");
    Browser bert = town.logIn("bert");
    while (Instant.now().isBefore(from.plusSeconds(2))) {
      JsonNode context =
          enforcer.post("access/v1/evaluation", Town.QUESTION).json().path("context");
      Instant asked = Instant.now();
      if (context.path("edition").asText().equals(before) && asked.isBefore(from))
        assertTrue(
            !java.time.OffsetDateTime.parse(context.path("valid_until").asText())
                .toInstant()
                .isAfter(from),
            context.toString());
      JsonNode own = bert.post("access/v1/evaluation", Town.QUESTION).json().path("context");
      String why = own.path("reasons").toString();
      if (why.contains("outside-window"))
        seen.add(own.path("edition").asText().equals(before) + " " + why.contains("Probe"));
      Thread.sleep(200);
    }
    assertNotEquals(before, edition());
    assertEquals("in-force", state(hr, path));
    assertFalse(seen.contains("true true") || seen.contains("false false"), seen.toString());
  }

  private void approveElsewhere(String path) {
    for (JsonNode employer : town.operator.get("api/v1/employers").json().path("employers")) {
      String id = employer.path("id").asText();
      if (!id.equals("town"))
        for (String role : List.of("hr", "council")) {
          String user = role + "-of-" + id;
          town.operator.post(
              "api/v1/accounts",
              "{\"user\":\"%s\",\"password\":\"%s\",\"roles\":[\"%s\"],\"employer\":\"%s\"}"
                  .formatted(user, Town.PASSWORD, role, id));
          approve(town.logIn(user), id, role, path);
        }
    }
  }

  private void approve(Browser browser, String employer, String side, String path) {
    Answer signed =
        town.signing(employer, side)
            .declares(
                browser,
                "{\"kind\":\"rule-book\",\"rules\":\"%s\"}"
                    .formatted(path.substring(path.lastIndexOf('/') + 1)));
    assertEquals(201, signed.status(), employer + " " + side + signed.body());
  }

  private String state(Browser browser, String path) {
    for (JsonNode p : browser.get("api/v1/rule-books").json().path("proposals"))
      if (path.endsWith(p.path("edition").asText())) return p.path("state").asText();
    return "none";
  }

  private String edition() {
    return town.machine("enforcer", "town")
        .post("access/v1/evaluation", Town.QUESTION)
        .json()
        .at("/context/edition")
        .asText();
  }

  /** What came of its proof, which whoever brings it does not wait for. */
  private JsonNode proved(byte[] zip, Instant from) throws InterruptedException {
    Answer accepted =
        town.operator.sendBytes("POST", "api/v1/rule-books?from=" + from, "application/zip", zip);
    assertEquals(202, accepted.status(), accepted.body());
    return proved(town.operator, accepted);
  }

  /** Follows the Location until it says more than that it is being proved. */
  static JsonNode proved(Browser browser, Answer accepted) throws InterruptedException {
    String path = accepted.header("Location").replaceFirst("^.*?/api/", "api/");
    for (int tries = 0; tries < 1_200; tries++) {
      Answer now = browser.get(path);
      assertEquals(200, now.status(), now.body());
      if (!now.json().path("state").asText().equals("proving")) return now.json();
      Thread.sleep(100);
    }
    throw new AssertionError("The proof does not end: " + browser.get(path).body());
  }

  private static String reworded(String drl) {
    return drl.replaceFirst("@de\\(\"", "@de(\"Probe: ");
  }

  private static byte[] bundle(String changed, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(RULES)) {
      for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = RULES.relativize(f).toString();
        zip.putNextEntry(new ZipEntry("rules/" + name));
        byte[] content = Files.readAllBytes(f);
        zip.write(
            name.equals(changed)
                ? change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
