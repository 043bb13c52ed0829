package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Advice;
import org.feierabend.decision.Cell;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Finding;
import org.feierabend.decision.RuleBook;
import org.feierabend.decision.Surroundings;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.StretchKind;
import org.junit.jupiter.api.Test;

class CompiledTableTest {
  private static final RulebookReachabilities BOOK =
      new RulebookReachabilities(Path.of(System.getProperty("feierabend.home")));
  private static final Surroundings NOTICE = new Surroundings(false, false, false);
  private static final Surroundings SLOT = new Surroundings(false, true, false);

  private final Random random = new Random(11);

  @Test
  void a_table_is_compiled_at_once_and_every_cell_drawn_equals_a_fresh_consultation() {
    DecisionTable table = new DecisionTable(BOOK.rules(), true);
    List<StretchKind> kinds = kinds(60);
    for (Surroundings around : List.of(NOTICE, SLOT, new Surroundings(true, false, true))) {
      assertEquals(0, table.compile(kinds, around));
      int compiled = table.size();
      for (int i = 0; i < 3_000; i++) {
        StretchKind k = kinds.get(random.nextInt(kinds.size()));
        ContactClass c = Contacts.any(random);
        assertEquals(table.fresh(k, c, around), table.cell(k, c, around), () -> k + " " + c);
      }
      assertEquals(compiled, table.size(), "every contact has its column");
    }
  }

  @Test
  void the_digest_of_a_table_does_not_depend_on_the_order_it_was_compiled_in() {
    DecisionTable one = new DecisionTable(BOOK.rules(), true);
    DecisionTable other = new DecisionTable(BOOK.rules(), true);
    List<StretchKind> kinds = kinds(5);
    one.compile(kinds, NOTICE);
    for (StretchKind k : kinds) for (ContactClass c : one.contacts()) other.cell(k, c, NOTICE);
    assertEquals(one.digest(), other.digest());
  }

  @Test
  void rules_that_answer_differently_when_asked_again_disturb_nobody() {
    int[] asked = {0};
    RuleBook moody =
        (stretch, contact, around) ->
            asked[0]++ % 2 == 0
                ? BOOK.rules().consult(stretch, contact, around)
                : List.<Finding>of();
    DecisionTable table = new DecisionTable(moody, true);
    Cell cell = table.cell(StretchKind.of(Fact.WINDOW), table.contacts().get(0), NOTICE);
    assertEquals(Cell.Shape.SILENCE, cell.shape());
    assertTrue(cell.advice().contains(Advice.REVIEW));
  }

  private List<StretchKind> kinds(int count) {
    List<StretchKind> kinds = new ArrayList<>();
    for (int i = 0; kinds.size() < count; i++) {
      List<Fact> facts = new ArrayList<>();
      for (Fact f : Fact.values()) if (random.nextInt(6) == 0) facts.add(f);
      StretchKind kind = StretchKind.of(facts);
      if (!kinds.contains(kind)) kinds.add(kind);
    }
    return kinds;
  }
}
