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
    Copy sheets = new Copy();
    boolean any = false;
    for (Map.Entry<ByteBuffer, Integer> before : counted(byPerson).entrySet()) {
      List<KeptCard> cards = byPerson.get(before.getKey());
      int room = WhyCards.MOST - before.getValue();
      if (room <= 0) continue;
      sheets
          .row(3)
          .bytes(before.getKey().array())
          .integer(before.getValue())
          .bytes(KeptCard.sealed(cards.subList(0, Math.min(room, cards.size())), seal));
      any = true;
    }
    if (any) sheets.into(c, tables.card() + " (pseudonym, n, sealed)");
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
