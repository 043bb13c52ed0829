package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.KeptCard;
import org.feierabend.intake.WhyCards;
import org.feierabend.report.WeekSeal;

/**
 * Writes the cards of a batch into the week's tables, one sheet a person, as far as there is room.
 */
record Cards(Connection c, WeekTables tables) {
  void keep(Collection<Accepted> accepted) throws SQLException {
    TreeMap<ByteBuffer, List<KeptCard>> byPerson = new TreeMap<>(); // sorted: no deadlock
    for (Accepted a : accepted)
      a.card()
          .ifPresent(
              card ->
                  byPerson
                      .computeIfAbsent(ByteBuffer.wrap(card.pseudonym()), p -> new ArrayList<>())
                      .add(card));
    if (byPerson.isEmpty()) return;
    WeekSeal seal = byPerson.firstEntry().getValue().get(0).key().sealing(); // one key a week
    List<Sheet> sheets = new ArrayList<>();
    for (Map.Entry<ByteBuffer, Integer> before : counted(byPerson).entrySet()) {
      List<KeptCard> cards = byPerson.get(before.getKey());
      int room = Math.min(WhyCards.MOST - before.getValue(), cards.size());
      if (room > 0)
        sheets.add(
            new Sheet(
                before.getKey().array(),
                before.getValue(),
                KeptCard.sealed(cards.subList(0, room), seal)));
    }
    if (Copy.pays(sheets.size())) copy(sheets);
    else insert(sheets);
  }

  /**
   * @param number of its first card
   */
  private record Sheet(byte[] pseudonym, int number, byte[] cards) {}

  private void copy(List<Sheet> sheets) throws SQLException {
    Copy rows = new Copy();
    for (Sheet s : sheets) rows.row(3).bytes(s.pseudonym).integer(s.number).bytes(s.cards);
    rows.into(c, tables.card() + " (pseudonym, n, sealed)");
  }

  private void insert(List<Sheet> sheets) throws SQLException {
    if (sheets.isEmpty()) return;
    Sql.update(
        c,
        "INSERT INTO " + tables.card() + " SELECT * FROM unnest(?, ?, ?)",
        Sql.bytes(c, sheets.stream().map(Sheet::pseudonym).toList()),
        Sql.ints(c, sheets.stream().map(Sheet::number).toList()),
        Sql.bytes(c, sheets.stream().map(Sheet::cards).toList()));
  }

  /** How many came before this batch, person by person; the batch is counted in. */
  private Map<ByteBuffer, Integer> counted(TreeMap<ByteBuffer, List<KeptCard>> byPerson)
      throws SQLException {
    Map<ByteBuffer, Integer> before = new TreeMap<>();
    Sql.query(
        c,
        "INSERT INTO "
            + tables.cardCount()
            + " AS t SELECT * FROM unnest(?, ?)"
            + " ON CONFLICT (pseudonym) DO UPDATE SET n = t.n + excluded.n RETURNING pseudonym, n",
        r -> {
          ByteBuffer person = ByteBuffer.wrap(r.getBytes(1));
          return before.put(person, r.getInt(2) - byPerson.get(person).size());
        },
        Sql.bytes(c, byPerson.keySet().stream().map(ByteBuffer::array).toList()),
        Sql.ints(c, byPerson.values().stream().map(List::size).toList()));
    return before;
  }
}
