package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import org.feierabend.telework.Gauge;
import org.feierabend.telework.Share;
import org.feierabend.telework.Telework;
import org.feierabend.telework.TeleworkFindings;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkRequest;
import org.feierabend.telework.TeleworkVerdict;
import org.feierabend.timeline.PersonFacts.Regime;
import org.kie.api.KieBase;

/** {@code rules/telework}, consulted in a fresh session each time; safe for any thread. */
public final class DroolsTelework implements Telework {
  private final Consultation rules;
  private final Parameters parameters;
  private final TeleworkStates states;

  /**
   * @param home the checkout directory, with {@code rules/} below it
   */
  public DroolsTelework(Path home) {
    Path folder = home.resolve("rules");
    String edition = Edition.of(home);
    KieBase base =
        RuleCompiler.compile(
            RuleCompiler.files(folder.resolve("telework")), "telework-" + edition.substring(0, 12));
    this.rules = new Consultation(base, DroolsRuleBook.texts(base), "");
    this.parameters = new Parameters(Entry.read(folder.resolve("parameters.yaml")), edition);
    this.states = TeleworkStates.read(Entry.read(folder.resolve("telework-states.yaml")));
  }

  private DroolsTelework(DroolsTelework same, String muted) {
    this.rules = new Consultation(same.rules.base(), same.rules.texts(), muted);
    this.parameters = same.parameters;
    this.states = same.states;
  }

  /** The same rules without one. */
  DroolsTelework without(String rule) {
    return new DroolsTelework(this, rule);
  }

  Map<String, RuleText> texts() {
    return rules.texts();
  }

  @Override
  public TeleworkVerdict judge(TeleworkRequest request) {
    Gauge gauge =
        new Gauge(request, law(request.regime(), request.day().date()).limited(request.limits()));
    Share quarter = gauge.quarter();
    var quota = request.agreement().quota();
    var state =
        new TeleworkVerdict.QuotaState(
            quota, quarter.minutes(), quota.of(quarter.of()), quarter.weeks());
    TeleworkFindings findings = new TeleworkFindings();
    rules.ask("findings", findings, findings::speaking, gauge.facts());
    return findings.weigh(state);
  }

  @Override
  public TeleworkLaw law(Regime regime, LocalDate on) {
    return new TeleworkLaw(
        Duration.parse(value("weekly-hours", regime, on)),
        longestWeek(regime, on),
        Period.parse(value("telework-term", regime, on)),
        Period.parse(value("telework-trial", regime, on)),
        Period.parse(value("telework-revocation-notice", regime, on)),
        reminder("telework-reminder-term", regime, on),
        reminder("telework-reminder-trial", regime, on),
        Period.parse(value("telework-horizon", regime, on)),
        Integer.parseInt(value("telework-substantial", regime, on)),
        Integer.parseInt(value("telework-limit", regime, on)),
        states.regulated(),
        states.signed());
  }

  /** A rule book of before a contract's week had an end has none but the week's own. */
  private Duration longestWeek(Regime regime, LocalDate on) {
    return parameters.all().containsKey("longest-week")
        ? Duration.parse(value("longest-week", regime, on))
        : Duration.ofDays(7);
  }

  /** A rule book of before there were reminders still holds: it reminds on the last day. */
  private Period reminder(String name, Regime regime, LocalDate on) {
    return parameters.all().containsKey(name) ? Period.parse(value(name, regime, on)) : Period.ZERO;
  }

  private String value(String name, Regime regime, LocalDate on) {
    return parameters.value(name, regime.name().toLowerCase(Locale.ROOT), on).get(0);
  }
}
