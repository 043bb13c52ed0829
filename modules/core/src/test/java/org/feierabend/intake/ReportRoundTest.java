package org.feierabend.intake;

import static org.feierabend.intake.Scene.WEEK;
import static org.feierabend.intake.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.people.Employer;
import org.feierabend.policy.Reporting;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.junit.jupiter.api.Test;

/**
 * The first week is that of Monday, 5 January 2026; its report is prepared on Wednesday the 14th.
 */
class ReportRoundTest {
  private static final Instant BEFORE = at("2026-01-14T06:59");
  private static final Instant DUE = at("2026-01-14T07:00");

  private final Scene scene = new Scene(Employer.ClockKind.WALL);
  private final MemoryReports issued = new MemoryReports();
  private final Box open = new Box("open", true);
  private final Box shut = new Box("shut", false);

  private ReportRound process = fresh();

  private ReportRound fresh() {
    return new ReportRound(
        employer -> Reporting.STANDARD,
        scene.house,
        employer -> scene.house.ledger,
        issued,
        employer -> List.of(open, shut));
  }

  private void round(Instant now) {
    process.round(scene.employer, now);
  }

  private List<String> prepared() {
    return issued.all(scene.employer).stream().map(r -> r.period().label()).toList();
  }

  @Test
  void a_report_is_prepared_at_its_time_whatever_happened() {
    round(BEFORE);
    assertEquals(List.of(), prepared());
    round(DUE);
    assertEquals(List.of("2026-W02"), prepared());
    round(at("2026-02-04T07:00"));
    assertEquals(
        Set.of("2026-W02", "2026-W03", "2026-W04", "2026-W05", "2026-01"), Set.copyOf(prepared()));
  }

  @Test
  void a_week_of_the_period_that_is_still_open_is_waited_for() {
    scene.house.open(scene.employer, WEEK);
    round(DUE);
    assertEquals(List.of(), prepared());
    scene.house.states.put(WEEK, Weeks.State.DESTROYED);
    round(DUE.plusSeconds(60));
    assertEquals(List.of("2026-W02"), prepared());
  }

  @Test
  void it_goes_out_once_and_where_the_door_is_shut_when_it_opens() {
    round(DUE);
    round(DUE.plusSeconds(30));
    assertEquals(List.of("2026-W02"), open.sent);
    assertEquals(List.of(), shut.sent);
    shut.isOpen = true;
    process = fresh(); // a restart forgets nothing
    round(DUE.plusSeconds(60));
    round(DUE.plusSeconds(90));
    assertEquals(List.of("2026-W02"), shut.sent);
    assertEquals(List.of("2026-W02"), open.sent);
  }

  @Test
  void a_way_out_that_fails_holds_up_no_other_and_is_tried_again() {
    shut.isOpen = true;
    open.fails = true;
    assertThrows(IllegalStateException.class, () -> round(DUE));
    assertEquals(List.of("2026-W02"), shut.sent);
    open.fails = false;
    round(DUE.plusSeconds(30));
    assertEquals(List.of(), open.sent, "left in peace for a while");
    round(DUE.plusSeconds(600));
    assertEquals(List.of("2026-W02"), open.sent);
    assertEquals(List.of("2026-W02"), shut.sent);
  }

  private static final class Box implements ReportOutlet {
    private final String key;
    private final List<String> sent = new ArrayList<>();
    private boolean isOpen;
    private boolean fails;

    Box(String key, boolean isOpen) {
      this.key = key;
      this.isOpen = isOpen;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public boolean takes(ReportPeriod.Kind kind) {
      return kind == ReportPeriod.Kind.WEEKLY;
    }

    @Override
    public boolean open(Employer employer, Instant now) {
      return isOpen;
    }

    @Override
    public void send(Employer employer, Report report, Instant now) {
      if (fails) throw new IllegalStateException("full");
      sent.add(report.period().label());
    }
  }

  private static final class MemoryReports implements IssuedReports {
    private final List<Issued> reports = new ArrayList<>();
    private final Map<ReportPeriod, Set<String>> handed = new HashMap<>();

    @Override
    public List<Issued> all(Employer employer) {
      return List.copyOf(reports);
    }

    @Override
    public void issue(Employer employer, Issued report) {
      reports.add(report);
    }

    @Override
    public Set<String> handedTo(Employer employer, ReportPeriod period) {
      return handed.getOrDefault(period, Set.of());
    }

    @Override
    public void handOver(Employer employer, ReportPeriod period, String outlet, Runnable send) {
      send.run();
      handed.computeIfAbsent(period, p -> new HashSet<>()).add(outlet);
    }
  }
}
