package org.feierabend.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
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

  /**
   * The document is no policy, or a weaker one than the law allows.
   *
   * @param values what stands in it all the same; none: it cannot be read at all
   */
  record Refused(List<PolicyComplaint> complaints, Map<String, Object> values) implements Reading {
    public Refused {
      complaints = List.copyOf(complaints);
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values)); // in its order
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

  /** The whole document in words, for whoever reads no YAML. */
  List<PolicyWords> words(PolicyDraft draft);

  /** Values written out anew as YAML, each key with what it is called. */
  String yaml(Map<String, Object> values);
}
