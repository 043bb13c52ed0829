package org.feierabend.persistence;

import java.time.Instant;
import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.signature.BrowserKeys;
import org.feierabend.signature.PublicKey;

/** Keys made in a browser, their private halves wrapped, in PostgreSQL. */
public final class JdbcBrowserKeys implements BrowserKeys {
  private final Database database;

  public JdbcBrowserKeys(Database database) {
    this.database = database;
  }

  @Override
  public boolean keep(EmployerId employer, Role side, Wrapped key, Instant at) {
    boolean made =
        database.transaction(
            c ->
                Sql.update(
                        c,
                        "INSERT INTO browser_key VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        employer.value(),
                        side.name(),
                        key.key().base64(),
                        key.wrapped(),
                        at)
                    == 1);
    return made || all(employer, side).contains(key);
  }

  @Override
  public List<Wrapped> all(EmployerId employer, Role side) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT public, wrapped FROM browser_key"
                    + " WHERE employer = ? AND side = ? ORDER BY made",
                r -> new Wrapped(new PublicKey(r.getString(1)), r.getString(2)),
                employer.value(),
                side.name()));
  }
}
