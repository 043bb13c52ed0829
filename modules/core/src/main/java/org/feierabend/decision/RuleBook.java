package org.feierabend.decision;

import java.util.Collection;
import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.StretchKind;

/** The rules, asked anew each time; only the decision table's compiler asks. */
public interface RuleBook {
  /** Whoever wants to hear the answer to each of many questions. */
  @FunctionalInterface
  interface Listener {
    void hear(StretchKind stretch, ContactClass contact, List<Finding> findings);
  }

  /** What the rules find, in an order that depends on nothing but the question. */
  List<Finding> consult(StretchKind stretch, ContactClass contact, Surroundings surroundings);

  /** The same for every kind with every contact, where asking many at once is cheaper. */
  default void consult(
      Collection<StretchKind> stretches,
      Collection<ContactClass> contacts,
      Surroundings surroundings,
      Listener listener) {
    for (StretchKind s : stretches)
      for (ContactClass c : contacts) listener.hear(s, c, consult(s, c, surroundings));
  }

  /** The one contact that stands for all whom neither rules nor weighing tell apart from this. */
  default ContactClass typical(ContactClass contact) {
    return contact;
  }
}
