package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
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
          // somebody may have been faster: what is stored then counts
          Sql.update(
              c,
              "INSERT INTO block_plan (employer, quarter, plan, people, blocks)"
                  + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
              key.employer(),
              key.quarter(),
              BlockPlanJson.write(plan),
              Sql.longs(c, numbers),
              Sql.ints(c, blocks));
          return find(c, key).orElseThrow();
        });
  }

  private static Optional<Frozen> find(Connection c, Key key) throws SQLException {
    return Sql.query(
            c,
            "SELECT plan, people, blocks FROM block_plan WHERE employer = ? AND quarter = ?",
            r -> frozen(key.quarter(), r),
            key.employer(),
            key.quarter())
        .stream()
        .findFirst();
  }

  private static Frozen frozen(String quarter, ResultSet r) throws SQLException {
    Long[] people = (Long[]) r.getArray(2).getArray();
    Integer[] blocks = (Integer[]) r.getArray(3).getArray();
    Map<Long, Integer> members = new HashMap<>();
    for (int i = 0; i < people.length; i++) members.put(people[i], blocks[i]);
    return new Frozen(BlockPlanJson.read(r.getString(1)), Map.copyOf(members));
  }

  private record Key(int employer, String quarter) {}

  private record Frozen(BlockPlan plan, Map<Long, Integer> members) {}
}
