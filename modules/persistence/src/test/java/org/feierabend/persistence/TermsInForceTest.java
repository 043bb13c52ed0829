package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangement.Whom;
import org.feierabend.telework.Quota;
import org.feierabend.telework.Resident;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TermsInForce;
import org.feierabend.telework.TermsInForce.Holding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of several agreements holds on a day, kept on real PostgreSQL. */
class TermsInForceTest {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
  private static final LocalDate MAY = LocalDate.parse("2026-05-01");
  private static final TeleworkLaw LAW =
      new TeleworkLaw(
          Duration.ofHours(39),
          Duration.ofHours(48),
          Period.ofYears(3),
          Period.ofMonths(4),
          Period.ofMonths(1),
          Period.ofDays(60),
          Period.ofDays(14),
          Period.ofMonths(12),
          25,
          50,
          Set.of("DE", "AT"),
          Map.of());
  private static Database database;

  private JdbcArrangements arrangements;
  private JdbcResidents residents;
  private TermsInForce terms;
  private Employer employer;
  private Person person;
  private Instant clock;
  private TeleworkLimits limits;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    clock = NOW;
    limits = TeleworkLimits.NONE;
    arrangements = new JdbcArrangements(database);
    residents = new JdbcResidents(database);
    JpaDirectory directory = new JpaDirectory(database);
    employer = directory.create(Sample.city("terms-" + NEXT.incrementAndGet(), 2));
    List<Person> people = new ArrayList<>(directory.people(employer));
    person =
        people.stream().filter(p -> p.unit().value().equals("roads")).findFirst().orElseThrow();
    terms =
        new TermsInForce(
            arrangements,
            residents,
            directory,
            e -> new TermsInForce.Standard(new Quota(4000), "DE", limits));
  }

  private Arrangement agreed(Whom whom, int percent, LocalDate from, Optional<LocalDate> until) {
    clock = clock.plusSeconds(60);
    TeleworkAgreement said =
        new TeleworkAgreement(
            new Quota(percent * 100),
            2,
            Optional.empty(),
            Set.of(),
            Set.of(),
            0,
            new Term(Optional.of(from), until, Optional.empty()),
            new Workplace(true, true));
    Arrangement proposed =
        new Arrangement(UUID.randomUUID(), whom, State.PROPOSED, Role.HR, said, "DE", clock, 1);
    arrangements.add(employer, proposed);
    Arrangement holds = proposed.agree(whom instanceof One ? Role.EMPLOYEE : Role.COUNCIL, clock);
    arrangements.replace(employer, holds);
    return holds;
  }

  private Holding on(LocalDate date) {
    return terms.of(employer, person, date, LAW);
  }

  private String quota(LocalDate date) {
    return on(date).terms().quota().toString();
  }

  private One self() {
    return new One(person.no());
  }

  private static All unit(String id) {
    return new All(new UnitId(id));
  }

  @Test
  void ones_own_terms_come_before_the_units_and_the_nearest_units_before_those_above() {
    assertEquals("40 %", quota(MAY), "the policy's");
    agreed(unit("city"), 10, JANUARY, Optional.empty());
    assertEquals("10 %", quota(MAY));
    agreed(unit("roads"), 20, JANUARY, Optional.empty());
    agreed(unit("parks"), 25, JANUARY, Optional.empty());
    assertEquals("20 %", quota(MAY));
    agreed(self(), 5, JANUARY, Optional.empty());
    assertEquals("5 %", quota(MAY), "however narrow");
  }

  @Test
  void a_change_agreed_for_next_month_leaves_this_month_as_it_is() {
    agreed(self(), 30, JANUARY, Optional.empty());
    agreed(self(), 35, MAY, Optional.empty());
    agreed(self(), 38, MAY.plusMonths(2), Optional.empty());
    assertEquals("30 %", quota(MAY.minusDays(1)));
    assertEquals("35 %", quota(MAY));
    assertEquals("35 %", quota(MAY.plusMonths(2).minusDays(1)));
    assertEquals("38 %", quota(MAY.plusMonths(2)));
  }

  @Test
  void before_the_first_day_of_the_first_terms_the_policy_holds() {
    agreed(self(), 30, MAY, Optional.empty());
    assertEquals("40 %", quota(MAY.minusDays(1)));
  }

  @Test
  void when_ones_own_have_ended_the_units_answer_and_without_any_the_ended_ones_do() {
    Arrangement own = agreed(self(), 30, JANUARY, Optional.of(MAY.minusDays(1)));
    assertEquals(own.id(), on(MAY).from().orElseThrow().id(), "no wider policy opens");
    agreed(unit("roads"), 20, JANUARY, Optional.empty());
    assertEquals("30 %", quota(MAY.minusDays(1)));
    assertEquals("20 %", quota(MAY));
  }

  @Test
  void a_revocation_ends_them_in_the_same_way() {
    Arrangement own = agreed(self(), 30, JANUARY, Optional.empty());
    agreed(unit("roads"), 20, JANUARY, Optional.empty());
    arrangements.replace(employer, own.revoke(MAY, MAY, true, false, clock));
    assertEquals("30 %", quota(MAY.minusDays(1)));
    assertEquals("20 %", quota(MAY));
  }

  @Test
  void three_years_end_what_names_no_last_day() {
    agreed(self(), 30, JANUARY, Optional.empty());
    agreed(unit("roads"), 20, JANUARY.plusYears(1), Optional.empty());
    assertEquals("30 %", quota(JANUARY.plusYears(3).minusDays(1)));
    assertEquals("20 %", quota(JANUARY.plusYears(3)));
  }

  @Test
  void home_and_contract_belong_to_the_person_under_collective_terms_too() {
    agreed(unit("roads"), 20, JANUARY, Optional.empty());
    Resident said = Resident.UNSAID.next(Optional.of("AT"), Optional.of(Duration.ofMinutes(1167)));
    assertTrue(residents.keep(employer, person.no(), said));
    assertFalse(residents.keep(employer, person.no(), said), "somebody was faster");
    assertEquals("AT", on(MAY).residence());
    assertEquals(Optional.of(Duration.ofMinutes(1167)), on(MAY).terms().weekly());
    assertEquals(Set.of(person.no()), residents.elsewhere(employer, "DE"));
    Arrangement own = agreed(self(), 30, JANUARY, Optional.empty());
    terms.settled(employer, own);
    assertEquals("DE", on(MAY).residence(), "as last agreed");
    assertEquals(Optional.of(Duration.ofMinutes(1167)), on(MAY).terms().weekly());
  }

  @Test
  void a_renewal_follows_without_a_gap_and_without_a_new_trial() {
    Arrangement own = agreed(self(), 30, JANUARY, Optional.of(MAY.minusDays(1)));
    Arrangement renewal = own.renewal(UUID.randomUUID(), Role.EMPLOYEE, LAW, clock);
    assertEquals(Optional.of(MAY), renewal.terms().term().from());
    assertEquals(Optional.of(MAY.plusYears(3).minusDays(1)), renewal.terms().term().until());
    assertEquals(Optional.empty(), renewal.terms().term().triedUntil(LAW));
    arrangements.add(employer, renewal);
    arrangements.replace(employer, renewal.agree(Role.HR, clock.plusSeconds(60)));
    assertEquals(own.id(), on(MAY.minusDays(1)).from().orElseThrow().id());
    assertEquals(renewal.id(), on(MAY).from().orElseThrow().id());
    assertEquals(renewal.terms(), arrangements.find(employer, renewal.id()).orElseThrow().terms());
  }

  @Test
  void what_was_renewed_holds_and_is_revoked_until_the_renewal_begins() {
    Arrangement own = agreed(self(), 30, JANUARY, Optional.of(MAY.minusDays(1)));
    Arrangement next = agreed(self(), 20, MAY, Optional.empty());
    Arrangement renewed = arrangements.find(employer, own.id()).orElseThrow();
    assertTrue(holds(renewed, MAY.minusDays(1)));
    assertFalse(holds(renewed, MAY));
    assertFalse(holds(next, MAY.minusDays(1)));
    assertThrows(Unfit.class, () -> renewed.revoke(MAY, JANUARY, true, false, clock));
    LocalDate april = MAY.minusMonths(1);
    assertTrue(arrangements.replace(employer, renewed.revoke(april, JANUARY, true, true, clock)));
    assertEquals(Optional.of(april.minusDays(1)), on(april).terms().term().last(LAW));
    assertEquals(next.id(), on(MAY).from().orElseThrow().id(), "what follows stays");
    assertEquals(State.AGREED, arrangements.find(employer, next.id()).orElseThrow().state());
  }

  private boolean holds(Arrangement a, LocalDate date) {
    return TermsInForce.holds(arrangements.all(employer), a, date);
  }

  @Test
  void no_more_than_the_policys_quota_and_days_holds_whatever_was_agreed() {
    agreed(self(), 100, JANUARY, Optional.empty());
    assertEquals("40 %", quota(MAY));
    assertEquals(2, on(MAY).terms().daysPerWeek());
    limits = new TeleworkLimits(1, Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(1, on(MAY).terms().daysPerWeek());
    assertEquals("100 %", on(MAY).from().orElseThrow().terms().quota().toString(), "as signed");
  }
}
