package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class ReleaseMakerTest {
  static final EmployerId CITY = new EmployerId("city");
  static final ReleaseTerms TERMS = ReleaseTerms.of("e".repeat(64), Indicator.CORE, Rational.ONE);

  private final LedgerSigner signer = LedgerSigner.create();
  private final ReleaseMaker maker =
      new ReleaseMaker(signer, new Random(7)::nextBytes, "c".repeat(64));

  static BlockPlan plan(String quarter) {
    List<Unit> units = new ArrayList<>();
    Optional<UnitId> top = Optional.of(new UnitId("city"));
    units.add(new Unit(top.get(), new Sentence("Stadt Ünterhausen", "Town"), Optional.empty()));
    Map<UnitId, Integer> staff = new HashMap<>(Map.of(top.get(), 3));
    int[] people = {180, 95, 55, 12, 11, 4};
    for (int i = 0; i < people.length; i++) {
      UnitId id = new UnitId("unit-" + i);
      units.add(new Unit(id, new Sentence("Amt " + i, "Office " + i), top));
      staff.put(id, people[i]);
    }
    return BlockPartition.of(quarter, units, staff, 20);
  }

  LedgerRow release(IsoWeek week, Sums sums, List<LedgerRow> ledger) {
    LedgerHead head = ledger.isEmpty() ? LedgerHead.EMPTY : ledger.get(ledger.size() - 1).head();
    return maker.release(CITY, week, terms(week), plan(week.quarter()), sums, head, ledger);
  }

  /** In the third quarter of 2026 it is the meetings' density that is published. */
  private static ReleaseTerms terms(IsoWeek week) {
    return week.quarter().equals("2026-Q3")
        ? ReleaseTerms.of(
            "e".repeat(64),
            List.of(Indicator.CONTACTS_OUTSIDE, Indicator.MEETING_DENSITY, Indicator.REST_CUT),
            Rational.ONE)
        : TERMS;
  }

  /** Weeks released and destroyed one after the other. */
  List<LedgerRow> ledger(IsoWeek first, int weeks) {
    List<LedgerRow> rows = new ArrayList<>();
    IsoWeek week = first;
    for (int i = 0; i < weeks; i++, week = week.next()) {
      LedgerRow row = release(week, new Sums(Map.of(0, Map.of(Indicator.REST_CUT, 17))), rows);
      rows.add(row);
      rows.add(maker.destroyed(CITY, week, row.hash(), row.head()));
    }
    return rows;
  }

  @Test
  void a_release_shows_a_noised_figure_for_every_block_and_indicator_and_nothing_unnoised() {
    LedgerRow row =
        release(
            IsoWeek.parse("2026-W05"),
            new Sums(Map.of(0, Map.of(Indicator.CONTACTS_OUTSIDE, 60))),
            List.of());
    PublishedRelease read = PublishedRelease.read(row);
    assertEquals(plan("2026-Q1"), read.plan());
    assertEquals(
        List.of("rest-of-city", "unit-0", "unit-1", "unit-2"),
        read.plan().blocks().stream().map(BlockPlan.Block::id).sorted().toList());
    assertEquals(read.plan().blocks().size(), read.noised().size());
    for (Map<Indicator, Long> figures : read.noised()) assertEquals(3, figures.size());
    assertEquals("78/1", read.sigma2().toString());
    assertTrue(
        row.json()
            .contains(
                "\"rho\":{\"left\":\"51/52\",\"spent\":\"1/52\",\"week\":\"1/52\",\"year\":\"1/1\"}"));
  }

  @Test
  void rows_are_numbered_chained_hashed_and_signed() {
    List<LedgerRow> rows = ledger(IsoWeek.parse("2026-W01"), 3);
    String prev = LedgerHead.EMPTY.hash();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> json = JsonReader.object(rows.get(i).json());
      assertEquals(CanonicalJson.write(json), rows.get(i).json());
      assertEquals((long) i, json.get("seq"));
      assertEquals(prev, json.get("prev"));
      byte[] signature = Base64.getDecoder().decode((String) json.remove("signature"));
      String hash = (String) json.remove("hash");
      assertEquals(CanonicalJson.sha256(json), hash);
      assertTrue(signer.verify(HexFormat.of().parseHex(hash), signature));
      assertFalse(LedgerSigner.create().verify(HexFormat.of().parseHex(hash), signature));
      prev = hash;
    }
  }

  @Test
  void a_week_is_released_once() {
    List<LedgerRow> rows = ledger(IsoWeek.parse("2026-W01"), 2);
    assertThrows(
        ReleaseMaker.Refused.class,
        () -> release(IsoWeek.parse("2026-W02"), new Sums(Map.of()), rows));
  }

  @Test
  void a_ledger_that_does_not_end_at_the_head_is_no_ground_for_a_release() {
    List<LedgerRow> rows = ledger(IsoWeek.parse("2026-W01"), 2);
    assertThrows(
        ReleaseMaker.Refused.class,
        () ->
            maker.release(
                CITY,
                IsoWeek.parse("2026-W03"),
                TERMS,
                plan("2026-Q1"),
                new Sums(Map.of()),
                rows.get(3).head(),
                rows.subList(0, 2)));
  }

  @Test
  void a_broken_tally_is_refused_without_telling_its_number() {
    ReleaseMaker.Refused refused =
        assertThrows(
            ReleaseMaker.Refused.class,
            () ->
                release(
                    IsoWeek.parse("2026-W01"),
                    new Sums(Map.of(0, Map.of(Indicator.REST_CUT, 4711))),
                    List.of()));
    assertFalse(refused.getMessage().contains("4711"));
  }

  @Test
  void a_town_too_small_for_a_block_publishes_no_figure() {
    UnitId id = new UnitId("hamlet");
    BlockPlan hamlet =
        BlockPartition.of(
            "2026-Q1",
            List.of(new Unit(id, new Sentence("Weiler", "Hamlet"), Optional.empty())),
            Map.of(id, 19),
            20);
    LedgerRow row =
        maker.release(
            CITY,
            IsoWeek.parse("2026-W01"),
            TERMS,
            hamlet,
            new Sums(Map.of()),
            LedgerHead.EMPTY,
            List.of());
    assertTrue(row.json().contains("\"blocks\":[]"));
    assertEquals(hamlet, BlockPlanJson.read(BlockPlanJson.write(hamlet)));
  }

  /** The verifier shares no code with this module; the files are left for a look from outside. */
  @Test
  void sixty_weeks_are_written_with_key_and_head_as_the_works_council_gets_them()
      throws IOException {
    Path out = Files.createDirectories(Path.of("target/ledger-sample"));
    List<LedgerRow> rows = ledger(IsoWeek.parse("2026-W01"), 60);
    Files.writeString(
        out.resolve("ledger.jsonl"),
        String.join("", rows.stream().map(row -> row.json() + "\n").toList()));
    Files.writeString(out.resolve("ledger.pub"), signer.publicPem());
    Files.deleteIfExists(out.resolve("ledger-head"));
    new LedgerHeadFile(out.resolve("ledger-head"), signer).write(CITY, rows.get(119).head());
    assertEquals(60, Figures.of(rows).releases().size());
  }

  @Test
  void an_indicator_that_takes_turns_costs_no_more_and_is_averaged_over_its_own_weeks_alone() {
    Figures figures = Figures.of(ledger(IsoWeek.parse("2026-W14"), 30));
    for (PublishedRelease release : figures.releases())
      assertEquals(Rational.parse("78/1"), release.sigma2());
    assertEquals(
        List.of(
            Indicator.CONTACTS_OUTSIDE,
            Indicator.MEETINGS_OUTSIDE,
            Indicator.REST_CUT,
            Indicator.MEETING_DENSITY),
        figures.indicators());
    assertEquals(
        List.of("2026-Q3"),
        figures.quarters(new UnitId("city"), Indicator.MEETING_DENSITY).stream()
            .map(QuarterFigure::quarter)
            .toList());
    IsoWeek last = IsoWeek.parse("2026-W43");
    for (Figure figure :
        figures.everybody(Indicator.MEETINGS_OUTSIDE, IsoWeek.parse("2026-W40"), last))
      assertEquals(1, ((Figure.Shown) figure).weeks());
  }

  @Test
  void what_people_did_changes_neither_blocks_nor_terms_of_a_release() {
    Random behaviour = new Random(8);
    Set<String> patterns = new HashSet<>();
    int behaviours = Boolean.getBoolean("feierabend.all") ? 10_000 : 1_000;
    for (int i = 0; i < behaviours; i++) {
      Map<Integer, Map<Indicator, Integer>> sums = new HashMap<>();
      for (int b = 0; b < 4; b++)
        for (Indicator j : Indicator.CORE)
          sums.computeIfAbsent(b, x -> new HashMap<>()).put(j, behaviour.nextInt(21));
      LedgerRow row = release(IsoWeek.parse("2026-W05"), new Sums(sums), List.of());
      patterns.add(
          row.json()
              .replaceAll("\"figures\":\\{[^}]*\\}", "")
              .replaceAll("\"(hash|signature)\":\"[^\"]*\"", ""));
    }
    MeasuredFigures.note(
        "10",
        "patterns of suppression over behaviours",
        "" + patterns.size(),
        "1",
        "" + behaviours);
    assertEquals(1, patterns.size());
  }
}
