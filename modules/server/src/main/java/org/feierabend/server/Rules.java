package org.feierabend.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.feierabend.alert.Alerting;
import org.feierabend.book.Book;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Employer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.policy.Policies;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.rulebook.DroolsAlerts;
import org.feierabend.rulebook.DroolsMinimisation;
import org.feierabend.rulebook.RuleBookReader;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.timeline.Almanac;

/** The rule files and policies of the checkout, compiled. */
final class Rules {
  /** What new employers get unless they name another; compiled before the server is ready. */
  static final String FIRST_POLICY = "p0";

  final Policies policies;
  final Reachabilities reachabilities;
  final DroolsMinimisation minimisation;
  final Alerting alerts;
  final Book book;
  final Function<String, Almanac> almanacs;

  Rules(Path home) {
    RulebookReachabilities compiled = new RulebookReachabilities(home);
    reachabilities = compiled;
    policies = compiled.policies();
    almanacs = compiled::almanac;
    book = new RuleBookReader(home).read();
    minimisation = new DroolsMinimisation(home);
    alerts = new DroolsAlerts(home);
    compiled.under(FIRST_POLICY);
  }

  String edition() {
    return reachabilities.under(FIRST_POLICY).edition();
  }

  BlockPlan blocks(
      Employer employer, String quarter, List<Unit> units, Map<UnitId, Integer> staff) {
    return BlockPartition.of(quarter, units, staff, policies.policy(employer.policy()).k());
  }
}
