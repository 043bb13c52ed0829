package org.feierabend.server;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.feierabend.decision.TableReachability;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * Compiles and proves, for each edition that takes force, the decisions that can occur to an
 * employer's people in the weeks ahead; what they meet beyond that is compiled when it is met. The
 * table follows from what was approved; its digest is logged, so that two servers can be compared.
 */
final class Preparation {
  private static final System.Logger LOG = System.getLogger(Preparation.class.getName());
  private static final Duration AHEAD = Duration.ofDays(14);

  private final Directory directory;
  private final RulesInForce rules;
  private final Map<Integer, String> done = new HashMap<>();

  Preparation(Directory directory, RulesInForce rules) {
    this.directory = directory;
    this.rules = rules;
  }

  /** Once for each employer and edition. */
  void round(Employer employer, Instant now) {
    if (employer.clock() == Employer.ClockKind.EVENT) return;
    if (!(rules.under(employer.policy()) instanceof TableReachability table)) return;
    if (table.edition().equals(done.put(employer.no(), table.edition()))) return;
    long began = System.nanoTime();
    TableReachability.Prepared found =
        table.prepare(
            directory.people(employer).stream().map(Person::facts).toList(), now, now.plus(AHEAD));
    LOG.log(
        found.doubtful() == 0 ? Level.INFO : Level.WARNING,
        "Edition {0}: {1} kinds of stretch compiled and proven in {2} ms, {3} cells in doubt; table {4}.",
        table.edition().substring(0, 12),
        Integer.toString(found.kinds()),
        Long.toString((System.nanoTime() - began) / 1_000_000),
        Integer.toString(found.doubtful()),
        found.digest());
  }
}
