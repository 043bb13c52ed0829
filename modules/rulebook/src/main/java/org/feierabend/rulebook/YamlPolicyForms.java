package org.feierabend.rulebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyWords;
import org.feierabend.report.CanonicalJson;

/** Reads policy documents in YAML, and so in JSON, against the rule book of one folder. */
public final class YamlPolicyForms implements PolicyForms {
  /** Most bytes of a document. */
  public static final int MOST_BYTES = 256 << 10;

  private static final String PLACE = "policy";

  private final Path home;
  private final PolicyReader reader;
  private final PolicyCheck check;
  private final LocalHolidays holidays;

  /**
   * @param home the checkout directory, with {@code rules/} below it
   */
  public YamlPolicyForms(Path home) {
    this.home = home;
    Jurisdictions jurisdictions = new Jurisdictions(home);
    this.reader = new PolicyReader(jurisdictions);
    this.check = new PolicyCheck(home, jurisdictions);
    this.holidays = new LocalHolidays(home);
  }

  @Override
  public Reading read(String document) {
    if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
      return refused("Ein Dokument hat höchstens 256 KiB.", "A document has at most 256 KiB.");
    try {
      Entry entry = Entry.parse(PLACE, document);
      Map<String, Object> values = PolicyTree.of(entry);
      List<PolicyComplaint> complaints = check.complaints(values);
      if (!complaints.isEmpty()) return new Refused(complaints, values);
      Policy policy = reader.read(entry, entry.map(), Edition.of(home, values));
      return new PolicyDraft(
          document, CanonicalJson.write(values), CanonicalJson.sha256(values), policy);
    } catch (Unreadable unreadable) {
      return unreadable(unreadable.inText());
    } catch (IllegalArgumentException refused) {
      return unreadable(Unreadable.told(refused));
    }
  }

  @Override
  public List<Sentence> notes(PolicyDraft draft) {
    return holidays.doubts(draft.policy());
  }

  @Override
  public String schema() {
    return PolicySchema.text();
  }

  @Override
  public Map<String, Object> values(PolicyDraft draft) {
    return PolicyTree.of(Entry.parse(PLACE, draft.document()));
  }

  @Override
  public List<PolicyWords> words(PolicyDraft draft) {
    return DocumentWords.of(values(draft));
  }

  @Override
  public String yaml(Map<String, Object> values) {
    return PolicyYaml.write(values);
  }

  private static Refused unreadable(Sentence why) {
    return refused(
        "Das ist keine lesbare Vereinbarung in YAML oder JSON: " + why.de(),
        "This is no readable policy in YAML or JSON: " + why.en());
  }

  private static Refused refused(String de, String en) {
    return new Refused(List.of(PolicyComplaint.of("", "", new Sentence(de, en))), Map.of());
  }
}
