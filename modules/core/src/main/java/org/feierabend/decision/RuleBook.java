package org.feierabend.decision;

import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.StretchKind;

/** The rules, asked anew each time; only the decision table's compiler asks. */
public interface RuleBook {
  /** What the rules find, in an order that depends on nothing but the question. */
  List<Finding> consult(StretchKind stretch, ContactClass contact, Surroundings surroundings);
}
