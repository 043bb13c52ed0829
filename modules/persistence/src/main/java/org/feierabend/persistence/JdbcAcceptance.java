package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.Answered;
import org.feierabend.intake.Deferral;
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
                      Sql.bytes(c, digests.stream().map(JdbcAcceptance::bytes).toList()))));
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
            Collection<Accepted> counted = insertSeen(c, tables, week.getValue());
            new Cards(c, tables).keep(counted);
            fresh.addAll(counted);
          }
          insertDeferrals(c, employer, effects.accepted(), fresh);
          JdbcEmergencies.put(c, employer, fresh);
          deleteAnswered(c, employer, effects.answers());
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

  private static Collection<Accepted> insertSeen(
      Connection c, WeekTables tables, TreeMap<ByteBuffer, Accepted> accepted) throws SQLException {
    List<ByteBuffer> fresh =
        Sql.query(
            c,
            "INSERT INTO "
                + tables.seen()
                + " SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING digest",
            r -> ByteBuffer.wrap(r.getBytes(1)),
            Sql.bytes(c, accepted.values().stream().map(a -> bytes(a.digest())).toList()));
    if (fresh.size() == accepted.size()) return accepted.values();
    return fresh.stream().map(accepted::get).toList();
  }

  /** Written in the order of ids, as every writer does; released in the order of arrival. */
  private static void insertDeferrals(
      Connection c, Employer employer, List<Accepted> arrived, List<Accepted> fresh)
      throws SQLException {
    Set<Accepted> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    counted.addAll(fresh);
    TreeMap<ByteBuffer, Arrival> byId = new TreeMap<>();
    for (Accepted a : arrived)
      if (counted.contains(a) && a.deferral().isPresent())
        byId.putIfAbsent(
            ByteBuffer.wrap(a.deferral().get().id()), new Arrival(byId.size(), a.deferral().get()));
    if (byId.isEmpty()) return;
    List<Long> places = byId.values().stream().map(Arrival::place).toList();
    List<Deferral> all = byId.values().stream().map(Arrival::deferral).toList();
    Sql.update(
        c,
        "INSERT INTO deferral"
            + " (employer, id, person, ref_source, ref_id, channel, class, until, unless_answered,"
            + " arrived)"
            + " SELECT ?, d.id, d.person, d.source, d.ref, d.channel, d.class, d.until, d.unless_answered,"
            + " (extract(epoch FROM now()) * 1000000)::bigint + d.place"
            + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " AS d (id, person, source, ref, channel, class, until, unless_answered, place)"
            + " ON CONFLICT (id) DO UPDATE SET until = excluded.until,"
            + " unless_answered = excluded.unless_answered",
        employer.no(),
        Sql.bytes(c, all.stream().map(Deferral::id).toList()),
        Sql.longs(c, all.stream().map(Deferral::personNo).toList()),
        Sql.texts(c, all.stream().map(d -> d.ref().source()).toList()),
        Sql.texts(c, all.stream().map(d -> d.ref().id()).toList()),
        Sql.texts(c, all.stream().map(d -> d.channel().name()).toList()),
        Sql.texts(c, all.stream().map(d -> ContactWords.write(d.contact())).toList()),
        Sql.instants(c, all.stream().map(Deferral::until).toList()),
        c.createArrayOf("boolean", all.stream().map(Deferral::unlessAnswered).toArray()),
        Sql.longs(c, places));
  }

  /** What was due before the answer stays. */
  private static void deleteAnswered(Connection c, Employer employer, List<Answered> answers)
      throws SQLException {
    for (Answered answer : answers)
      Sql.update(
          c,
          "DELETE FROM deferral WHERE employer = ? AND person = ANY (?) AND ref_source = ?"
              + " AND ref_id = ? AND unless_answered AND until > ?",
          employer.no(),
          Sql.longs(c, answer.people().stream().sorted().toList()),
          answer.contact().source(),
          answer.contact().id(),
          answer.at());
  }

  /**
   * @param place in its batch
   */
  private record Arrival(long place, Deferral deferral) {}

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

  private static byte[] bytes(Digest digest) {
    byte[] bytes = new byte[digest.bytes().remaining()];
    digest.bytes().duplicate().get(bytes);
    return bytes;
  }
}
