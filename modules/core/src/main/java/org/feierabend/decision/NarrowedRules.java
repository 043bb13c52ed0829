package org.feierabend.decision;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.StretchKind;

/**
 * The same rules, but an agreement leaves some exemptions out: what they would lift stays
 * protected.
 */
public record NarrowedRules(RuleBook rules, Set<Exemption> left) implements RuleBook {
  /**
   * @param left the exemptions that hold
   */
  public NarrowedRules {
    Objects.requireNonNull(rules, "rules");
    left = Set.copyOf(left);
  }

  @Override
  public List<Finding> consult(StretchKind stretch, ContactClass contact, Surroundings around) {
    return kept(rules.consult(stretch, contact, around));
  }

  @Override
  public void consult(
      Collection<StretchKind> stretches,
      Collection<ContactClass> contacts,
      Surroundings surroundings,
      Listener listener) {
    Map<List<Finding>, List<Finding>> known = new IdentityHashMap<>(); // shared lists stay shared
    rules.consult(
        stretches,
        contacts,
        surroundings,
        (stretch, contact, found) ->
            listener.hear(stretch, contact, known.computeIfAbsent(found, this::kept)));
  }

  @Override
  public ContactClass typical(ContactClass contact) {
    return rules.typical(contact);
  }

  /** Of what the rules find, what this agreement leaves. */
  public List<Finding> kept(List<Finding> found) {
    return found.stream()
        .filter(f -> !(f instanceof Finding.Exempts e) || left.contains(e.exemption()))
        .toList();
  }
}
