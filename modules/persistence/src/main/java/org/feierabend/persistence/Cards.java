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

/** Writes the cards of a batch into the week's tables, as far as there is room for them. */
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
    List<byte[]> pseudonyms = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<byte[]> sealed = new ArrayList<>();
    for (Map.Entry<ByteBuffer, Integer> before : counted(byPerson).entrySet()) {
      int n = before.getValue();
      for (KeptCard card : byPerson.get(before.getKey())) {
        if (n >= WhyCards.MOST) break;
        pseudonyms.add(before.getKey().array());
        numbers.add(n++);
        sealed.add(card.sealed(seal));
      }
    }
    if (sealed.isEmpty()) return;
    Sql.update(
        c,
        "INSERT INTO " + tables.card() + " SELECT * FROM unnest(?, ?, ?)",
        Sql.bytes(c, pseudonyms),
        Sql.ints(c, numbers),
        Sql.bytes(c, sealed));
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
