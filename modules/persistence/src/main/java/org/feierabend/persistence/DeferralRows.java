package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.feierabend.contact.ContactClass;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Answered;
import org.feierabend.intake.Deferral;
import org.feierabend.people.Employer;

/** Writes what a batch holds until later, and takes away what was answered. */
record DeferralRows(Connection c, Employer employer) {
  /**
   * @param place in its batch
   */
  private record Arrival(long place, Deferral deferral) {}

  /** Written in the order of ids, as every writer does; released in the order of arrival. */
  void insert(List<Accepted> arrived, Collection<Accepted> fresh) throws SQLException {
    Set<Accepted> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean all = fresh.size() == arrived.size();
    if (!all) counted.addAll(fresh);
    TreeMap<ByteBuffer, Arrival> byId = new TreeMap<>();
    for (Accepted a : arrived)
      if (a.deferral().isPresent() && (all || counted.contains(a)))
        byId.putIfAbsent(
            ByteBuffer.wrap(a.deferral().get().id()), new Arrival(byId.size(), a.deferral().get()));
    if (byId.isEmpty() || Copy.pays(byId.size()) && allNew(byId.values())) return;
    upsert(byId.values().stream().toList());
  }

  /** After a crash emptied the week's tables some may be held already: then none is put in here. */
  private boolean allNew(Collection<Arrival> arrivals) throws SQLException {
    long now =
        Sql.query(c, "SELECT (extract(epoch FROM now()) * 1000000)::bigint", r -> r.getLong(1))
            .get(0);
    Map<ContactClass, byte[]> words = new HashMap<>(); // few are different
    Copy rows = new Copy();
    for (Arrival a : arrivals) {
      Deferral d = a.deferral();
      rows.row(10).bytes(d.id()).integer(Math.toIntExact(employer.no())).number(d.personNo());
      rows.text(d.ref().source()).text(d.ref().id()).text(d.channel().name());
      rows.bytes(words.computeIfAbsent(d.contact(), DeferralRows::words));
      rows.instant(d.until()).bool(d.unlessAnswered());
      rows.number(now + a.place());
    }
    return rows.unlessThere(
        c,
        "deferral (id, employer, person, ref_source, ref_id, channel, class, until,"
            + " unless_answered, arrived)");
  }

  private static byte[] words(ContactClass contact) {
    return ContactWords.write(contact).getBytes(StandardCharsets.UTF_8);
  }

  private void upsert(List<Arrival> arrivals) throws SQLException {
    List<Deferral> all = arrivals.stream().map(Arrival::deferral).toList();
    Sql.update(
        c,
        "INSERT INTO deferral (employer, id, person, ref_source, ref_id, channel, class, until,"
            + " unless_answered, arrived) SELECT ?, d.id, d.person, d.source, d.ref, d.channel,"
            + " d.class, d.until, d.unless_answered, (extract(epoch FROM now()) * 1000000)::bigint"
            + " + d.place FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS d (id, person, source, ref,"
            + " channel, class, until, unless_answered, place) ON CONFLICT (id) DO UPDATE SET until"
            + " = excluded.until, unless_answered = excluded.unless_answered",
        employer.no(),
        Sql.bytes(c, all.stream().map(Deferral::id).toList()),
        Sql.longs(c, all.stream().map(Deferral::personNo).toList()),
        Sql.texts(c, all.stream().map(d -> d.ref().source()).toList()),
        Sql.texts(c, all.stream().map(d -> d.ref().id()).toList()),
        Sql.texts(c, all.stream().map(d -> d.channel().name()).toList()),
        Sql.texts(c, all.stream().map(d -> ContactWords.write(d.contact())).toList()),
        Sql.instants(c, all.stream().map(Deferral::until).toList()),
        c.createArrayOf("boolean", all.stream().map(Deferral::unlessAnswered).toArray()),
        Sql.longs(c, arrivals.stream().map(Arrival::place).toList()));
  }

  /** What was due before the answer stays. */
  void deleteAnswered(List<Answered> answers) throws SQLException {
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
}
