package org.feierabend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.Channel;
import org.feierabend.intake.ContactDigest;
import org.feierabend.people.Employer;
import org.feierabend.push.Opening;
import org.feierabend.push.Openings;

/** Openings still to be told, in the table {@code window_opening}. */
public final class JdbcOpenings implements Openings {
  private final Database database;

  public JdbcOpenings(Database database) {
    this.database = database;
  }

  @Override
  public void note(Employer employer, List<ContactDigest> released, Instant now) {
    for (ContactDigest digest : released) {
      List<Integer> counts = counts(digest);
      if (counts.stream().allMatch(n -> n == 0)) continue;
      long person = digest.contacts().get(0).deferral().personNo();
      database.transaction(
          c ->
              Sql.update(
                  c,
                  "INSERT INTO window_opening (employer, person, key, counts, at)"
                      + " SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM push_subscription"
                      + " WHERE employer = ? AND person = ?) ON CONFLICT (key) DO NOTHING",
                  employer.no(),
                  person,
                  digest.id(),
                  Sql.ints(c, counts),
                  now,
                  employer.no(),
                  person));
    }
  }

  /** What notifies: whatever lands silently, or goes to somebody else, makes no sound here. */
  private static List<Integer> counts(ContactDigest digest) {
    List<Integer> counts = new ArrayList<>();
    for (Channel channel : Channel.values())
      counts.add(
          (int)
              digest.contacts().stream()
                  .filter(r -> r.outcome().equals("DELIVER"))
                  .filter(r -> r.deferral().channel() == channel)
                  .count());
    return counts;
  }

  @Override
  public List<Opening> pending(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT no, person, counts, at FROM window_opening WHERE employer = ? ORDER BY person, no",
                JdbcOpenings::opening,
                employer.no()));
  }

  private static Opening opening(ResultSet r) throws SQLException {
    Integer[] counts = (Integer[]) r.getArray(3).getArray();
    Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values())
      if (counts[channel.ordinal()] > 0) byChannel.put(channel, counts[channel.ordinal()]);
    return new Opening(r.getLong(1), r.getLong(2), byChannel, Sql.instant(r, 4));
  }

  @Override
  public void done(Collection<Opening> openings) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "DELETE FROM window_opening WHERE no = ANY (?)",
                Sql.longs(c, openings.stream().map(Opening::no).toList())));
  }
}
