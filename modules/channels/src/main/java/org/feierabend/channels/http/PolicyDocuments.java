package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Policies;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;

/** Policy documents as requests carry them: YAML as a text, or JSON as it is. */
record PolicyDocuments(PolicyForms forms, Policies policies) {
  /** What is wrong with a document; the HTTP status says that it is refused. */
  record Complaints(List<Complained> complaints) implements View {}

  /**
   * @param article null where the value is not weaker than the law
   */
  record Complained(String path, String value, Sentence what, String article) {
    static Complained of(PolicyComplaint c) {
      return new Complained(c.path(), c.value(), c.what(), c.article().orElse(null));
    }
  }

  /** A document that is no policy, on its way to its answer. */
  static final class NoPolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Complaints complaints;

    NoPolicy(List<PolicyComplaint> all) {
      super("no policy", null, false, false);
      complaints = new Complaints(all.stream().map(Complained::of).toList());
    }
  }

  PolicyDraft inForce(String policy) {
    return draft(policies.document(policy));
  }

  /**
   * @throws NoPolicy with all complaints
   */
  PolicyDraft draft(String document) {
    PolicyForms.Reading reading = forms.read(document);
    if (reading instanceof PolicyDraft draft) return draft;
    throw new NoPolicy(((PolicyForms.Refused) reading).complaints());
  }

  /** The field's document; the one in force where the field is absent. */
  PolicyDraft field(Fields body, String name, String inForce) {
    JsonNode value = body.node().path(name);
    if (value.isMissingNode() || value.isNull()) return inForce(inForce);
    return draft(value.isTextual() ? value.textValue() : value.toString());
  }

  /** The field's document, which must be there. */
  PolicyDraft field(Fields body, String name) {
    if (!body.node().hasNonNull(name)) throw body.missing(name);
    return field(body, name, "");
  }
}
