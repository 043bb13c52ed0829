package org.feierabend.policy;

import java.time.Instant;
import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.PersonFacts;

/**
 * Contacts a policy is tried on: generated, or those of an employer flagged synthetic. A live
 * employer's are never tried again.
 */
public interface Traffic {
  /** Whoever hears of each contact. */
  @FunctionalInterface
  interface Listener {
    void hear(ContactClass contact, Instant at);
  }

  List<PersonFacts> people();

  /**
   * Tells the contacts of one person, the same each time; called by several threads at once.
   *
   * @param person index in {@link #people()}
   */
  void tell(int person, Listener listener);
}
