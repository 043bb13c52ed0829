package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Surroundings;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.StretchKind;
import org.junit.jupiter.api.Test;

class TableProofTest {
  private static final int QUESTIONS = 6_000;

  private final RulebookReachabilities book =
      new RulebookReachabilities(Path.of(System.getProperty("feierabend.home")));
  private final Random random = new Random(7); // the same questions in every run

  @Test
  void every_cell_equals_a_fresh_consultation_and_an_independent_reference() {
    DecisionTable table = new DecisionTable(book.rules(), true);
    for (int i = 0; i < QUESTIONS; i++) {
      StretchKind k = kind();
      ContactClass c = contact();
      Surroundings s = new Surroundings(random.nextInt(4) == 0, false, false);
      Cell cell = table.cell(k, c, s);
      assertEquals(table.fresh(k, c, s), cell);
      assertEquals(reference(k, c, s), cell.shape(), () -> "%s %s %s".formatted(k, c, s));
    }
  }

  /** DECISIONS, sections 2 and 3, as plain ifs; shares nothing with rules or weighing. */
  private static Shape reference(StretchKind k, ContactClass c, Surroundings s) {
    boolean emergency = c.urgency() == Urgency.EMERGENCY;
    boolean citizen = c.kind() == ContactKind.CITIZEN || c.sender() == Sender.CITIZEN;
    boolean self = c.sender() == Sender.SELF;
    boolean recall = c.kind() == ContactKind.RECALL;
    if (emergency && s.unitOnCall() && !k.onCall()) return Shape.ROUTE_ON_CALL;
    if (k.absent() && recall) {
      boolean refused = !k.beamte();
      return refused ? Shape.REFUSE : Shape.SILENCE;
    }
    if (k.absent() && !self) {
      if (citizen) return Shape.SILENCE;
      return k.deputy() ? Shape.ROUTE_DEPUTY : Shape.SILENCE;
    }
    if (self || !k.known()) return Shape.SILENCE;
    boolean incident = k.onCall() && c.kind() == ContactKind.INCIDENT && c.dutyMatches();
    boolean free = emergency || incident;
    boolean sunday = k.sundayOrHoliday() && !free && !(k.shift() && k.sundayDuty());
    boolean off = (k.tariffDay() || k.dayOff() || !k.inWindow()) && !free && !k.shift();
    if (!sunday && !off) return Shape.DELIVER;
    return citizen ? Shape.SILENCE : Shape.DEFER;
  }

  private StretchKind kind() {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    often(facts, 8, Fact.DOUBT);
    often(facts, 2, Fact.WINDOW, Fact.DEPUTY, Fact.SUNDAY_DUTY, Fact.BEAMTE);
    often(facts, 4, Fact.SUNDAY_OR_HOLIDAY, Fact.ABSENT);
    often(facts, 5, Fact.TARIFF_DAY, Fact.DAY_OFF);
    often(facts, 3, Fact.ON_CALL, Fact.SHIFT);
    return StretchKind.of(facts);
  }

  /** Each with a chance of one in {@code n}. */
  private void often(Set<Fact> facts, int n, Fact... some) {
    for (Fact f : some) if (random.nextInt(n) == 0) facts.add(f);
  }

  private ContactClass contact() {
    boolean emergency = random.nextInt(4) == 0;
    return new ContactClass(
        any(ContactKind.values()),
        emergency ? Urgency.EMERGENCY : any(new Urgency[] {Urgency.NORMAL, Urgency.URGENT}),
        any(Channel.values()),
        any(Sender.values()),
        random.nextBoolean(),
        emergency ? EmergencyReason.FLOOD : EmergencyReason.NONE);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
