package org.feierabend.policy;

import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;

/**
 * Reads policy documents as people write them, YAML or JSON, and says all that is wrong with one at
 * once.
 */
public interface PolicyForms {
  /** What a document comes to: a {@link PolicyDraft}, or {@link Refused}. */
  sealed interface Reading permits PolicyDraft, Refused {}

  /** The document is no policy, or a weaker one than the law allows. */
  record Refused(List<PolicyComplaint> complaints) implements Reading {
    public Refused {
      complaints = List.copyOf(complaints);
      if (complaints.isEmpty())
        throw new IllegalArgumentException("Who refuses a policy says why, but got no complaint.");
    }
  }

  Reading read(String document);

  /** What of a whole document is worth a second look, though nothing is wrong with it. */
  List<Sentence> notes(PolicyDraft draft);

  /** The published JSON Schema (2020-12), UTF-8. */
  String schema();

  /** The document as JSON values: maps, lists, strings, whole numbers and truth values. */
  Map<String, Object> values(PolicyDraft draft);

  /** The document written out anew as YAML, each key with what it is called. */
  String yaml(PolicyDraft draft);
}
