package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.RuleBook;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Surroundings;
import org.feierabend.decision.Weighing;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.StretchKind;

/**
 * What changes between two editions, cell by cell: every situation of at most two facts, inside and
 * outside the window, with every contact that either edition tells apart.
 */
final class Comparison {
  /** One edition's rules, and what its policy adds to them. */
  record Edition(RuleBook rules, boolean holdMail, boolean compensatoryRest) {}

  /**
   * @param contacts how many kinds of contact change so somewhere
   * @param kind an example of when
   * @param contact an example of what
   */
  record Change(Shape from, Shape to, int contacts, StretchKind kind, ContactClass contact) {
    Sentence sentence() {
      Sentence a = InWords.of(from);
      Sentence b = InWords.of(to);
      Sentence when = InWords.of(kind);
      Sentence what = InWords.of(contact);
      return new Sentence(
          "%d Arten von Kontakten ändern sich von %s zu %s, zum Beispiel: %s; die Person ist %s."
              .formatted(contacts, a.de(), b.de(), what.de(), when.de()),
          "%d kinds of contact change from %s to %s, for example: %s; the person is %s."
              .formatted(contacts, a.en(), b.en(), what.en(), when.en()));
    }
  }

  private record Asked(StretchKind kind, ContactClass contact) {}

  private final Map<Shape, Map<Shape, Set<ContactClass>>> contacts = new EnumMap<>(Shape.class);
  private final Map<Shape, Map<Shape, Asked>> examples = new EnumMap<>(Shape.class);

  static List<Change> between(Edition from, Edition to, List<ContactClass> all) {
    Comparison c = new Comparison();
    Map<List<ContactClass>, ContactClass> apart = new LinkedHashMap<>();
    for (ContactClass one : all)
      apart.putIfAbsent(List.of(from.rules().typical(one), to.rules().typical(one)), one);
    List<ContactClass> asked = List.copyOf(apart.values());
    c.compare(from, to, asked, false);
    c.compare(from, to, asked.stream().filter(Comparison::hasSlot).toList(), true);
    List<Change> changes = new ArrayList<>();
    c.contacts.forEach(
        (a, ends) ->
            ends.forEach(
                (b, who) -> {
                  Asked e = c.examples.get(a).get(b);
                  changes.add(new Change(a, b, who.size(), e.kind(), e.contact()));
                }));
    return changes;
  }

  private void compare(Edition from, Edition to, List<ContactClass> asked, boolean slot) {
    Map<Asked, Cell> before = new HashMap<>();
    ask(from, asked, slot, before::put);
    ask(
        to,
        asked,
        slot,
        (q, after) -> {
          Shape a = before.get(q).shape();
          Shape b = after.shape();
          if (a == b) return;
          contacts
              .computeIfAbsent(a, s -> new EnumMap<>(Shape.class))
              .computeIfAbsent(b, s -> new HashSet<>())
              .add(q.contact());
          examples.computeIfAbsent(a, s -> new EnumMap<>(Shape.class)).putIfAbsent(b, q);
        });
  }

  private static void ask(
      Edition edition,
      List<ContactClass> asked,
      boolean slot,
      java.util.function.BiConsumer<Asked, Cell> answers) {
    edition
        .rules()
        .consult(
            situations(),
            asked,
            new Surroundings(false, slot, edition.compensatoryRest()),
            (kind, contact, findings) ->
                answers.accept(
                    new Asked(kind, contact),
                    slot
                        ? Weighing.weighSlot(findings, contact.kind())
                        : Weighing.weigh(findings, contact.channel(), edition.holdMail())));
  }

  /** The fewer facts the earlier: the first example is the plainest. */
  private static List<StretchKind> situations() {
    Set<StretchKind> kinds = new java.util.LinkedHashSet<>();
    kinds.add(StretchKind.of(Fact.WINDOW));
    kinds.add(StretchKind.of());
    for (Fact f : Fact.values()) kinds.add(StretchKind.of(f, Fact.WINDOW));
    for (Fact f : Fact.values()) kinds.add(StretchKind.of(f));
    for (Fact f : Fact.values()) for (Fact g : Fact.values()) kinds.add(StretchKind.of(f, g));
    return List.copyOf(kinds);
  }

  private static boolean hasSlot(ContactClass c) {
    return c.kind() == ContactKind.MEETING
        || c.kind() == ContactKind.SHIFT
        || c.kind() == ContactKind.RECALL;
  }
}
