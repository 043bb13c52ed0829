package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.policy.Policy;
import org.feierabend.report.Rational;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private static final RulebookReachabilities BOOK =
      new RulebookReachabilities(Path.of(System.getProperty("feierabend.home")));
  private static final Reachability P0 = BOOK.under("p0");
  private static final PersonFacts SOMEBODY =
      PersonFacts.ordinary(ZoneId.of("Europe/Berlin"), "09564000");
  private static final ContactClass CHAT = ContactClass.message(Channel.CHAT, Sender.COLLEAGUE);
  private static final ContactClass MAIL = ContactClass.message(Channel.MAIL, Sender.COLLEAGUE);

  @Test
  void a_message_in_the_evening_waits_for_the_morning() {
    Decision d = P0.decide(SOMEBODY, CHAT, at("2026-09-15T19:30+02:00"));
    assertEquals(at("2026-09-16T07:00+02:00"), assertInstanceOf(Decision.Defer.class, d).until());
    assertEquals("outside-window", d.reasons().get(0).rule());
    assertEquals(at("2026-09-16T00:00+02:00"), at("2026-09-15T22:00Z"));
    assertEquals(at("2026-09-16T07:00+02:00"), d.validUntil());
  }

  @Test
  void an_answer_holds_no_longer_than_the_edition_that_gave_it() {
    Policy p0 = BOOK.policies().policy("p0");
    Policy ending = BOOK.policies().changed(p0, Entry.parse("test", "until: 2026-09-16"));
    Decision d = BOOK.under(ending).decide(SOMEBODY, CHAT, at("2026-09-15T19:30+02:00"));
    assertEquals(at("2026-09-16T00:00+02:00"), d.validUntil());
    assertEquals(at("2026-09-16T07:00+02:00"), assertInstanceOf(Decision.Defer.class, d).until());
  }

  @Test
  void an_answer_once_found_is_found_again_without_asking() {
    Decision one = P0.decide(SOMEBODY, CHAT, at("2026-09-15T19:30+02:00"));
    assertSame(one, P0.decide(SOMEBODY, CHAT, at("2026-09-15T23:00+02:00")));
    PersonFacts equal = PersonFacts.ordinary(ZoneId.of("Europe/Berlin"), "09564000");
    assertSame(one, P0.decide(equal, CHAT, at("2026-09-15T23:00+02:00")));
  }

  @Test
  void the_sample_city_silences_mail_where_p0_holds_it() {
    Instant evening = at("2026-09-15T19:30+02:00");
    assertInstanceOf(Decision.Defer.class, P0.decide(SOMEBODY, MAIL, evening));
    assertInstanceOf(Decision.Silence.class, BOOK.under("city").decide(SOMEBODY, MAIL, evening));
  }

  @Test
  void editions_name_policy_and_rules() {
    assertEquals(64, P0.edition().length());
    assertFalse(P0.edition().equals(BOOK.under("city").edition()));
    assertEquals(P0.edition(), BOOK.policies().policy("p0").edition());
  }

  @Test
  void an_unknown_policy_is_told_with_the_known_ones() {
    var e = assertThrows(IllegalArgumentException.class, () -> BOOK.under("p9"));
    assertTrue(e.getMessage().contains("[careful, city, p0]"), e.getMessage());
  }

  @Test
  void a_meeting_lies_inside_frame_and_core_or_not() {
    assertTrue(inside("2026-09-15T09:00+02:00", "2026-09-15T15:00+02:00"));
    assertFalse(inside("2026-09-15T14:30+02:00", "2026-09-15T15:30+02:00"));
    assertFalse(inside("2026-09-20T10:00+02:00", "2026-09-20T11:00+02:00"));
    assertFalse(inside("2026-06-04T10:00+02:00", "2026-06-04T11:00+02:00"));
    assertFalse(inside("2026-09-15T14:00+02:00", "2026-09-16T10:00+02:00"));
  }

  @Test
  void the_facts_of_an_instant_are_those_of_its_stretch() {
    for (Instant at = at("2026-09-14T00:00Z"); at.isBefore(at("2026-10-14T00:00Z")); ) {
      assertEquals(
          P0.stretches(SOMEBODY, at, at.plusNanos(1)).get(0).kind(), P0.kindAt(SOMEBODY, at));
      at = at.plusSeconds(1_800);
    }
  }

  @Test
  void p0_says_what_the_page_of_decisions_says() {
    Policy p0 = BOOK.policies().policy("p0");
    assertEquals(20, p0.k());
    assertEquals(Rational.ONE, p0.rhoYear());
    assertEquals(Policy.Mail.HOLD, p0.mail());
    assertEquals(Set.of(Channel.values()), p0.away().keySet());
  }

  private static boolean inside(String start, String end) {
    return P0.insideFrameAndCore(SOMEBODY, at(start), at(end));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
