package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.Finding;
import org.feierabend.decision.NarrowedRules;
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
  record Edition(RuleBook rules, boolean holdMail, boolean compensatoryRest) {
    /** What the rules find before the policy leaves exemptions out. */
    private RuleBook base() {
      return rules instanceof NarrowedRules narrowed ? narrowed.rules() : rules;
    }

    private List<Finding> kept(List<Finding> found) {
      return rules instanceof NarrowedRules narrowed ? narrowed.kept(found) : found;
    }

    /** The same rules, asked the same: their findings need to be asked for only once. */
    private boolean findsAs(Edition other) {
      return base() == other.base() && compensatoryRest == other.compensatoryRest;
    }

    private boolean differsInMailAlone(Edition other) {
      return rules.equals(other.rules) && compensatoryRest == other.compensatoryRest;
    }

    private Shape shape(List<Finding> kept, ContactClass contact, boolean slot) {
      Cell cell =
          slot
              ? Weighing.weighSlot(kept, contact.kind())
              : Weighing.weigh(kept, contact.channel(), holdMail);
      return cell.shape();
    }
  }

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
    boolean mail = from.differsInMailAlone(to);
    List<ContactClass> asked =
        apart.values().stream().filter(one -> !mail || one.channel() == Channel.MAIL).toList();
    c.compare(from, to, asked, false);
    if (!mail) c.compare(from, to, asked.stream().filter(Comparison::hasSlot).toList(), true);
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
    Shapes before = new Shapes(from, slot);
    Shapes after = new Shapes(to, slot);
    if (from.findsAs(to))
      ask(
          from,
          asked,
          slot,
          (kind, contact, found) ->
              tell(kind, contact, before.of(found, contact), after.of(found, contact)));
    else {
      Map<Asked, Shape> known = new HashMap<>();
      ask(
          from,
          asked,
          slot,
          (kind, contact, found) -> known.put(new Asked(kind, contact), before.of(found, contact)));
      ask(
          to,
          asked,
          slot,
          (kind, contact, found) ->
              tell(kind, contact, known.get(new Asked(kind, contact)), after.of(found, contact)));
    }
  }

  private void tell(StretchKind kind, ContactClass contact, Shape a, Shape b) {
    if (a == b) return;
    contacts
        .computeIfAbsent(a, s -> new EnumMap<>(Shape.class))
        .computeIfAbsent(b, s -> new HashSet<>())
        .add(contact);
    examples
        .computeIfAbsent(a, s -> new EnumMap<>(Shape.class))
        .putIfAbsent(b, new Asked(kind, contact));
  }

  private static void ask(
      Edition edition, List<ContactClass> asked, boolean slot, RuleBook.Listener listener) {
    edition
        .base()
        .consult(
            situations(),
            asked,
            new Surroundings(false, slot, edition.compensatoryRest()),
            listener);
  }

  /** What findings come to under one edition; a list of them is shared by many and weighed once. */
  private static final class Shapes {
    private record Weighed(ContactKind kind, Channel channel) {}

    private final Edition edition;
    private final boolean slot;
    private final Map<List<Finding>, Map<Weighed, Shape>> known = new IdentityHashMap<>();

    Shapes(Edition edition, boolean slot) {
      this.edition = edition;
      this.slot = slot;
    }

    Shape of(List<Finding> found, ContactClass contact) {
      return known
          .computeIfAbsent(found, f -> new HashMap<>())
          .computeIfAbsent(
              new Weighed(contact.kind(), contact.channel()),
              w -> edition.shape(edition.kept(found), contact, slot));
    }
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
