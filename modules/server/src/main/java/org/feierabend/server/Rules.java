package org.feierabend.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feierabend.book.Book;
import org.feierabend.policy.Policies;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.rulebook.DroolsAlerts;
import org.feierabend.rulebook.DroolsMinimisation;
import org.feierabend.rulebook.DroolsPolicyTrials;
import org.feierabend.rulebook.DroolsTelework;
import org.feierabend.rulebook.RuleBookReader;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.rulebook.ScenarioCommand;
import org.feierabend.rulebook.YamlPolicyForms;

/** The rule files and policies of one folder, compiled: an edition. */
final class Rules {
  /** What new employers get unless they name another; compiled before the server is ready. */
  static final String FIRST_POLICY = "p0";

  final Path home;
  final Policies policies;
  final RulebookReachabilities reachabilities;
  final DroolsMinimisation minimisation;
  final DroolsAlerts alerts;
  final DroolsTelework telework;
  final PolicyForms forms;
  final PolicyTrials trials;
  final Book book;

  /** Fails with file, line and reason where a file is wrong. */
  Rules(Path home) {
    this.home = home;
    reachabilities = new RulebookReachabilities(home);
    policies = reachabilities.policies();
    book = new RuleBookReader(home).read();
    minimisation = new DroolsMinimisation(home);
    forms = new YamlPolicyForms(home);
    alerts = new DroolsAlerts(home);
    telework = new DroolsTelework(home);
    trials = new DroolsPolicyTrials(home, reachabilities, minimisation, telework, alerts);
    reachabilities.under(FIRST_POLICY);
  }

  private Rules(Rules same, RulebookReachabilities reachabilities) {
    this.home = same.home;
    this.reachabilities = reachabilities;
    policies = same.policies;
    forms = same.forms;
    trials = same.trials;
    book = same.book;
    minimisation = same.minimisation;
    alerts = same.alerts;
    telework = same.telework;
  }

  /** The same, with no answer valid beyond that instant. */
  Rules endingAt(Instant instant) {
    Rules ending = new Rules(this, reachabilities.endingAt(instant));
    ending.reachabilities.takeOver(reachabilities);
    return ending;
  }

  /** What its own scenarios say against it; empty: all pass. */
  Optional<String> failedScenarios() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    if (ScenarioCommand.run(home, List.of(home.resolve("rules").toString()), out, out) == 0)
      return Optional.empty();
    return Optional.of(
        said.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("PASS"))
            .limit(10)
            .collect(Collectors.joining("\n")));
  }

  /** Of rules and first policy, as every answer quotes it. */
  String edition() {
    return reachabilities.under(FIRST_POLICY).edition();
  }
}
