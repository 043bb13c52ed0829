package org.feierabend.intake;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/**
 * Store, broker and key store of one employer in memory. Survives a crash as the real ones do;
 * every step of theirs may be the one at which the process is killed.
 */
final class MemoryHouse
    implements Acceptance, Weeks, WeekKeys, WeekTopics, Marks, DeadLetters, WeekRecords, WhyCards {
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  boolean brokerAway;
  final Map<IsoWeek, State> states = new TreeMap<>();
  final Map<IsoWeek, Set<Digest>> seen = new HashMap<>();
  final Map<String, Deferral> deferrals = new TreeMap<>();
  final Map<String, Long> totals = new TreeMap<>();
  final MemoryEmergencies emergencies = new MemoryEmergencies();
  final Map<Long, Instant> rests = new HashMap<>();
  final Map<String, List<byte[]>> cards = new HashMap<>();
  final Set<Long> unwanted = new java.util.HashSet<>();
  final Map<Integer, Lane> lanes = new HashMap<>();
  final Map<IsoWeek, Map<Integer, Long>> offsets = new HashMap<>();
  final Map<IsoWeek, Long> inboundEnds = new HashMap<>();
  final Map<IsoWeek, List<Mark>> topics = new TreeMap<>();
  final Map<IsoWeek, Integer> tallied = new HashMap<>();
  final Map<IsoWeek, Map<ByteBuffer, Map<Indicator, Set<ByteBuffer>>>> tallies = new HashMap<>();
  final Map<IsoWeek, Map<ByteBuffer, Integer>> blocks = new HashMap<>();
  final Map<IsoWeek, WeekKey> keys = new HashMap<>();
  final List<DeadLetter> letters = new ArrayList<>();
  final List<LedgerRow> ledger = new ArrayList<>();
  final Map<IsoWeek, Sums> released = new TreeMap<>();
  int stepsToLive = Integer.MAX_VALUE;

  /** Called before and after each step; the process may die at either. */
  private void step() {
    if (--stepsToLive < 0) throw new Killed();
  }

  @Override
  public Set<Digest> seen(Employer employer, IsoWeek week, Collection<Digest> digests) {
    Set<Digest> known = new HashSet<>(digests);
    known.retainAll(seen.getOrDefault(week, Set.of()));
    return known;
  }

  @Override
  public void commit(Employer employer, Effects effects) {
    step();
    for (Accepted a : effects.accepted())
      if (states.get(a.week()) != State.OPEN) throw new WeekClosed(a.week());
    for (Accepted a : effects.accepted()) {
      if (!seen.computeIfAbsent(a.week(), w -> new HashSet<>()).add(a.digest())) {
        totals.merge("duplicate", 1L, Long::sum);
        continue;
      }
      a.card()
          .ifPresent(
              k ->
                  cards
                      .computeIfAbsent(cardOf(a.week(), k.pseudonym()), x -> new ArrayList<>())
                      .add(KeptCard.sealed(List.of(k), k.key().sealing())));
      a.deferral().ifPresent(d -> deferrals.put(java.util.HexFormat.of().formatHex(d.id()), d));
      a.emergency().ifPresent(emergencies::put);
      totals.merge(a.total(), 1L, Long::sum);
      for (String rule : a.rules()) totals.merge("rule:" + rule, 1L, Long::sum);
    }
    for (Answered answer : effects.answers())
      deferrals
          .values()
          .removeIf(
              d ->
                  d.unlessAnswered()
                      && d.ref().equals(answer.contact())
                      && answer.people().contains(d.personNo())
                      && d.until().isAfter(answer.at()));
    effects.refused().forEach((name, n) -> totals.merge(name, (long) n, Long::sum));
    lanes.putAll(effects.lanes());
    rests.putAll(effects.restsUntil());
    effects.offsets().forEach((w, o) -> offsets.computeIfAbsent(w, x -> new HashMap<>()).putAll(o));
    step();
  }

  @Override
  public Map<Integer, Long> inboundOffsets(Employer employer, IsoWeek week) {
    return offsets.getOrDefault(week, Map.of());
  }

  @Override
  public Map<Integer, Instant> lanes(Employer employer) {
    Map<Integer, Instant> reached = new HashMap<>();
    lanes.forEach((lane, at) -> reached.put(lane, at.until()));
    return reached;
  }

  @Override
  public Set<Integer> endedLanes(Employer employer) {
    Set<Integer> ended = new HashSet<>();
    lanes.forEach(
        (lane, at) -> {
          if (at.ended()) ended.add(lane);
        });
    return ended;
  }

  @Override
  public Map<Long, Instant> restsUntil(Employer employer) {
    return rests;
  }

  @Override
  public Totals totals(Employer employer) {
    return new Totals(totals);
  }

  @Override
  public List<Week> unfinished(Employer employer) {
    return states.entrySet().stream()
        .filter(e -> e.getValue() != State.DESTROYED)
        .map(e -> new Week(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public Optional<State> state(Employer employer, IsoWeek week) {
    return Optional.ofNullable(states.get(week));
  }

  @Override
  public void open(Employer employer, IsoWeek week) {
    states.putIfAbsent(week, State.OPEN);
    step();
  }

  @Override
  public void seal(Employer employer, IsoWeek week) {
    step();
    states.computeIfPresent(week, (w, s) -> s == State.OPEN ? State.SEALED : s);
    step();
  }

  /** Reads every marks topic to its end, as the tally's thread would. */
  void tallyAll(Employer employer) {
    topics.forEach(
        (week, marks) -> {
          int from = tallied.getOrDefault(week, 0);
          tally(
              employer,
              week,
              marks.subList(from, marks.size()),
              Map.of(0, (long) from),
              Map.of(0, (long) marks.size()));
        });
  }

  @Override
  public void tally(
      Employer employer,
      IsoWeek week,
      List<Mark> marks,
      Map<Integer, Long> from,
      Map<Integer, Long> next) {
    step();
    for (Mark mark : marks) {
      ByteBuffer who = ByteBuffer.wrap(mark.pseudonym());
      blocks.computeIfAbsent(week, w -> new HashMap<>()).put(who, mark.block());
      tallies
          .computeIfAbsent(week, w -> new HashMap<>())
          .computeIfAbsent(who, w -> new EnumMap<>(Indicator.class))
          .computeIfAbsent(mark.move().indicator().orElseThrow(), i -> new HashSet<>())
          .add(ByteBuffer.wrap(mark.refDigest()));
    }
    tallied.put(week, next.get(0).intValue());
    step();
  }

  @Override
  public Map<Integer, Long> markOffsets(Employer employer, IsoWeek week) {
    return tallied.containsKey(week) ? Map.of(0, (long) tallied.get(week)) : Map.of();
  }

  @Override
  public Optional<OwnCounts> counted(Employer employer, IsoWeek week, byte[] pseudonym) {
    throw new UnsupportedOperationException("asked of the database only");
  }

  @Override
  public LedgerRow release(
      Employer employer,
      IsoWeek week,
      Map<Integer, Long> readTo,
      BiFunction<Sums, LedgerHead, LedgerRow> release) {
    step();
    if (states.get(week) != State.SEALED) throw new IllegalStateException("not sealed " + week);
    if (tallied.getOrDefault(week, 0) < readTo.getOrDefault(0, 0L))
      throw new OutOfStep("behind in " + week);
    LedgerRow row = release.apply(sums(week), head());
    step();
    ledger.add(row);
    released.put(week, sums(week));
    tallies.remove(week);
    seen.remove(week);
    tallied.remove(week);
    states.put(week, State.RELEASED);
    step();
    return row;
  }

  Sums sums(IsoWeek week) {
    Map<Integer, Map<Indicator, Integer>> byBlock = new HashMap<>();
    tallies
        .getOrDefault(week, Map.of())
        .forEach(
            (who, counts) ->
                counts.forEach(
                    (indicator, refs) -> {
                      if (refs.size() >= indicator.threshold())
                        byBlock
                            .computeIfAbsent(
                                blocks.get(week).get(who), b -> new EnumMap<>(Indicator.class))
                            .merge(indicator, 1, Integer::sum);
                    }));
    return new Sums(byBlock);
  }

  @Override
  public LedgerRow destroyed(
      Employer employer, IsoWeek week, Function<LedgerHead, LedgerRow> record) {
    step();
    if (states.get(week) != State.RELEASED) throw new IllegalStateException("no release " + week);
    LedgerRow row = record.apply(head());
    ledger.add(row);
    states.put(week, State.DESTROYED);
    step();
    return row;
  }

  private LedgerHead head() {
    return ledger.isEmpty() ? LedgerHead.EMPTY : ledger.get(ledger.size() - 1).head();
  }

  @Override
  public WeekKey openOrCreate(EmployerId employer, IsoWeek week) {
    if (states.get(week) == State.RELEASED || states.get(week) == State.DESTROYED)
      throw new IllegalStateException("a key for the closed week " + week);
    return keys.computeIfAbsent(week, w -> new WeekKey(new byte[32]));
  }

  @Override
  public Optional<WeekKey> find(EmployerId employer, IsoWeek week) {
    return Optional.ofNullable(keys.get(week));
  }

  @Override
  public void destroy(EmployerId employer, IsoWeek week) {
    step();
    keys.remove(week);
    step();
  }

  @Override
  public void create(Employer employer, IsoWeek week) {
    topics.computeIfAbsent(week, w -> new ArrayList<>());
  }

  @Override
  public Map<Integer, Long> inboundEnd(Employer employer, IsoWeek week) {
    return inboundEnds.containsKey(week) ? Map.of(0, inboundEnds.get(week)) : Map.of();
  }

  @Override
  public Map<Integer, Long> marksEnd(Employer employer, IsoWeek week) {
    return topics.containsKey(week) ? Map.of(0, (long) topics.get(week).size()) : Map.of();
  }

  @Override
  public void delete(Employer employer, IsoWeek week) {
    step();
    topics.remove(week);
    step();
  }

  @Override
  public void demandBroker() {
    if (brokerAway) throw new BrokerAway("The broker is away.", null);
  }

  @Override
  public void publish(Employer employer, IsoWeek week, List<Mark> marks) {
    step();
    topics.computeIfAbsent(week, w -> new ArrayList<>()).addAll(marks);
    step();
  }

  @Override
  public void publish(List<DeadLetter> more) {
    letters.addAll(more);
  }

  @Override
  public LedgerRow release(Employer employer, IsoWeek week, Sums sums, LedgerHead head) {
    return row(LedgerRow.Type.RELEASE, week, head);
  }

  @Override
  public LedgerRow destroyed(Employer employer, IsoWeek week, LedgerHead head) {
    return row(LedgerRow.Type.DESTROYED, week, head);
  }

  private static LedgerRow row(LedgerRow.Type type, IsoWeek week, LedgerHead head) {
    return new LedgerRow(
        head.count(),
        type,
        Optional.of(week),
        head.hash(),
        "%064x".formatted(head.count() + 1),
        type + " " + week);
  }

  private static String cardOf(IsoWeek week, byte[] pseudonym) {
    return week + " " + java.util.HexFormat.of().formatHex(pseudonym);
  }

  @Override
  public List<byte[]> of(Employer employer, IsoWeek week, byte[] pseudonym) {
    return cards.getOrDefault(cardOf(week, pseudonym), List.of());
  }

  @Override
  public void erase(Employer employer, IsoWeek week, byte[] pseudonym) {
    cards.remove(cardOf(week, pseudonym));
  }

  @Override
  public Set<Long> unwanted(Employer employer) {
    return unwanted;
  }

  @Override
  public void want(Employer employer, long personNo, boolean wanted) {
    if (wanted) unwanted.remove(personNo);
    else unwanted.add(personNo);
  }
}
