package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFormsTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final PolicyForms FORMS = new YamlPolicyForms(HOME);

  private static final String BASE =
      """
      name: draft
      from: 2027-01-01
      zone: Europe/Berlin
      municipality: "09564000"
      windows: { MON-FRI: "07:00-19:00" }
      frame: { MON-FRI: "06:00-20:00" }
      core: { MON-FRI: "09:00-15:00" }
      mail: hold
      compensatory-rest: false
      stand-by-is-work: false
      away: { mail: deliver, chat: deliver, call: deliver, calendar: deliver }
      k: 20
      rho-year: "1"
      telework-percent: 40
      """;

  /** The base with that line, in place of the one that has its key. */
  static String with(String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String rest = BASE.lines().filter(l -> !l.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
    return rest + line + "\n";
  }

  static List<PolicyComplaint> complaints(String document) {
    return FORMS.read(document) instanceof PolicyForms.Refused refused
        ? refused.complaints()
        : List.of();
  }

  @ParameterizedTest(name = "{0} is refused with {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "daily-rest: PT9H                                   | ArbZG § 5 Abs. 1",
        "daily-rest: PT10H59M                               | ArbZG § 5 Abs. 1",
        "daily-rest-short: PT9H                             | ArbZG § 5 Abs. 2",
        "daily-rest-minors: PT11H                           | JArbSchG § 13",
        "weekly-rest: PT23H                                 | ArbZG § 9 Abs. 1, § 11 Abs. 4",
        "late-hours: [\"21:00\", \"06:00\"]                 | JArbSchG § 14 Abs. 1; MuSchG § 5 Abs. 1",
        "late-hours: [\"20:00\", \"05:30\"]                 | JArbSchG § 14 Abs. 1; MuSchG § 5 Abs. 1",
        "late-hours: [\"02:00\", \"06:00\"]                 | JArbSchG § 14 Abs. 1; MuSchG § 5 Abs. 1",
        "eve-afternoon: \"15:00\"                           | JArbSchG § 18 Abs. 1",
        "night: [\"23:30\", \"06:00\"]                      | ArbZG § 2 Abs. 3",
        "night: [\"23:00\", \"05:00\"]                      | ArbZG § 2 Abs. 3",
        "night-work: PT3H                                   | ArbZG § 2 Abs. 4",
        "free-sundays: 14                                   | ArbZG § 11 Abs. 1",
        "close-arrival: PT10M                               | CJEU C-580/19, C-344/19: the case was 20 minutes",
        "roster-notice-hours: [\"05:00\", \"20:00\"]        | service agreement, after BAG 5 AZR 349/22; the end of the night, ArbZG § 2 Abs. 3",
        "roster-notice-hours: [\"06:00\", \"21:00\"]        | service agreement, after BAG 5 AZR 349/22; the end of the night, ArbZG § 2 Abs. 3",
        "frequent-calls: 4                                  | service agreement; CJEU C-344/19 names no number",
        "windows: { MON-SUN: \"07:00-19:00\" }              | ArbZG § 9 Abs. 1",
        "frame: { MON-SUN: \"06:00-20:00\" }                | ArbZG § 9 Abs. 1",
        "core: { SUN: \"09:00-12:00\" }                     | ArbZG § 9 Abs. 1",
        "frame: { MON-FRI: \"05:00-20:00\" }                | TVöD § 6 Abs. 7",
        "frame: { MON-FRI: \"06:00-23:00\" }                | TVöD § 6 Abs. 7",
        "frame: { MON-FRI: \"20:00-06:00\" }                | TVöD § 6 Abs. 7",
        "windows: { MON-FRI: \"07:00-21:00\" }              | TVöD § 6 Abs. 7",
        "compensatory-rest: true                            | ArbZG § 7 Abs. 2 Nr. 1",
        "exemptions: [on-call, shift]                       | ArbZG § 14 Abs. 1; § 18 Abs. 1 Nr. 2; TVöD § 7 Abs. 4",
        "exemptions: [emergency, manager]                   | ArbZG § 14 Abs. 1; § 18 Abs. 1 Nr. 2; TVöD § 7 Abs. 4",
        "emergency-answer: PT30M                            | Dienstvereinbarung (Muster)",
        "emergencies-counted: P60D                          | Dienstvereinbarung (Muster)",
        "telework-term: P4Y                                 | Dienstvereinbarung (Muster)",
        "telework-term: P37M                                | Dienstvereinbarung (Muster)",
        "telework-trial: P6M                                | Dienstvereinbarung (Muster)",
        "telework-notice: P14D                              | Dienstvereinbarung (Muster)",
        "k: 9                                               | DSGVO Art. 25 Abs. 1, Art. 5 Abs. 1 Buchst. c",
        "rho-year: \"2\"                                    | DSGVO Art. 25 Abs. 1; docs/privacy.md",
        "rho-year: \"1.000001\"                             | DSGVO Art. 25 Abs. 1; docs/privacy.md",
        "alert-above: { contacts-outside-window: 5 }        | DSGVO Art. 25 Abs. 1",
        "alert-above: { rest-cut-short: 95 }                | DSGVO Art. 25 Abs. 1",
        "indicators: { 2027-Q1: [contacts-outside-window, meetings-outside-frame, rest-cut-short, telework-day] } | DSGVO Art. 5 Abs. 1 Buchst. c",
        "alerts-kept: P180D                                 | DSGVO Art. 5 Abs. 1 Buchst. e",
        "review: 2030-01-01                                 | DSGVO Art. 35 Abs. 11; Dienstvereinbarung (Muster)",
      })
  void what_protects_less_than_the_law_is_refused_with_its_article(String line, String article) {
    List<PolicyComplaint> said = complaints(with(line));
    String path = "/" + line.substring(0, line.indexOf(':'));
    PolicyComplaint found =
        said.stream()
            .filter(c -> c.path().startsWith(path) && c.article().isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError(line + " was let pass: " + said));
    assertEquals(article, found.article().orElseThrow());
    assertFalse(found.what().de().isBlank() || found.what().en().isBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "daily-rest: PT12H",
        "daily-rest: PT11H",
        "weekly-rest: PT25H",
        "late-hours: [\"19:00\", \"07:00\"]",
        "night: [\"22:00\", \"06:00\"]",
        "night-work: PT1H",
        "free-sundays: 26",
        "roster-notice-hours: [\"07:00\", \"18:00\"]",
        "frame: { MON-SAT: \"06:00-20:00\" }",
        "exemptions: [emergency]",
        "telework-term: P36M",
        "telework-notice: P3M",
        "k: 10",
        "rho-year: \"1/2\"",
        "alert-above: { rest-cut-short: 90 }",
        "review: 2028-12-31",
      })
  void what_protects_as_much_or_more_is_taken(String line) {
    assertEquals(List.of(), complaints(with(line)), line);
  }

  @Test
  void a_municipality_of_no_land_is_refused_and_one_nobody_listed_is_told() {
    PolicyComplaint wrong = complaints(with("municipality: \"99999999\"")).get(0);
    assertEquals("/municipality", wrong.path());
    assertTrue(wrong.what().de().contains("01 bis 16"), wrong.what().de());
    assertEquals(List.of(), FORMS.notes((PolicyDraft) FORMS.read(BASE)));
    PolicyDraft elsewhere = (PolicyDraft) FORMS.read(with("municipality: \"05111000\""));
    String note = FORMS.notes(elsewhere).get(0).en();
    assertTrue(note.contains("6 January 2027") && note.contains("15 August 2027"), note);
    assertFalse(note.contains("25 December"), note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rho-year: '0'          | /rho-year     | etwas wie",
        "rho-year: '0.000'      | /rho-year     | etwas wie",
        "after-effect: maybe    | /after-effect | true, false",
        "review: 2026-12-31     | /review       | frühestens am ersten Tag",
        "frame: { MON-FRI: '05:00-20:00' } | /frame | TVöD § 6 Abs. 7",
        "k: 20: 3               | ''            | YAML oder JSON: Zeile 1: ab Spalte 6 ist das kein YAML: „k: 20: 3“",
      },
      quoteCharacter = '"')
  void what_cannot_be_is_told_once_where_it_stands(String line, String path, String why) {
    String document = line.startsWith("k: 20:") ? line : with(line);
    List<PolicyComplaint> said = complaints(document);
    assertEquals(List.of(path.replace("'", "")), said.stream().map(PolicyComplaint::path).toList());
    assertTrue(said.get(0).what().de().contains(why), said.get(0).what().de());
  }

  @Test
  void every_complaint_comes_at_once() {
    List<PolicyComplaint> said =
        complaints(
            with("daily-rest: PT9H").replace("mail: hold\n", "")
                + "windows-2: {}\nk2: 3\nnight-work: soon\n");
    assertEquals(
        List.of("/daily-rest", "/k2", "/mail", "/night-work", "/windows-2"),
        said.stream().map(PolicyComplaint::path).sorted().toList(),
        said.toString());
  }

  @Test
  void nine_hours_of_rest_are_answered_in_words() {
    PolicyComplaint said = complaints(with("daily-rest: PT9H")).get(0);
    assertEquals("PT9H", said.value());
    assertTrue(
        said.what().en().contains("At least 11 hours (PT11H); here it says: 9 hours (PT9H)"),
        said.what().en());
  }

  @Test
  void comments_and_order_do_not_change_what_is_signed() {
    PolicyDraft one = (PolicyDraft) FORMS.read(BASE);
    String turned = BASE.lines().reduce("", (a, b) -> b + " # as agreed\n" + a);
    PolicyDraft other = (PolicyDraft) FORMS.read(turned);
    assertEquals(one.canonical(), other.canonical());
    assertEquals(one.hash(), other.hash());
    assertEquals(one.policy().edition(), other.policy().edition());
    assertNotEquals(one.hash(), ((PolicyDraft) FORMS.read(with("k: 21"))).hash());
  }

  @Test
  void the_signed_text_reads_back_as_the_same_policy() {
    PolicyDraft one = (PolicyDraft) FORMS.read(BASE);
    PolicyDraft back = (PolicyDraft) FORMS.read(one.canonical());
    assertEquals(one.policy(), back.policy());
    assertEquals(one.hash(), back.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"p0", "city"})
  void the_samples_are_taken(String name) throws IOException {
    String text = Files.readString(HOME.resolve("config/policies/" + name + ".yaml"));
    assertEquals(List.of(), complaints(text));
    assertEquals(new YamlPolicies(HOME).policy(name), ((PolicyDraft) FORMS.read(text)).policy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1, 2]", "a: &x [1]\nb: *x", "name: [", "text", "a: &a [*a]"})
  void what_is_no_policy_is_refused_and_nothing_breaks(String document) {
    assertFalse(complaints(document).isEmpty());
  }

  @Test
  void of_a_key_that_is_not_known_its_own_value_is_shown() {
    PolicyComplaint said = complaints(with("retention: P10Y")).get(0);
    assertEquals("/retention", said.path());
    assertEquals("P10Y", said.value());
  }
}
