package org.feierabend.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactKind;
import org.feierabend.decision.Cell.Shape;
import org.junit.jupiter.api.Test;

class WeighingTest {
  private static final List<Function<List<Finding>, Cell>> EVERY_WAY =
      List.of(
          WeighingTest::weigh,
          WeighingTest::weighShift,
          f -> Weighing.weigh(f, Channel.MAIL, false),
          f -> Weighing.weighSlot(f, ContactKind.MEETING));

  @Property(seed = "20261126")
  void one_more_protecting_finding_never_makes_a_person_more_reachable(
      @ForAll("findings") List<Finding> findings, @ForAll("protecting") Finding more) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(more);
    for (Function<List<Finding>, Cell> weigh : EVERY_WAY) {
      Cell before = weigh.apply(findings);
      Cell after = weigh.apply(all);
      if (!before.opens()) assertFalse(after.opens());
      assertTrue(
          reach(after.shape()) <= reach(before.shape()),
          () -> "%s became %s".formatted(before.shape(), after.shape()));
    }
  }

  /** How far a contact reaches the person; named here, so that no other order slips in. */
  private static int reach(Shape shape) {
    return switch (shape) {
      case DELIVER -> 4;
      case DEFER -> 3;
      case SILENCE -> 2;
      case ROUTE_DEPUTY, ROUTE_ON_CALL -> 1;
      case REFUSE -> 0;
    };
  }

  @Property(seed = "20261126")
  void an_exemption_lifts_what_it_names_and_nothing_of_whom_it_never_reaches(
      @ForAll Exemption exemption) {
    for (Protection p :
        List.of(Protection.UNKNOWN, Protection.ABSENCE, Protection.MINOR, Protection.SHELTERED)) {
      List<Finding> findings =
          List.of(
              new Finding.Protects(p, Finding.Answer.WAIT, reason("protect")),
              new Finding.Exempts(exemption, reason("exempt")));
      for (Function<List<Finding>, Cell> weigh : EVERY_WAY)
        assertFalse(weigh.apply(findings).opens());
    }
  }

  @Property(seed = "20261126")
  void protections_are_told_in_the_order_of_their_layers(
      @ForAll Protection one, @ForAll Protection other) {
    if (one.ordinal() < other.ordinal()) assertTrue(one.layer().compareTo(other.layer()) <= 0);
  }

  @Test
  void a_meeting_the_law_forbids_is_refused_and_one_the_agreement_does_not_expect_is_optional() {
    assertEquals(Shape.REFUSE, meeting(Protection.DAILY_REST));
    assertEquals(Shape.REFUSE, meeting(Protection.SUNDAY_OR_HOLIDAY, Protection.WINDOW));
    assertEquals(Shape.SILENCE, meeting(Protection.CORE, Protection.WINDOW));
    assertEquals(Shape.SILENCE, meeting(Protection.TARIFF_DAY));
    assertEquals(Shape.REFUSE, weighShift(waits(Protection.FOCUS)).shape());
  }

  private static Shape meeting(Protection... protections) {
    return Weighing.weighSlot(waits(protections), ContactKind.MEETING).shape();
  }

  private static Cell weighShift(List<Finding> findings) {
    return Weighing.weighSlot(findings, ContactKind.SHIFT);
  }

  private static List<Finding> waits(Protection... protections) {
    return Stream.of(protections)
        .<Finding>map(p -> new Finding.Protects(p, Finding.Answer.WAIT, reason("protect")))
        .toList();
  }

  @Property(seed = "20261126")
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

  @Property(seed = "20261126")
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
