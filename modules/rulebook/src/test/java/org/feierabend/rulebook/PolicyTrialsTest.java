package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.policy.PolicyTrials.ScenarioText;
import org.feierabend.policy.PolicyTrials.Tried;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proposal would change, in words, and what scenarios say of it. */
class PolicyTrialsTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final RulebookReachabilities BOOK = new RulebookReachabilities(HOME);
  private static final PolicyTrials TRIALS =
      new DroolsPolicyTrials(
          HOME,
          BOOK,
          new DroolsMinimisation(HOME),
          new DroolsTelework(HOME),
          new DroolsAlerts(HOME));
  private static final PolicyDraft P0 = draft("");

  @TempDir Path folder;

  /** P0, with these lines in place of those of the same key. */
  private static PolicyDraft draft(String changed) {
    PolicyForms.Reading reading = new YamlPolicyForms(HOME).read(text(changed));
    if (reading instanceof PolicyDraft draft) return draft;
    throw new AssertionError(reading.toString());
  }

  private static String text(String changed) {
    try {
      String p0 = Files.readString(HOME.resolve("config/policies/p0.yaml"));
      for (String line : changed.lines().toList())
        p0 =
            p0.lines()
                    .filter(l -> !l.startsWith(line.substring(0, line.indexOf(':') + 1)))
                    .reduce("", (a, b) -> a + b + "\n")
                + line
                + "\n";
      return p0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> english(List<Sentence> said) {
    return said.stream().map(Sentence::en).toList();
  }

  private static PolicyTrials.Difference difference(String changed) {
    return TRIALS.difference(P0, draft(changed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from: 2014-08-01", "from: 9998-01-01", "from: 9999-12-31"})
  void a_policy_of_a_distant_day_is_compared_in_a_week_of_its_own(String from) {
    PolicyTrials.Difference d = difference(from);
    assertEquals(1, d.parameters().size(), d.toString());
    assertEquals(List.of("No decision changes."), english(d.decisions()));
  }

  @Test
  void the_policy_without_an_agreement_is_compared_although_it_is_older_than_the_law() {
    PolicyDraft builtIn = (PolicyDraft) new YamlPolicyForms(HOME).read(BuiltIn.document());
    assertFalse(TRIALS.difference(P0, builtIn).parameters().isEmpty());
    assertFalse(TRIALS.difference(builtIn, P0).parameters().isEmpty());
  }

  @Test
  void a_window_that_ends_earlier_is_said_in_a_sentence_of_each_language() {
    PolicyTrials.Difference d =
        difference("windows: { MON-THU: \"07:00-19:00\", FRI: \"07:00-14:00\" }");
    assertEquals(
        List.of(
            new Sentence(
                "Das Erreichbarkeitsfenster endet freitags um 14:00 statt um 19:00.",
                "The default window on Fridays ends at 14:00 instead of 19:00.")),
        d.parameters());
    String first = english(d.decisions()).get(0);
    assertTrue(first.startsWith("Fridays 14:00–19:00: "), d.decisions().toString());
    assertTrue(
        english(d.decisions()).stream().anyMatch(s -> s.contains("HOLD BACK instead of DELIVER")));
  }

  @Test
  void a_longer_rest_is_said_with_its_hours_and_what_it_changes() {
    PolicyTrials.Difference d = difference("daily-rest: PT12H");
    assertEquals(List.of("Daily rest: now 12 hours, not said before."), english(d.parameters()));
    assertTrue(
        english(d.decisions()).stream()
            .anyMatch(
                s ->
                    s.startsWith(
                        "Wednesdays 10:00–11:00: HOLD BACK instead of DELIVER, after work until 23:00"
                            + " on a Tuesday")),
        d.decisions().toString());
  }

  @Test
  void mail_and_exemptions_are_told_by_the_cells_they_change() {
    assertTrue(
        english(difference("mail: silence").decisions()).stream()
            .anyMatch(
                s -> s.contains("from HOLD BACK to DELIVER SILENTLY") && s.contains("by mail")));
    List<String> heads =
        english(difference("exemptions: [emergency, on-call, shift, roster-notice]").decisions());
    assertTrue(heads.stream().anyMatch(s -> s.contains("head of office")), heads.toString());
  }

  @Test
  void every_key_that_changes_has_a_sentence() {
    PolicyTrials.Difference d =
        difference(
            "k: 25\n"
                + "rho-year: \"1/2\"\n"
                + "telework-term: P2Y\n"
                + "after-effect: true\n"
                + "night: [\"22:00\", \"06:00\"]\n"
                + "away: { mail: delay, chat: deliver, call: deliver, calendar: deliver }");
    assertEquals(
        List.of(
            "Night: now 22:00–06:00, not said before.",
            "While the engine is away, Mail: delay instead of deliver.",
            "Term of a telework agreement: now 2 years, not said before.",
            "Smallest block (k): 25 instead of 20.",
            "Privacy budget a year (rho): 1/2 instead of 1.",
            "After-effect: now yes, not said before."),
        english(d.parameters()));
  }

  @Test
  void an_edition_does_not_differ_from_itself() {
    PolicyTrials.Difference d = TRIALS.difference(P0, P0);
    assertEquals(List.of(), d.parameters());
    assertEquals(List.of("No decision changes."), english(d.decisions()));
  }

  @Test
  void a_rest_longer_than_the_law_decides() {
    PersonFacts.Span late =
        new PersonFacts.Span(
            Instant.parse("2027-02-02T18:00:00Z"), Instant.parse("2027-02-02T22:00:00Z"));
    PersonFacts person =
        PersonFacts.ordinary(P0.policy().zone(), "09564000")
            .withRoster(
                new PersonFacts.Roster(
                    List.of(), List.of(), java.util.Set.of(), List.of(late), List.of()));
    Instant morning = Instant.parse("2027-02-03T09:30:00Z");
    var chat =
        org.feierabend.contact.ContactClass.message(
            org.feierabend.contact.Channel.CHAT, org.feierabend.contact.Sender.COLLEAGUE);
    assertTrue(TRIALS.under(P0.policy()).decide(person, chat, morning) instanceof Decision.Deliver);
    Decision longer =
        TRIALS.under(draft("daily-rest: PT12H").policy()).decide(person, chat, morning);
    assertEquals(Instant.parse("2027-02-03T10:00:00Z"), ((Decision.Defer) longer).until());
  }

  private static final String SCENARIO =
      """
      scenarios:
        - name: Friday afternoon is free
          contact: { at: 2026-09-18T15:00+02:00 }
          expect: { defer: 2026-09-21T07:00+02:00, because: [outside-window] }
      """;

  @Test
  void a_scenario_fails_under_the_policy_in_force_and_passes_under_the_proposal() {
    List<ScenarioText> file = List.of(new ScenarioText("friday", SCENARIO));
    Tried before = TRIALS.scenarios(P0, file).get(0);
    assertFalse(before.passed());
    assertTrue(before.came().startsWith("DELIVER"), before.came());
    Tried after =
        TRIALS
            .scenarios(draft("windows: { MON-THU: \"07:00-19:00\", FRI: \"07:00-14:00\" }"), file)
            .get(0);
    assertTrue(after.passed(), after.toString());
  }

  @Test
  void the_command_runs_scenarios_against_a_file() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("friday.yaml"),
            text("windows: { MON-THU: \"07:00-19:00\", FRI: \"07:00-14:00\" }"));
    Path scenarios = Files.writeString(folder.resolve("f.scenarios.yaml"), SCENARIO);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(1, ScenarioCommand.run(HOME, List.of(scenarios.toString()), print, print));
    assertEquals(
        0,
        ScenarioCommand.run(
            HOME, List.of("--policy", policy.toString(), scenarios.toString()), print, print),
        out.toString(StandardCharsets.UTF_8));
    List<String> changes = new ArrayList<>();
    CompareCommand.changes(HOME, "p0", policy.toString()).forEach(s -> changes.add(s.en()));
    assertEquals("The default window on Fridays ends at 14:00 instead of 19:00.", changes.get(0));
  }

  @Test
  void a_scenario_that_was_sent_names_no_file_of_the_server() {
    String spying =
        SCENARIO.replace(
            "    contact:", "    person: { vavailability: /etc/passwd }\n    contact:");
    String said =
        assertThrows(
                PolicyTrials.UnreadableScenario.class,
                () -> TRIALS.scenarios(P0, List.of(new ScenarioText("spy", spying))))
            .getMessage();
    assertTrue(said.contains("no files beside it"), said);
  }

  @Test
  void the_page_of_all_keys_is_up_to_date() {
    assertEquals(0, PolicyPageCommand.run(HOME, List.of("--check"), System.out, System.err));
  }

  @Test
  void a_policy_written_out_for_a_file_reads_as_the_same() {
    YamlPolicyForms forms = new YamlPolicyForms(HOME);
    PolicyDraft city = DraftFile.read(HOME, HOME.resolve("config/policies/city.yaml"));
    PolicyDraft again = (PolicyDraft) forms.read(forms.yaml(forms.values(city)));
    assertEquals(city.hash(), again.hash());
  }
}
