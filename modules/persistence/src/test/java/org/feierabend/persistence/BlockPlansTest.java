package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class BlockPlansTest {
  @Test
  void a_plan_is_frozen_once_whoever_needs_it_first_and_never_changes() throws Exception {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("blocks", 101));
      AtomicInteger k = new AtomicInteger(10);
      List<BlockPlan> plans = Collections.synchronizedList(new ArrayList<>());
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        JdbcBlockPlans mine =
            new JdbcBlockPlans(
                database,
                directory,
                (e, q, units, staff) -> BlockPartition.of(q, units, staff, k.getAndIncrement()));
        calls.add(
            () -> {
              plans.add(mine.of(employer, "2026-Q1"));
              return null;
            });
      }
      AcceptanceTest.inParallel(calls);
      assertEquals(1, Set.copyOf(plans).size());
      BlockPlan plan = plans.get(0);
      assertEquals(101, plan.blocks().stream().mapToInt(BlockPlan.Block::headcount).sum());

      JdbcBlockPlans restarted = new JdbcBlockPlans(database, directory, (e, q, u, s) -> null);
      assertEquals(plan, restarted.of(employer, "2026-Q1"));
      for (Person p : directory.people(employer))
        assertEquals(plan.blockOf(p.unit()), restarted.block(employer, "2026-Q1", p));
      Person newcomer =
          new Person(
              99_999,
              new PersonId("new"),
              new UnitId("roads"),
              PersonFacts.ordinary(Sample.BERLIN, "09564000"));
      assertEquals(Optional.empty(), restarted.block(employer, "2026-Q1", newcomer));
      assertEquals(
          Set.of("2026-Q1"), plans.stream().map(BlockPlan::quarter).collect(Collectors.toSet()));
      assertThrows(
          IllegalStateException.class,
          () -> database.transaction(c -> Sql.update(c, "UPDATE block_plan SET plan = '[]'")));
    }
  }
}
