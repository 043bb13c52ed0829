package org.feierabend.channels.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.Canaries;
import org.feierabend.report.Figures;
import org.feierabend.report.Indicator;
import org.feierabend.report.PublishedRelease;
import org.feierabend.report.Rational;
import org.feierabend.timeline.IsoWeek;

/**
 * A town of 1,000 people with a year and more of releases; contacts outside hours double in 2026.
 */
final class SampleReports {
  static final EmployerId TOWN = new EmployerId("town");
  private static final String[] NAMES = {
    "Bürgerdienste", "Jugendamt", "Kindertagesstätten", "Bauhof & Grün", "Kämmerei", "Rechtsamt"
  };
  private static final String[] ENGLISH = {
    "Citizen services", "Youth office", "Day-care", "Public works", "Treasury", "Legal office"
  };
  private static final int[] PEOPLE = {240, 180, 310, 95, 55, 12};

  /** Invented people beside them, who count nowhere. */
  private static final int CANARIES = 300;

  private SampleReports() {}

  static BlockPlan plan(String quarter) {
    List<Unit> units = new ArrayList<>();
    UnitId top = new UnitId("town");
    units.add(
        new Unit(top, new Sentence("Stadtverwaltung", "City administration"), Optional.empty()));
    Map<UnitId, Integer> staff = new HashMap<>(Map.of(top, 8));
    for (int i = 0; i < PEOPLE.length; i++) {
      UnitId id = new UnitId("unit-" + i);
      units.add(new Unit(id, new Sentence(NAMES[i], ENGLISH[i]), Optional.of(top)));
      staff.put(id, PEOPLE[i]);
    }
    units.add(new Unit(Canaries.ROOT, new Sentence("Prüfgruppen", "Canaries"), Optional.empty()));
    staff.put(Canaries.ROOT, CANARIES);
    return BlockPartition.of(quarter, units, staff, 20);
  }

  /** Weeks 2025-W01 to 2026-W13, one of them missing. */
  static Figures figures() {
    List<PublishedRelease> releases = new ArrayList<>();
    IsoWeek last = IsoWeek.parse("2026-W13");
    int n = 0;
    for (IsoWeek week = IsoWeek.parse("2025-W01"); week.compareTo(last) <= 0; week = week.next())
      if (n++ != 20) releases.add(release(week, n));
    return new Figures(releases);
  }

  private static PublishedRelease release(IsoWeek week, int n) {
    BlockPlan plan = plan(week.quarter());
    List<Map<Indicator, Long>> noised = new ArrayList<>();
    for (BlockPlan.Block block : plan.blocks()) {
      Map<Indicator, Long> counts = new EnumMap<>(Indicator.class);
      int wave = (n * 7 + block.headcount()) % 11 - 5;
      int contacts = week.year() == 2026 ? 40 : 20;
      counts.put(Indicator.CONTACTS_OUTSIDE, block.headcount() * contacts / 100L + wave);
      counts.put(Indicator.MEETINGS_OUTSIDE, block.headcount() * 15 / 100L - wave);
      counts.put(Indicator.REST_CUT, block.headcount() * 4 / 100L + wave);
      noised.add(counts);
    }
    return new PublishedRelease(
        TOWN,
        week,
        "e".repeat(64),
        plan,
        Indicator.CORE,
        Rational.of(78),
        Rational.ONE,
        noised,
        "5a".repeat(32));
  }
}
