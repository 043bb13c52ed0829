package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.feierabend.rulebook.BuiltIn;
import org.feierabend.server.Browser.Answer;
import org.feierabend.signature.SigningKey;

/** A live employer's policy from the first key to the signature, over HTTP. */
record PolicyDoors(Town town) {
  private static final String LIVE = "live";
  private static final String POLICIES = "api/v1/policies";

  void signedAndInForce() {
    Town.created(
        town.operator.post(
            "api/v1/employers",
            "{\"id\":\"live\",\"name\":\"Live\",\"zone\":\"Europe/Berlin\",\"municipality\":\"09564000\","
                + "\"policy\":\"city\",\"units\":[{\"id\":\"office\",\"name\":{\"de\":\"Amt\",\"en\":\"Office\"},\"parent\":null}],"
                + "\"people\":[{\"id\":\"lena\",\"unit\":\"office\"}]}"));
    town.account("live-hr", "hr", LIVE, null);
    town.account("live-council", "council", LIVE, null);
    town.account("lena", "employee", LIVE, "lena");
    Browser hr = town.logIn("live-hr");
    Browser council = town.logIn("live-council");
    assertTrue(inForce().contains(BuiltIn.HASH), "what its row names, city, was never signed");

    assertEquals(
        422,
        new Signer(SigningKey.create())
            .declares(hr, "{\"kind\":\"suspension\",\"reason\":\"no key\"}")
            .status(),
        "no key is pinned");
    keptOnlyWrapped(hr);
    Signer hrKey = town.signing(LIVE, "hr");
    Signer councilKey = town.signing(LIVE, "council");
    assertEquals(
        409,
        town.operator
            .post(
                "api/v1/signatures/keys/pins",
                Signer.json(
                    Map.of(
                        "employer",
                        LIVE,
                        "side",
                        "hr",
                        "key",
                        councilKey.key().publicKey().base64())))
            .status());

    String rejected = proposed(hr, hrKey, draft(hr, today(), "18:00"));
    assertEquals(
        201,
        councilKey
            .declares(
                council,
                "{\"kind\":\"rejection\",\"edition\":\"%s\",\"reason\":\"too early\"}"
                    .formatted(rejected))
            .status());
    assertEquals("rejected", state(hr, rejected));

    String edition = proposed(hr, hrKey, draft(hr, today(), "17:30"));
    String approval = "{\"kind\":\"approval\",\"edition\":\"%s\"}".formatted(edition);
    String text = council.post("api/v1/signatures/texts", approval).json().path("text").asText();
    assertEquals(422, hrKey.handsIn(council, hrKey.key().sign(text)).status(), "HR's key");
    assertEquals(403, hrKey.handsIn(hr, councilKey.key().sign(text)).status(), "HR's log-in");
    assertEquals("proposed", state(hr, edition));
    forge(text, hrKey);
    assertTrue(inForce().contains(BuiltIn.HASH), inForce());
    assertEquals(201, councilKey.handsIn(council, councilKey.key().sign(text)).status());
    assertEquals("in-force", state(hr, edition));
    assertTrue(
        town.operator
            .get("api/v1/audit?employer=" + LIVE)
            .body()
            .lines()
            .anyMatch(
                row ->
                    row.contains("\"policy.in-force\"")
                        && row.contains("\"edition\":\"" + edition + "\"")),
        "rows of one edition are found by one name");
    assertTrue(hr.get(POLICIES).json().path("reporting").asBoolean());
    assertFalse(inForce().contains(BuiltIn.HASH), inForce());
    assertTrue(town.health().contains("unsigned declarations of live"), town.health());

    suspended(council, councilKey, edition);
    new SignedBundleDoors(town).handedOn(hr, hrKey.key().publicKey(), councilKey.key().publicKey());
    consulted(hr, hrKey, council, councilKey);
  }

  /** A key in the clear is refused; what is kept is not replaced unseen. */
  private static void keptOnlyWrapped(Browser hr) {
    SigningKey key = SigningKey.create();
    Answer clear = kept(hr, key, key.pem());
    assertEquals(400, clear.status(), clear.body());
    assertEquals("/wrapped", clear.json().path("field").asText());
    assertEquals(201, kept(hr, key, wrapped("AAAA")).status());
    assertEquals(201, kept(hr, key, wrapped("AAAA")).status(), "the same again");
    assertEquals(409, kept(hr, key, wrapped("BBBB")).status(), "another wrapping");
    JsonNode keys = hr.get("api/v1/signatures/keys").json().path("keys");
    assertEquals(1, keys.size());
    assertEquals(wrapped("AAAA"), keys.path(0).path("wrapped").asText());
  }

  private static Answer kept(Browser hr, SigningKey key, String wrapped) {
    return hr.post(
        "api/v1/signatures/keys",
        Signer.json(Map.of("key", key.publicKey().base64(), "wrapped", wrapped)));
  }

  private static String wrapped(String begin) {
    return "{\"iterations\":600000,\"salt\":\"%s==\",\"iv\":\"%s\",\"key\":\"%s==\"}"
        .formatted("A".repeat(22), "A".repeat(16), begin + "A".repeat(82));
  }

  /** What somebody with the database alone can do. */
  private void forge(String approval, Signer hr) {
    town.sql(
        "ALTER TABLE declaration DISABLE TRIGGER ALL",
        "INSERT INTO declaration (employer, side, after, text, signature) VALUES ('live', 'COUNCIL', 'forged', '%s', '%s')"
            .formatted(approval, hr.key().sign(approval).signature()),
        "ALTER TABLE declaration ENABLE TRIGGER ALL",
        "UPDATE employer SET synthetic = true, policy = 'city' WHERE id = 'live'");
    // looks at the database anew, as it does each half minute
    town.operator.get("api/v1/signatures?employer=live");
  }

  private void suspended(Browser council, Signer key, String edition) {
    assertEquals(
        201, key.declares(council, "{\"kind\":\"suspension\",\"reason\":\"a figure\"}").status());
    JsonNode now = council.get(POLICIES).json();
    assertFalse(now.path("reporting").asBoolean());
    assertEquals("council", now.path("suspended").path(0).asText());
    assertEquals(edition, now.path("in_force").asText(), "protections go on");
    assertEquals(201, key.declares(council, "{\"kind\":\"resumption\"}").status());
    assertEquals(
        409,
        key.declares(
                council,
                "{\"kind\":\"termination\",\"edition\":\"%s\",\"ends\":\"%s\",\"reason\":\"too soon\"}"
                    .formatted(edition, today().plusMonths(2)))
            .status());
    assertEquals(
        201,
        key.declares(
                council,
                "{\"kind\":\"attachment\",\"edition\":\"%s\",\"agreement\":\"%s\",\"resolved\":\"%s\",\"number\":\"12/2026\"}"
                    .formatted(edition, "a".repeat(64), today()))
            .status());
    assertEquals(
        "12/2026", council.get(POLICIES).json().at("/editions/0/papers/0/number").asText());
  }

  private void consulted(Browser hr, Signer hrKey, Browser council, Signer councilKey) {
    String draft = draft(hr, today().plusDays(20), "17:00");
    Answer proposal =
        hrKey.declares(
            hr,
            "{\"kind\":\"proposal\",\"draft\":\"%s\",\"consultation\":\"%s\"}"
                .formatted(draft, today().plusDays(3)));
    assertEquals(201, proposal.status(), proposal.body());
    String edition = hr.get(POLICIES).json().at("/editions/0/edition").asText();
    assertEquals("consultation", state(hr, edition));
    Browser lena = town.logIn("lena");
    String comments = POLICIES + "/" + edition + "/comments";
    assertEquals(204, lena.post(comments, "{\"text\":\"=too late\"}").status());
    assertEquals(204, lena.post(comments, "{\"text\":\"fine\",\"named\":true}").status());
    assertEquals(403, hr.post(comments, "{\"text\":\"HR\"}").status());
    JsonNode one = council.get(POLICIES + "/" + edition).json();
    assertEquals(2, one.path("comments").size());
    for (JsonNode c : one.path("comments"))
      assertEquals(c.path("text").asText().equals("fine"), c.has("by"), c.toString());
    toldInSentences(hr, lena, council, edition);
    assertEquals(
        409,
        councilKey
            .declares(council, "{\"kind\":\"approval\",\"edition\":\"%s\"}".formatted(edition))
            .status(),
        "the consultation runs");
    Answer pdf = council.get(POLICIES + "/" + edition + "/pdf");
    assertEquals(200, pdf.status());
    assertTrue(new String(pdf.bytes(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    String page = council.get(POLICIES + "/" + edition + "/html").body();
    assertTrue(page.contains("too late") && !page.contains("lena"), page);
    String csv = council.get(POLICIES + "/" + edition + "/comments.csv").body();
    assertTrue(csv.contains("\"'=too late\""), csv);
  }

  /** Everybody who may comment reads what HR read in its draft, and so does whoever it is shown. */
  private void toldInSentences(Browser hr, Browser lena, Browser council, String edition) {
    JsonNode one = lena.get(POLICIES + "/" + edition).json();
    String before =
        hr.get(POLICIES + "/" + one.at("/row/previous").asText()).json().path("text").asText();
    JsonNode said =
        hr.post(
                "api/v1/policy/difference",
                Signer.json(Map.of("before", before, "after", one.path("text").asText())))
            .json();
    assertEquals(said.path("parameters"), one.path("parameters"));
    assertEquals("Gilt ab", one.at("/words/0/lines/1/title/de").asText(), one.toString());
    assertTrue(one.path("decisions").isMissingNode(), "the first answer waits for nothing");
    for (Browser reader : List.of(lena, council))
      assertEquals(
          said.path("decisions"),
          reader.get(POLICIES + "/" + edition + "/decisions").json().path("decisions"));
    assertTrue(said.path("decisions").size() > 0, said.toString());
    String shown = POLICIES + "/" + edition;
    for (String kind : List.of("parameters", "decisions"))
      for (JsonNode sentence : said.path(kind)) {
        String de = sentence.path("de").asText();
        assertTrue(council.get(shown + "/html").body().contains(escaped(de)), de);
        assertTrue(
            council
                .get(shown + "/html?language=en")
                .body()
                .contains(escaped(sentence.path("en").asText())));
        assertTrue(
            council.get(shown + "/comments.csv").body().contains(de.replace("\"", "\"\"")), de);
      }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** Handed in once however often it is sent; changed only by who has read it. */
  private String draft(Browser hr, LocalDate from, String end) {
    String text =
        BuiltIn.document()
            .replace("name: built-in", "name: live")
            .replace("1900-01-01", from.toString())
            .replace("07:00-19:00", "07:00-" + end);
    hr.with("Idempotency-Key", UUID.randomUUID().toString());
    String body = Signer.json(Map.of("text", text + "daily-rest: PT9H\n"));
    Answer weak = hr.post(POLICIES + "/drafts", body);
    Answer again = hr.post(POLICIES + "/drafts", body);
    assertEquals(weak.body(), again.body());
    assertEquals("true", again.header("Idempotency-Replayed"));
    assertEquals(422, hr.post(POLICIES + "/drafts", Signer.json(Map.of("text", text))).status());
    hr.without("Idempotency-Key");
    assertTrue(weak.body().contains("ArbZG"), weak.body());
    String path = POLICIES + "/drafts/" + weak.json().path("id").asText();
    String whole = Signer.json(Map.of("text", text));
    assertEquals(428, hr.send("PUT", path, "application/json", whole).status());
    for (List<Object> step : List.of(List.<Object>of("\"7\"", 412), List.<Object>of("\"1\"", 200)))
      assertEquals(
          step.get(1),
          hr.with("If-Match", step.get(0).toString())
              .send("PUT", path, "application/json", whole)
              .status());
    hr.without("If-Match");
    return weak.json().path("id").asText();
  }

  private String proposed(Browser hr, Signer key, String draft) {
    String before = hr.get(POLICIES).json().at("/editions/0/edition").asText();
    Answer answer = key.declares(hr, "{\"kind\":\"proposal\",\"draft\":\"%s\"}".formatted(draft));
    assertEquals(201, answer.status(), answer.body());
    String edition = hr.get(POLICIES).json().at("/editions/0/edition").asText();
    assertNotEquals(before, edition);
    return edition;
  }

  private String state(Browser browser, String edition) {
    for (JsonNode e : browser.get(POLICIES).json().path("editions"))
      if (e.path("edition").asText().equals(edition)) return e.path("state").asText();
    return "none";
  }

  private String inForce() {
    for (JsonNode check : json(town.health()).path("checks"))
      if (check.path("data").has("policy of live"))
        return check.path("data").path("policy of live").asText();
    return town.health();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Berlin"));
  }
}
