package org.feierabend.rulebook;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.rulebook.RuleSyntax.Constraint;
import org.feierabend.rulebook.RuleSyntax.Is;
import org.feierabend.rulebook.RuleSyntax.Joined;
import org.feierabend.rulebook.RuleSyntax.Not;
import org.feierabend.rulebook.RuleSyntax.OneOf;

/**
 * Which words of a contact the rules tell apart. A rule can only compare a property with words it
 * names, so all words that none names are the same to all of them, and one stands for them.
 */
final class Distinctions {
  /** Told apart beside the rules: by the weighing, and by what a reason rests on. */
  private final Set<Enum<?>> named =
      new java.util.HashSet<>(
          Set.of(
              ContactKind.SHIFT,
              ContactKind.RECALL,
              ContactKind.MEETING,
              Sender.MANAGER,
              Channel.MAIL,
              Urgency.EMERGENCY));

  Distinctions(List<RuleSyntax> rules) {
    for (RuleSyntax r : rules)
      for (RuleSyntax.Pattern p : r.when()) p.constraints().forEach(this::add);
  }

  private void add(Constraint c) {
    if (c instanceof Not not) add(not.what());
    else if (c instanceof Joined joined) joined.parts().forEach(this::add);
    else if (c instanceof Is is) add(is.word());
    else if (c instanceof OneOf of) of.words().forEach(this::add);
  }

  private void add(String word) {
    for (Class<? extends Enum<?>> type :
        List.of(
            ContactKind.class, Sender.class, Channel.class, Urgency.class, EmergencyReason.class))
      for (Enum<?> e : type.getEnumConstants())
        if (word.equals(type.getSimpleName() + "." + e.name())) named.add(e);
  }

  ContactClass typical(ContactClass c) {
    boolean emergency = c.urgency() == Urgency.EMERGENCY;
    return new ContactClass(
        first(c.kind(), ContactKind.class),
        emergency ? c.urgency() : first(c.urgency(), Urgency.class),
        first(c.channel(), Channel.class),
        first(c.sender(), Sender.class),
        c.dutyMatches(),
        !emergency || named.contains(c.reason())
            ? c.reason()
            : EnumSet.complementOf(EnumSet.of(EmergencyReason.NONE)).stream()
                .filter(r -> !named.contains(r))
                .findFirst()
                .orElseThrow());
  }

  /** The word itself when a rule names it, else the first that none names. */
  private <E extends Enum<E>> E first(E word, Class<E> type) {
    if (named.contains(word)) return word;
    for (E e : type.getEnumConstants()) if (!named.contains(e)) return e;
    throw new IllegalStateException("A word that is not named is among all words.");
  }
}
