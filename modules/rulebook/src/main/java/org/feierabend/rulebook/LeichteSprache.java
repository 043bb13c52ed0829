package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a machine can see of Leichte Sprache (BITV 2.0 Anlage 2 Teil 2, DIN SPEC 33429): short
 * sentences, long words cut by a Mediopunkt, no genitive, passive or conjunctive. Whether somebody
 * understands it, only readers can say.
 */
final class LeichteSprache {
  private static final int MOST_WORDS = 12;
  private static final int LONGEST_PART = 12;
  private static final String MEDIOPUNKT = "·";

  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.?!]) ");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}·]+");
  private static final Pattern TOO_MANY_THOUGHTS = Pattern.compile("[;()/–„»]");
  private static final Set<String> FORMS =
      Set.of(
          "des", "eines", "dessen", "deren", "wird", "werden", "wurde", "wurden", "worden", "würde",
          "würden", "könnte", "könnten", "hätte", "hätten", "wäre", "wären", "man");

  private LeichteSprache() {}

  /**
   * Every rule of the file says its sentence in Leichte Sprache, or the first that does not is
   * told.
   */
  static void demand(RuleFile file) {
    for (RuleText rule : file.rules()) {
      List<String> complaints = complaints(rule.leicht());
      if (!complaints.isEmpty())
        throw new Unreadable(
            file.path().toString(),
            "@leicht of \"%s\": %s".formatted(rule.name(), String.join("; ", complaints)));
    }
  }

  /** What is no Leichte Sprache in the text, each with what to do; empty where nothing is. */
  static List<String> complaints(String text) {
    List<String> complaints = new ArrayList<>();
    for (String sentence : BETWEEN_SENTENCES.split(text)) look(sentence, complaints);
    return complaints;
  }

  private static void look(String sentence, List<String> complaints) {
    if (!sentence.matches(".*[.?!]"))
      complaints.add("'%s' does not end: a sentence ends with a full stop".formatted(sentence));
    if (TOO_MANY_THOUGHTS.matcher(sentence).find())
      complaints.add("'%s' says two things: make two sentences of it".formatted(sentence));
    int words = 0;
    for (Matcher m = WORD.matcher(sentence); m.find(); words++) word(m.group(), complaints);
    if (words > MOST_WORDS)
      complaints.add(
          "'%s' has %d words: %d at most, so make two sentences of it"
              .formatted(sentence, words, MOST_WORDS));
  }

  private static void word(String word, List<String> complaints) {
    if (FORMS.contains(word.toLowerCase(Locale.GERMAN)))
      complaints.add(
          "'%s' is genitive, passive, conjunctive or nobody: say who does what".formatted(word));
    for (String part : word.split(MEDIOPUNKT))
      if (part.length() > LONGEST_PART)
        complaints.add("'%s' is long: cut it by a '·' or take a short word".formatted(word));
  }
}
