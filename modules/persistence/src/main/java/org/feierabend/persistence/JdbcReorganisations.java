package org.feierabend.persistence;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.directory.Reorganisations;
import org.feierabend.directory.Said;
import org.feierabend.directory.Said.Field;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;

/** Reorganisations in tables of their own, with people by number. */
public final class JdbcReorganisations implements Reorganisations {
  private final Database database;

  public JdbcReorganisations(Database database) {
    this.database = database;
  }

  @Override
  public List<Plan> all(Employer employer) {
    return database.transaction(
        c -> {
          Map<String, Map<Long, UnitId>> moves = new HashMap<>();
          Sql.query(
              c,
              "SELECT quarter, person, unit FROM reorganisation_move WHERE employer = ?",
              r ->
                  moves
                      .computeIfAbsent(r.getString(1), q -> new HashMap<>())
                      .put(r.getLong(2), new UnitId(r.getString(3))),
              employer.no());
          return Sql.query(
              c,
              "SELECT quarter, units, proposed, confirmed, applied, refused FROM reorganisation"
                  + " WHERE employer = ? ORDER BY quarter",
              r ->
                  new Plan(
                      r.getString(1),
                      units(r.getString(2)),
                      moves.getOrDefault(r.getString(1), Map.of()),
                      Sql.instant(r, 3),
                      said(r, 4),
                      said(r, 5),
                      said(r, 6)),
              employer.no());
        });
  }

  private static Optional<Instant> said(ResultSet r, int column) throws SQLException {
    return Optional.ofNullable(r.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public boolean propose(Employer employer, Plan plan) {
    return database.transaction(
        c -> {
          delete(c, employer, plan.quarter(), "confirmed IS NULL");
          int rows =
              Sql.update(
                  c,
                  "INSERT INTO reorganisation (employer, quarter, units, proposed)"
                      + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  employer.no(),
                  plan.quarter(),
                  text(plan.units()),
                  plan.proposed());
          if (rows == 0) return false;
          List<Long> people = List.copyOf(plan.moves().keySet());
          Sql.update(
              c,
              "INSERT INTO reorganisation_move (employer, quarter, person, unit)"
                  + " SELECT ?, ?, m.* FROM unnest(?, ?) AS m",
              employer.no(),
              plan.quarter(),
              Sql.longs(c, people),
              Sql.texts(c, people.stream().map(no -> plan.moves().get(no).value()).toList()));
          return true;
        });
  }

  @Override
  public boolean confirm(Employer employer, String quarter, Instant now) {
    return database.transaction(
            c ->
                Sql.update(
                    c,
                    "UPDATE reorganisation SET confirmed = ?"
                        + " WHERE employer = ? AND quarter = ? AND confirmed IS NULL",
                    now,
                    employer.no(),
                    quarter))
        == 1;
  }

  @Override
  public boolean withdraw(Employer employer, String quarter) {
    return database.transaction(c -> delete(c, employer, quarter, "applied IS NULL")) == 1;
  }

  @Override
  public boolean applied(Employer employer, String quarter, Instant now) {
    return database.transaction(
        c -> {
          if (!ended(c, employer, quarter, "applied", now)) return false;
          Sql.update(
              c,
              "DELETE FROM reorganisation_move WHERE employer = ? AND quarter = ?",
              employer.no(),
              quarter);
          return true;
        });
  }

  @Override
  public boolean refused(Employer employer, String quarter, Instant now) {
    return database.transaction(c -> ended(c, employer, quarter, "refused", now));
  }

  private static boolean ended(
      Connection c, Employer employer, String quarter, String how, Instant now)
      throws SQLException {
    return Sql.update(
            c,
            "UPDATE reorganisation SET "
                + how
                + " = ? WHERE employer = ? AND quarter = ? AND applied IS NULL AND refused IS NULL",
            now,
            employer.no(),
            quarter)
        == 1;
  }

  private static int delete(Connection c, Employer employer, String quarter, String only)
      throws SQLException {
    return Sql.update(
        c,
        "DELETE FROM reorganisation WHERE employer = ? AND quarter = ? AND " + only,
        employer.no(),
        quarter);
  }

  private static String text(List<Said.OfUnit> units) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Said.OfUnit unit : units) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("line", unit.line())
              .add("id", unit.id().value())
              .add("closes", unit.closes());
      unit.nameDe().ifPresent(name -> one.add("de", name));
      unit.nameEn().ifPresent(name -> one.add("en", name));
      if (unit.parent().said())
        one.add("parent", unit.parent().value().map(UnitId::value).orElse(""));
      all.add(one);
    }
    return all.build().toString();
  }

  private static List<Said.OfUnit> units(String text) {
    List<Said.OfUnit> units = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      for (JsonObject one : reader.readArray().getValuesAs(JsonObject.class))
        units.add(
            new Said.OfUnit(
                one.getInt("line"),
                new UnitId(one.getString("id")),
                Optional.ofNullable(one.getString("de", null)),
                Optional.ofNullable(one.getString("en", null)),
                parent(one),
                Field.silent(),
                one.getBoolean("closes")));
    }
    return units;
  }

  private static Field<UnitId> parent(JsonObject one) {
    if (!one.containsKey("parent")) return Field.silent();
    String id = one.getString("parent");
    return id.isEmpty() ? Field.none() : Field.of(new UnitId(id));
  }
}
