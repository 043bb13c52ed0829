package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.WeekClosed;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** The transaction behind every accepted batch: a handful of statements, however big the batch. */
public final class JdbcAcceptance implements Acceptance {
  private final Database database;

  public JdbcAcceptance(Database database) {
    this.database = database;
  }

  @Override
  public Set<Digest> seen(Employer employer, IsoWeek week, Collection<Digest> digests) {
    if (digests.isEmpty()) return Set.of();
    try {
      return database.transaction(
          c ->
              new HashSet<>(
                  Sql.query(
                      c,
                      "SELECT s.digest FROM unnest(?) AS d JOIN "
                          + WeekTables.of(employer, week).seen()
                          + " AS s ON s.digest = d",
                      r -> Digest.of(r.getBytes(1)),
                      Sql.bytes(c, digests.stream().map(d -> Digests.bytes(d.bytes())).toList()))));
    } catch (IllegalStateException e) {
      if (Failures.hasState(e, "42P01")) throw new WeekClosed(week); // its tables are gone
      throw e;
    }
  }

  @Override
  public void commit(Employer employer, Effects effects) {
    Map<IsoWeek, TreeMap<ByteBuffer, Accepted>> byWeek = new TreeMap<>();
    for (Accepted a : effects.accepted())
      byWeek.computeIfAbsent(a.week(), w -> new TreeMap<>()).putIfAbsent(a.digest().bytes(), a);
    database.transaction(
        c -> {
          requireOpen(c, employer, byWeek.keySet());
          List<Accepted> fresh = new ArrayList<>(effects.accepted().size());
          for (var week : byWeek.entrySet()) {
            WeekTables tables = WeekTables.of(employer, week.getKey());
            Collection<Accepted> counted = new Digests(c, tables.seen()).put(week.getValue());
            new Cards(c, tables).keep(counted);
            fresh.addAll(counted);
          }
          DeferralRows held = new DeferralRows(c, employer);
          held.insert(effects.accepted(), fresh);
          JdbcEmergencies.put(c, employer, fresh);
          held.deleteAnswered(effects.answers());
          RestsUntil.put(c, employer, effects.restsUntil());
          Positions.moveLanes(c, employer, effects.lanes());
          for (var topic : new TreeMap<>(effects.offsets()).entrySet())
            Positions.moveInbound(c, employer, topic.getKey(), topic.getValue());
          // last, because these rows are the ones several writers share
          if (employer.synthetic()) Positions.addTotals(c, employer, totals(effects, fresh));
          return null;
        });
  }

  @Override
  public Map<Integer, Long> inboundOffsets(Employer employer, IsoWeek week) {
    return database.transaction(c -> Positions.inbound(c, employer, week));
  }

  @Override
  public Map<Integer, Instant> lanes(Employer employer) {
    Map<Integer, Instant> lanes = new TreeMap<>();
    database
        .transaction(c -> Positions.lanes(c, employer))
        .forEach((lane, position) -> lanes.put(lane, position.until()));
    return lanes;
  }

  @Override
  public Set<Integer> endedLanes(Employer employer) {
    Set<Integer> ended = new TreeSet<>();
    database
        .transaction(c -> Positions.lanes(c, employer))
        .forEach(
            (lane, position) -> {
              if (position.ended()) ended.add(lane);
            });
    return ended;
  }

  @Override
  public Map<Long, Instant> restsUntil(Employer employer) {
    return database.transaction(c -> RestsUntil.all(c, employer));
  }

  @Override
  public Totals totals(Employer employer) {
    return new Totals(database.transaction(c -> Positions.totals(c, employer)));
  }

  /** Shares the weeks' locks until commit, so that none is sealed in between. */
  private static void requireOpen(Connection c, Employer employer, Set<IsoWeek> weeks)
      throws SQLException {
    if (weeks.isEmpty()) return;
    for (IsoWeek week : new TreeSet<>(weeks)) WeekLock.share(c, employer, week);
    Set<String> open =
        new HashSet<>(
            Sql.query(
                c,
                "SELECT week FROM week WHERE employer = ? AND week = ANY (?) AND state = 'OPEN'",
                r -> r.getString(1),
                employer.no(),
                Sql.texts(c, weeks.stream().map(IsoWeek::toString).toList())));
    for (IsoWeek week : weeks) if (!open.contains(week.toString())) throw new WeekClosed(week);
  }

  private static Map<String, Long> totals(Effects effects, List<Accepted> fresh) {
    Map<String, Long> totals = new HashMap<>();
    effects.refused().forEach((name, count) -> totals.merge(name, (long) count, Long::sum));
    Map<String, Long> rules = new HashMap<>();
    for (Accepted a : fresh) {
      totals.merge(a.total(), 1L, Long::sum);
      for (String rule : a.rules()) rules.merge(rule, 1L, Long::sum);
    }
    rules.forEach((rule, count) -> totals.put("rule:" + rule, count));
    long skipped = effects.accepted().size() - fresh.size();
    if (skipped > 0) totals.merge("duplicate", skipped, Long::sum);
    return totals;
  }
}
