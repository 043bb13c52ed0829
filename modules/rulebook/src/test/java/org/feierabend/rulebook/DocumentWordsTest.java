package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyWords;
import org.junit.jupiter.api.Test;

/** Who reads no YAML reads the agreement all the same. */
class DocumentWordsTest {
  private final PolicyForms forms =
      new YamlPolicyForms(Path.of(System.getProperty("feierabend.home")));

  @Test
  void a_whole_document_is_said_in_words_chapter_by_chapter() {
    PolicyDraft draft =
        (PolicyDraft)
            forms.read(
                PolicyFormsTest.with(
                        "windows: { MON-THU: \"07:30-12:00, 13:00-17:00\", FRI: \"07:30-14:00\" }")
                    + "daily-rest: PT12H\nindicators: { 2027-Q1: [contacts-outside-window, rest-cut-short, telework-day] }\n");
    List<String> said =
        forms.words(draft).stream()
            .flatMap(
                c ->
                    c.lines().stream()
                        .map(l -> c.title().de() + " | " + l.title().de() + ": " + l.value().de()))
            .toList();
    for (String line :
        List.of(
            "Wer und wann | Gilt ab: 01.01.2027",
            "Zeiten | Erreichbarkeitsfenster: montags bis donnerstags 07:30–12:00, 13:00–17:00; freitags 07:30–14:00",
            "Ruhe und Schutz | Tägliche Ruhezeit: 12 Stunden",
            "Kanäle und Ausnahmen | Wenn das System nicht antwortet, E-Mail: zustellen"))
      assertTrue(said.contains(line), line + " is not in\n" + String.join("\n", said));
    String all = String.join("\n", said);
    assertFalse(all.contains("contacts-outside-window"), all);
    assertEquals(
        forms.values(draft).keySet(),
        forms.words(draft).stream()
            .flatMap(c -> c.lines().stream().map(PolicyWords.Line::key))
            .collect(Collectors.toSet()),
        "every key: " + all);
  }
}
