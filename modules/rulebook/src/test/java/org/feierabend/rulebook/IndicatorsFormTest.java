package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.policy.Policy;
import org.feierabend.report.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which indicators a quarter publishes is a word of the policy. */
class IndicatorsFormTest {
  @TempDir Path home;

  private Policy policy(String indicators) throws IOException {
    Path checkout = Path.of(System.getProperty("feierabend.home"));
    Path folder = Files.createDirectories(home.resolve("config/policies"));
    Files.writeString(
        folder.resolve("p0.yaml"),
        Files.readString(checkout.resolve("config/policies/p0.yaml")) + indicators);
    if (Files.notExists(home.resolve("rules")))
      Files.createSymbolicLink(home.resolve("rules"), checkout.resolve("rules").toAbsolutePath());
    return new YamlPolicies(home).policy("p0");
  }

  private String refusal(String indicators) {
    return assertThrows(Unreadable.class, () -> policy(indicators)).getMessage();
  }

  @Test
  void a_quarter_that_is_not_named_publishes_the_core_ones() throws IOException {
    Policy policy =
        policy("indicators: { 2026-Q3: [telework-day, meetings-without-break, rest-cut-short] }");
    assertEquals(
        List.of(Indicator.TELEWORK, Indicator.MEETING_DENSITY, Indicator.REST_CUT),
        policy.indicators("2026-Q3"));
    assertEquals(Indicator.CORE, policy.indicators("2026-Q4"));
  }

  @Test
  void a_fourth_a_repeated_and_an_unknown_one_are_refused_by_name() {
    String four =
        refusal(
            "indicators: { 2026-Q3: [telework-day, meetings-without-break, rest-cut-short, contacts-outside-window] }");
    assertTrue(
        four.contains("/indicators/2026-Q3") && four.contains("different values is: 3"), four);
    String twice = refusal("indicators: { 2026-Q3: [telework-day, telework-day, rest-cut-short] }");
    assertTrue(twice.contains("/indicators/2026-Q3") && twice.contains("only once"), twice);
    String unknown = refusal("indicators: { 2026-Q3: [mails, telework-day, rest-cut-short] }");
    assertTrue(unknown.contains("'mails'") && unknown.contains("telework-day"), unknown);
    String quarter =
        refusal("indicators: { Q3: [telework-day, meetings-without-break, rest-cut-short] }");
    assertTrue(quarter.contains("/indicators/Q3"), quarter);
  }
}
