package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.intake.Acceptance.Accepted;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.intake.Acceptance.Effects;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.KeptCard;
import org.feierabend.intake.WhyCard;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class NoPersonTest {
  private static final String UNMISTAKABLE = "@nobody.example";

  @Test
  void a_persons_id_stands_in_the_directory_alone_and_no_pseudonym_outlives_its_week(
      @TempDir Path keys) {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("nobody", 60));
      JdbcWeeks weeks = new JdbcWeeks(database);
      WeekKey key = new FileWeekKeys(keys).openOrCreate(employer.id(), WEEK);
      live(database, directory, employer, weeks, key);

      assertEquals(Set.of("public.person"), tablesWith(database, List.of(UNMISTAKABLE)));
      List<String> pseudonyms =
          directory.people(employer).stream()
              .map(p -> HexFormat.of().formatHex(key.pseudonym(p.id())))
              .toList();
      WeekTables tables = WeekTables.of(employer, WEEK);
      assertEquals(
          Set.of(tables.tally(), tables.card(), tables.cardCount()),
          tablesWith(database, pseudonyms));

      weeks.seal(employer, WEEK);
      weeks.release(
          employer, WEEK, Map.of(0, 60L), (s, h) -> Sample.row(h, LedgerRow.Type.RELEASE, WEEK));
      assertEquals(Set.of("public.person"), tablesWith(database, List.of(UNMISTAKABLE)));
      assertEquals(Set.of(), tablesWith(database, pseudonyms));
      assertEquals(List.of(), statisticsWith(database, UNMISTAKABLE));
    }
  }

  private static void live(
      Database database, JpaDirectory directory, Employer employer, JdbcWeeks weeks, WeekKey key) {
    weeks.open(employer, WEEK);
    JdbcBlockPlans plans =
        new JdbcBlockPlans(database, directory, (e, q, u, s) -> BlockPartition.of(q, u, s, 20));
    List<Accepted> accepted = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Map<Long, Instant> rests = new HashMap<>();
    for (Person p : directory.people(employer)) {
      Ref ref = new Ref("/mail", "queue-" + p.no());
      byte[] digest = key.refDigest(ref, p.id());
      Instant until = Instant.parse("2026-02-02T06:00:00Z");
      Deferral deferral =
          Deferral.held(
              key.deferralId(ref, p.id()),
              p.no(),
              ref,
              ContactClass.message(Channel.MAIL, Sender.COLLEAGUE),
              until);
      accepted.add(
          new Accepted(
              WEEK,
              Digest.of(digest),
              Optional.of(deferral),
              "outcome:DEFER",
              List.of("rest"),
              Optional.of(
                  new KeptCard(
                      key,
                      key.pseudonym(p.id()),
                      new WhyCard(
                          until,
                          Channel.MAIL,
                          "DEFER",
                          Optional.of(until),
                          new Reason(
                              "rest",
                              new Sentence("Satz", "sentence"),
                              "basis",
                              Reason.RestsOn.LAW),
                          "7f3a"))),
              Optional.empty()));
      int block = plans.block(employer, WEEK.quarter(), p).orElseThrow();
      marks.add(new Mark(key.pseudonym(p.id()), block, Indicator.CONTACTS_OUTSIDE, digest));
      rests.put(p.no(), until);
    }
    new JdbcAcceptance(database)
        .commit(
            employer,
            new Effects(
                accepted, Map.of(), Map.of(), rests, Map.of(WEEK, Map.of(0, 60L)), List.of()));
    weeks.tally(employer, WEEK, marks, Map.of(0, 0L), Map.of(0, 60L));
    assertEquals(60, new JdbcDeferrals(database).count(employer));
  }

  /** ANALYZE copies sample values; these stand in no directory table. */
  private static List<String> statisticsWith(Database database, String needle) {
    return database.transaction(
        c -> {
          Sql.update(c, "ANALYZE");
          return Sql.query(
              c,
              "SELECT tablename || '.' || attname FROM pg_stats WHERE pg_stats::text LIKE ?",
              r -> r.getString(1),
              "%" + needle + "%");
        });
  }

  private static Set<String> tablesWith(Database database, List<String> needles) {
    return database.transaction(
        c -> {
          List<String> tables =
              Sql.query(
                  c,
                  "SELECT schemaname || '.' || tablename FROM pg_tables"
                      + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
                  r -> r.getString(1));
          assertTrue(tables.size() > 15, tables.toString());
          Set<String> found = new TreeSet<>();
          for (String table : tables) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
              c.unwrap(PGConnection.class)
                  .getCopyAPI()
                  .copyOut("COPY " + table + " TO STDOUT", out);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            String dump = out.toString(StandardCharsets.UTF_8);
            if (needles.stream().anyMatch(dump::contains)) found.add(table);
          }
          return found;
        });
  }
}
