package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Set;
import org.feierabend.decision.Language;
import org.feierabend.policy.OpenData.Licence;
import org.feierabend.policy.Reporting;
import org.feierabend.report.ReportPeriod.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When reports go out, to whom, and under which licence, as the policy says. */
class ReportingFormTest {
  @TempDir Path folder;

  private Reporting read(String yaml) throws IOException {
    Path file = folder.resolve("r.yaml");
    Files.writeString(file, yaml);
    return ReportingForm.read(Entry.read(file));
  }

  private String refusal(String yaml) {
    return assertThrows(Unreadable.class, () -> read(yaml)).getMessage();
  }

  @Test
  void what_is_said_is_read() throws IOException {
    Reporting reporting =
        read(
            """
            at: "06:30"
            recipients: [ { to: council@town.example, language: EN, kinds: [MONTHLY, YEARLY], person: p-1 } ]
            open-data: { licence: DL-DE/BY-2-0, publisher: Town, contact: data@town.example }
            """);
    assertEquals(LocalTime.of(6, 30), reporting.at());
    Reporting.Recipient council = reporting.recipients().get(0);
    assertEquals(Language.EN, council.language());
    assertEquals(Set.of(Kind.MONTHLY, Kind.YEARLY), council.kinds());
    assertEquals("p-1", council.person().orElseThrow().value());
    assertEquals(Licence.DL_DE_BY, reporting.openData().orElseThrow().licence());
  }

  @Test
  void what_is_wrong_is_named() {
    String licence =
        refusal("open-data: { licence: mine, publisher: Town, contact: data@town.example }");
    assertTrue(licence.contains("'mine'") && licence.contains("dl-de/zero-2-0"), licence);
    String contact = refusal("open-data: { licence: cc-zero, publisher: Town, contact: somebody }");
    assertTrue(contact.contains("'somebody'"), contact);
    String to = refusal("recipients: [ { to: nobody, language: DE, kinds: [WEEKLY] } ]");
    assertTrue(to.contains("'nobody'"), to);
    String kind = refusal("recipients: [ { to: a@b.example, language: DE, kinds: [DAILY] } ]");
    assertTrue(kind.contains("DAILY"), kind);
  }
}
