package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.BlockPlanJson;
import org.feierabend.report.BlockPlans;

/** Plans of blocks and who is in which, frozen on first need and cached. */
public final class JdbcBlockPlans implements BlockPlans {
  private final Database database;
  private final BiFunction<Employer, String, Staff> staff;
  private final Partition partition;
  private final Map<Key, Frozen> cache = new ConcurrentHashMap<>();

  public JdbcBlockPlans(Database database, Directory directory, Partition partition) {
    this(database, (employer, quarter) -> directory.staff(employer), partition);
  }

  /**
   * @param staff units and people as a quarter begins with them
   */
  public JdbcBlockPlans(
      Database database, BiFunction<Employer, String, Staff> staff, Partition partition) {
    this.database = database;
    this.staff = staff;
    this.partition = partition;
  }

  /** Cuts a unit tree into blocks, by headcounts alone. */
  @FunctionalInterface
  public interface Partition {
    /**
     * @param employer whose policy says how big a block must be
     * @param headcounts of every unit's own staff, without the units below it
     */
    BlockPlan of(
        Employer employer, String quarter, List<Unit> units, Map<UnitId, Integer> headcounts);
  }

  @Override
  public BlockPlan of(Employer employer, String quarter) {
    return frozen(employer, quarter).plan();
  }

  @Override
  public Optional<Integer> block(Employer employer, String quarter, Person person) {
    return Optional.ofNullable(frozen(employer, quarter).members().get(person.no()));
  }

  private Frozen frozen(Employer employer, String quarter) {
    Key key = new Key(employer.no(), quarter);
    Frozen known = cache.get(key);
    if (known != null) return known;
    Frozen frozen = database.transaction(c -> find(c, key)).orElseGet(() -> freeze(employer, key));
    database.afterCommit(() -> cache.put(key, frozen)); // a plan rolled back was never frozen
    return frozen;
  }

  private Frozen freeze(Employer employer, Key key) {
    Staff now = staff.apply(employer, key.quarter()); // of one moment: it may change meanwhile
    BlockPlan plan = partition.of(employer, key.quarter(), now.units(), now.headcounts());
    Map<UnitId, Integer> blockOf = new HashMap<>();
    for (int i = 0; i < plan.blocks().size(); i++)
      for (UnitId unit : plan.blocks().get(i).units()) blockOf.put(unit, i);
    List<Long> numbers = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    for (Person p : now.people().values())
      if (blockOf.containsKey(p.unit())) {
        numbers.add(p.no());
        blocks.add(blockOf.get(p.unit()));
      }
    return database.transaction(
        c -> {
          int mine =
              Sql.update(
                  c,
                  "INSERT INTO block_plan (employer, quarter, plan) VALUES (?, ?, ?)"
                      + " ON CONFLICT DO NOTHING",
                  key.employer(),
                  key.quarter(),
                  BlockPlanJson.write(plan));
          if (mine == 1) // else somebody was faster: what is stored then counts
          Sql.update(
                c,
                "INSERT INTO block_member SELECT ?, ?, m.* FROM unnest(?, ?) AS m (person, block)"
                    + " WHERE EXISTS (SELECT 1 FROM person WHERE no = m.person)",
                key.employer(),
                key.quarter(),
                Sql.longs(c, numbers),
                Sql.ints(c, blocks));
          return find(c, key).orElseThrow();
        });
  }

  private static Optional<Frozen> find(Connection c, Key key) throws SQLException {
    List<BlockPlan> plan =
        Sql.query(
            c,
            "SELECT plan FROM block_plan WHERE employer = ? AND quarter = ?",
            r -> BlockPlanJson.read(r.getString(1)),
            key.employer(),
            key.quarter());
    return plan.isEmpty()
        ? Optional.empty()
        : Optional.of(new Frozen(plan.get(0), members(c, key)));
  }

  private static Map<Long, Integer> members(Connection c, Key key) throws SQLException {
    Map<Long, Integer> members = new HashMap<>();
    Sql.query(
        c,
        "SELECT person, block FROM block_member WHERE employer = ? AND quarter = ?",
        r -> members.put(r.getLong(1), r.getInt(2)),
        key.employer(),
        key.quarter());
    return Map.copyOf(members);
  }

  private record Key(int employer, String quarter) {}

  private record Frozen(BlockPlan plan, Map<Long, Integer> members) {}
}
