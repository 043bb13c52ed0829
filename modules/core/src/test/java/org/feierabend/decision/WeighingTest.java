package org.feierabend.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Cell.Shape;
import org.junit.jupiter.api.Test;

class WeighingTest {
  @Property
  void one_more_protecting_finding_never_makes_a_person_more_reachable(
      @ForAll("findings") List<Finding> findings, @ForAll("protecting") Finding more) {
    Cell before = weigh(findings);
    List<Finding> all = new ArrayList<>(findings);
    all.add(more);
    Cell after = weigh(all);
    if (!before.opens()) assertFalse(after.opens());
    if (before.shape() != Shape.DELIVER) assertFalse(after.shape() == Shape.DELIVER);
  }

  @Property
  void the_order_in_which_rules_speak_changes_no_outcome(
      @ForAll("findings") List<Finding> findings, @ForAll long seed) {
    List<Finding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, new Random(seed));
    Cell one = weigh(findings);
    Cell other = weigh(shuffled);
    assertEquals(one.shape(), other.shape());
    assertEquals(one.advice(), other.advice());
    assertEquals(one.opens(), other.opens());
  }

  @Property
  void nothing_exempts_from_not_knowing_nor_from_absence(
      @ForAll("findings") List<Finding> findings) {
    for (Protection p : List.of(Protection.UNKNOWN, Protection.ABSENCE)) {
      List<Finding> all = new ArrayList<>(findings);
      all.add(new Finding.Protects(p, Finding.Answer.REVIEW, reason("r")));
      assertFalse(weigh(all).opens());
    }
  }

  @Test
  void where_no_rule_allows_a_contact_it_waits() {
    assertEquals(Shape.DEFER, weigh(List.of()).shape());
  }

  @Test
  void mail_is_silenced_instead_of_held_where_the_policy_says_so() {
    assertEquals(Shape.SILENCE, Weighing.weigh(List.of(), Channel.MAIL, false).shape());
    assertEquals(Shape.DEFER, Weighing.weigh(List.of(), Channel.CHAT, false).shape());
  }

  private static Cell weigh(List<Finding> findings) {
    return Weighing.weigh(findings, Channel.CHAT, true);
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return Arbitraries.oneOf(
            protecting(),
            Arbitraries.of(Exemption.class).map(e -> new Finding.Exempts(e, reason("exempt"))),
            Arbitraries.of(
                new Finding.Allows(reason("allow")),
                new Finding.Receives(reason("receive")),
                new Finding.Silences(reason("silence")),
                new Finding.ToOnCall(reason("route")),
                new Finding.Uncounts(reason("uncount"))),
            Arbitraries.of(Advice.class).map(a -> new Finding.Advises(a, reason("advise"))))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Finding> protecting() {
    return Combinators.combine(
            Arbitraries.of(Protection.class), Arbitraries.of(Finding.Answer.class))
        .as((p, a) -> new Finding.Protects(p, a, reason(p + "-" + a)));
  }

  private static Reason reason(String rule) {
    return new Reason(rule, new Sentence("Satz", "Sentence"), "basis", Reason.RestsOn.AGREEMENT);
  }
}
