package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;

/** A policy from a file, refused with everything that is wrong with it. */
public final class DraftFile {
  private DraftFile() {}

  /**
   * @param home the checkout directory
   * @throws Unreadable with all complaints, one a line
   */
  public static PolicyDraft read(Path home, Path file) {
    try {
      return read(home, file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
  }

  static PolicyDraft read(Path home, String place, String text) {
    PolicyForms.Reading reading = new YamlPolicyForms(home).read(text);
    if (reading instanceof PolicyDraft draft) return draft;
    List<PolicyComplaint> wrong = ((PolicyForms.Refused) reading).complaints();
    throw new Unreadable(
        place,
        1,
        new Sentence(
            "das ist keine Vereinbarung zum Unterschreiben:\n" + lines(wrong, Language.DE),
            "this is no policy to sign:\n" + lines(wrong, Language.EN)));
  }

  private static String lines(List<PolicyComplaint> wrong, Language language) {
    return wrong.stream()
        .map(c -> "  %s %s: %s".formatted(c.path(), c.value(), c.what().in(language)))
        .collect(Collectors.joining("\n"));
  }
}
