package org.feierabend.decision;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.Almanac;
import org.feierabend.timeline.Chunk;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Standards;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;
import org.feierabend.timeline.Timeline;

/** A search in the timeline and a look-up in the table; what was decided once is remembered. */
public final class TableReachability implements Reachability {
  /** How far a contact may be put off; beyond, nobody knows: SILENCE + REVIEW. */
  public static final Duration HORIZON = Duration.ofDays(400);

  private final DecisionTable table;
  private final KnownCells cells;
  private final Terms terms;
  private final Almanac almanac;
  private final People people;
  private final Columns columns;
  private final Slots slots;

  public TableReachability(RuleBook rules, Almanac almanac, Terms terms) {
    this.table = new DecisionTable(rules, terms.holdMail());
    this.terms = terms;
    this.almanac = almanac;
    this.columns = new Columns(rules);
    this.slots = new Slots(this, table, terms.compensatoryRest());
    Standards standards =
        new Standards(terms.windows(), terms.frame(), terms.core(), terms.standByIsWork());
    this.cells = new KnownCells(table);
    this.people = new People(f -> new Remembered(new Timeline(f, standards, almanac), cells));
  }

  @Override
  public Decision decide(PersonFacts person, ContactClass contact, Instant at, boolean unitOnCall) {
    long milli = at.toEpochMilli();
    Remembered.Block block = people.block(person, Timeline.chunkOf(milli));
    int stretch = block.stretchAt(milli);
    int column = columns.of(contact, unitOnCall);
    Decision known = block.find(stretch, column);
    if (known != null) return known;
    Surroundings around = new Surroundings(unitOnCall, false, terms.compensatoryRest());
    return block.remember(stretch, column, decide(block, stretch, column, contact, around));
  }

  private Decision decide(
      Remembered.Block block, int stretch, int column, ContactClass contact, Surroundings around) {
    Chunk chunk = block.chunk();
    Cell cell = block.cell(stretch, column, contact, around);
    Instant start = chunk.start(stretch);
    // an answer holds no longer than the edition that gave it
    Instant end = chunk.end(stretch).isBefore(terms.ends()) ? chunk.end(stretch) : terms.ends();
    return switch (cell.shape()) {
      case DELIVER -> new Decision.Deliver(cell.reasons(), cell.advice(), end, cell.counted());
      case ROUTE_DEPUTY -> route(Decision.Route.To.DEPUTY, cell, end);
      case ROUTE_ON_CALL -> route(Decision.Route.To.ON_CALL, cell, end);
      case SILENCE ->
          opening(block, stretch, column, contact, around)
              .map(until -> silence(until, cell, cell.advice(), end))
              .orElseGet(() -> silence(start.plus(HORIZON), cell, reviewed(cell), end));
      case DEFER ->
          opening(block, stretch, column, contact, around)
              .<Decision>map(
                  until ->
                      new Decision.Defer(until, cell.reasons(), cell.advice(), end, cell.counted()))
              .orElseGet(() -> silence(start.plus(HORIZON), cell, reviewed(cell), end));
      case REFUSE ->
          new Decision.Refuse(
              opening(block, stretch, column, contact, around).orElse(start.plus(HORIZON)),
              cell.reasons(),
              cell.advice(),
              end,
              cell.counted());
    };
  }

  /**
   * Start of the first stretch, from this one on, in which the class may notify; of the next window
   * where this one is open and silent.
   */
  private static Optional<Instant> opening(
      Remembered.Block block, int stretch, int column, ContactClass contact, Surroundings around) {
    Chunk chunk = block.chunk();
    Instant horizon = chunk.start(stretch).plus(HORIZON);
    boolean closed = false;
    for (int i = stretch; ; i++) {
      if (i == chunk.size()) {
        block = block.owner().block(block.number() + 1);
        chunk = block.chunk();
        i = 0;
      }
      if (chunk.start(i).isAfter(horizon)) return Optional.empty();
      boolean opens = block.cell(i, column, contact, around).opens();
      if (opens && closed) return Optional.of(chunk.start(i));
      closed |= !opens;
    }
  }

  /**
   * Makes ready for taking force: cuts the timelines that the edition before had at hand, and
   * compiles and proves all that can occur in them. Whoever asks meanwhile asks the one before.
   *
   * @return how many cells nobody could prove, so that they stay silent
   */
  public int takeOver(TableReachability before) {
    people.takeOver(before.people);
    return compile(cells.kinds());
  }

  /** Compiles what {@link #cell} is about to be asked of these kinds, all at once. */
  public void know(Set<StretchKind> kinds) {
    table.compile(kinds, new Surroundings(false, false, terms.compensatoryRest()));
  }

  /** What the table says in a stretch of that kind while nobody of the unit is on call. */
  public Cell cell(StretchKind kind, ContactClass contact) {
    return table.cell(kind, contact, new Surroundings(false, false, terms.compensatoryRest()));
  }

  /** What a table holds: its kinds of stretch, its cells, how many nobody could prove. */
  public record Prepared(int kinds, int cells, int doubtful, String digest) {}

  /** Compiles and proves all that can occur to these people in that span. */
  public Prepared prepare(Collection<PersonFacts> everybody, Instant from, Instant to) {
    Set<StretchKind> kinds = new HashSet<>();
    for (PersonFacts person : everybody)
      for (Stretch stretch : stretches(person, from, to)) kinds.add(stretch.kind());
    int doubtful = compile(kinds);
    return new Prepared(kinds.size(), table.size(), doubtful, table.digest());
  }

  private int compile(Set<StretchKind> kinds) {
    int doubtful = 0;
    for (boolean unitOnCall : new boolean[] {false, true})
      for (boolean slot : new boolean[] {false, true})
        doubtful +=
            table.compile(kinds, new Surroundings(unitOnCall, slot, terms.compensatoryRest()));
    return doubtful;
  }

  @Override
  public void forget(PersonFacts person) {
    people.forget(person);
  }

  @Override
  public Slots slots() {
    return slots;
  }

  @Override
  public List<Stretch> stretches(PersonFacts person, Instant from, Instant to) {
    if (!from.isBefore(to)) return List.of();
    Remembered remembered = people.of(person);
    List<Chunk> chunks = new ArrayList<>();
    int last = Timeline.chunkOf(to.minusNanos(1).toEpochMilli());
    for (int n = Timeline.chunkOf(from.toEpochMilli()); n <= last; n++)
      chunks.add(remembered.block(n).chunk());
    return Timeline.join(chunks, from, to);
  }

  @Override
  public StretchKind kindAt(PersonFacts person, Instant at) {
    long milli = at.toEpochMilli();
    Chunk chunk = people.of(person).block(Timeline.chunkOf(milli)).chunk();
    return chunk.kind(chunk.indexAt(milli));
  }

  @Override
  public boolean insideFrameAndCore(PersonFacts person, Instant start, Instant end) {
    try {
      return Hours.cover(terms.frame(), almanac.holidays(), person, start, end)
          && Hours.cover(terms.core(), almanac.holidays(), person, start, end);
    } catch (DateTimeException unknownZone) {
      return false; // where a fact is in doubt nothing counts as inside
    }
  }

  @Override
  public String edition() {
    return terms.edition();
  }

  private static Decision route(Decision.Route.To to, Cell cell, Instant end) {
    return new Decision.Route(to, cell.reasons(), cell.advice(), end, cell.counted());
  }

  private static Decision silence(Instant until, Cell cell, Set<Advice> advice, Instant end) {
    return new Decision.Silence(until, cell.reasons(), advice, end, cell.counted());
  }

  private static Set<Advice> reviewed(Cell cell) {
    Set<Advice> advice = EnumSet.of(Advice.REVIEW);
    advice.addAll(cell.advice());
    return advice;
  }
}
