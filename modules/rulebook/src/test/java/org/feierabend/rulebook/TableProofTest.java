package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Cell;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Surroundings;
import org.feierabend.reference.PlainReference;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.StretchKind;
import org.junit.jupiter.api.Test;

class TableProofTest {
  private static final int QUESTIONS = 20_000;
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  private static final RulebookReachabilities BOOK = new RulebookReachabilities(HOME);
  private final Random random = new Random(7); // the same questions in every run
  private final DecisionTable hold = new DecisionTable(BOOK.rules(), true);
  private final DecisionTable silence = new DecisionTable(BOOK.rules(), false);

  @Test
  void every_cell_equals_a_fresh_consultation_and_an_independent_reference() {
    for (int i = 0; i < QUESTIONS; i++) prove(kind(), contact(), around());
  }

  /** What is rare at random: every pair of facts meets every kind of contact, twice. */
  @Test
  void every_pair_of_facts_meets_every_kind_of_contact() {
    for (Fact one : Fact.values())
      for (Fact other : Fact.values())
        for (ContactKind kind : ContactKind.values()) {
          StretchKind pair = StretchKind.of(one, other);
          for (StretchKind k : List.of(pair, pair.and(Fact.WINDOW))) {
            ContactClass c = contact();
            prove(
                k,
                new ContactClass(
                    kind, c.urgency(), c.channel(), c.sender(), c.dutyMatches(), c.reason()),
                around());
          }
        }
  }

  @Test
  void the_reference_knows_nothing_of_the_product() throws IOException {
    String text =
        Files.readString(
            HOME.resolve(
                "modules/rulebook/src/test/java/org/feierabend/reference/PlainReference.java"));
    assertFalse(text.contains("import org.feierabend"));
  }

  private void prove(StretchKind drawn, ContactClass c, Surroundings drawnAround) {
    boolean shift = c.kind() == ContactKind.SHIFT || c.kind() == ContactKind.RECALL;
    boolean asksForSlot =
        (shift || c.kind() == ContactKind.MEETING)
            && c.sender() != Sender.SELF
            && c.sender() != Sender.CITIZEN;
    Surroundings s =
        new Surroundings(
            drawnAround.unitOnCall(),
            drawnAround.slot() && asksForSlot,
            drawnAround.compensatoryRest());
    StretchKind k = s.slot() && shift ? drawn.and(Fact.SHIFT) : drawn;
    Set<String> facts = k.facts().stream().map(Enum::name).collect(Collectors.toSet());
    String[] contact = {c.kind().name(), c.urgency().name(), c.channel().name(), c.sender().name()};
    PlainReference reference =
        new PlainReference(facts, contact, c.dutyMatches(), s.unitOnCall(), s.compensatoryRest());
    for (boolean holds : new boolean[] {true, false}) {
      DecisionTable table = holds ? hold : silence;
      Cell cell = table.cell(k, c, s);
      String asked = "%s %s %s mail held %s".formatted(k, c, s, holds);
      assertEquals(
          s.slot() ? reference.slot() : reference.notice(holds), cell.shape().name(), asked);
      assertEquals(
          reference.advice(s.slot()),
          cell.advice().stream().map(Enum::name).collect(Collectors.toSet()),
          asked);
    }
    assertEquals(hold.fresh(k, c, s), hold.cell(k, c, s));
  }

  private Surroundings around() {
    return new Surroundings(random.nextInt(4) == 0, random.nextInt(3) == 0, random.nextInt(3) == 0);
  }

  private StretchKind kind() {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    often(facts, 12, Fact.DOUBT, Fact.FOCUS, Fact.MEETING_BREAK);
    often(facts, 2, Fact.WINDOW, Fact.DEPUTY, Fact.SUNDAY_DUTY, Fact.BEAMTE, Fact.CORE);
    often(facts, 5, Fact.SUNDAY_OR_HOLIDAY, Fact.ABSENT, Fact.NOTICE_HOURS, Fact.LATE_HOURS);
    often(facts, 6, Fact.TARIFF_DAY, Fact.DAY_OFF, Fact.MINOR, Fact.SHELTERED, Fact.HEAD);
    often(facts, 6, Fact.DAILY_REST, Fact.CALL_OUT_REST, Fact.WEEKLY_REST, Fact.SHORT_REST_DUTY);
    often(facts, 8, Fact.SATURDAY, Fact.EVE_AFTERNOON, Fact.FEW_FREE_SUNDAYS, Fact.NIGHT_WORK);
    often(facts, 12, Fact.OUTSIDE_FRAME);
    often(facts, 3, Fact.ON_CALL, Fact.SHIFT, Fact.CLOSE_ON_CALL);
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
