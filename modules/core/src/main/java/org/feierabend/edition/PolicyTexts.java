package org.feierabend.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.EmployerId;

/** Policy documents as they were written: drafts, which change, and what was proposed, for good. */
public interface PolicyTexts {
  /**
   * What HR is still writing; nobody else sees it.
   *
   * @param version one more with each change
   */
  record Draft(UUID id, String text, Instant changed, long version) {}

  List<Draft> drafts(EmployerId employer);

  Optional<Draft> draft(EmployerId employer, UUID id);

  /** The same id again changes nothing. */
  void add(EmployerId employer, Draft draft);

  /** False when somebody was faster: the version kept is no longer the one before. */
  boolean replace(EmployerId employer, Draft draft);

  /** False when it has another version by now. */
  boolean drop(EmployerId employer, UUID id, long version);

  /**
   * Keeps what is proposed; the same document again changes nothing.
   *
   * @param document hash of its canonical JSON
   */
  void keep(EmployerId employer, String document, String text);

  /** As it is kept; whoever reads it compares its hash. */
  Optional<String> text(EmployerId employer, String document);
}
