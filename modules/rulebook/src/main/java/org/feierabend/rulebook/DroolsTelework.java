package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import org.feierabend.telework.Measure;
import org.feierabend.telework.Share;
import org.feierabend.telework.Telework;
import org.feierabend.telework.TeleworkFindings;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkRequest;
import org.feierabend.telework.TeleworkVerdict;
import org.feierabend.timeline.PersonFacts.Regime;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** {@code rules/telework}, consulted in a fresh session each time; safe for any thread. */
public final class DroolsTelework implements Telework {
  private final KieBase base;
  private final Map<String, RuleText> texts;
  private final Parameters parameters;
  private final TeleworkStates states;
  private final String muted;

  /**
   * @param home the checkout directory, with {@code rules/} below it
   */
  public DroolsTelework(Path home) {
    Path rules = home.resolve("rules");
    String edition = Edition.of(home);
    this.base =
        RuleCompiler.compile(
            RuleCompiler.files(rules.resolve("telework")), "telework-" + edition.substring(0, 12));
    this.texts = DroolsRuleBook.texts(base);
    this.parameters = new Parameters(Entry.read(rules.resolve("parameters.yaml")), edition);
    this.states = TeleworkStates.read(Entry.read(rules.resolve("telework-states.yaml")));
    this.muted = "";
  }

  private DroolsTelework(DroolsTelework same, String muted) {
    this.base = same.base;
    this.texts = same.texts;
    this.parameters = same.parameters;
    this.states = same.states;
    this.muted = muted;
  }

  /** The same rules without one. */
  DroolsTelework without(String rule) {
    return new DroolsTelework(this, rule);
  }

  Map<String, RuleText> texts() {
    return texts;
  }

  @Override
  public TeleworkVerdict judge(TeleworkRequest request) {
    Measure measure = new Measure(request, law(request.regime(), request.day().date()));
    Share quarter = measure.quarter();
    var quota = request.agreement().quota();
    var state =
        new TeleworkVerdict.QuotaState(
            quota, quarter.minutes(), quota.of(quarter.of()), quarter.weeks());
    KieSession session = base.newKieSession();
    try {
      TeleworkFindings findings = new TeleworkFindings();
      session.setGlobal("findings", findings);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              findings.speaking(texts.get(event.getMatch().getRule().getName()).reason());
            }
          });
      session.insert(measure.facts());
      session.fireAllRules(match -> !match.getRule().getName().equals(muted));
      return findings.weigh(state);
    } finally {
      session.dispose();
    }
  }

  private TeleworkLaw law(Regime regime, LocalDate on) {
    return new TeleworkLaw(
        Duration.parse(value("weekly-hours", regime, on)),
        Period.parse(value("telework-term", regime, on)),
        Period.parse(value("telework-trial", regime, on)),
        Period.parse(value("telework-horizon", regime, on)),
        Integer.parseInt(value("telework-substantial", regime, on)),
        Integer.parseInt(value("telework-limit", regime, on)),
        states.regulated(),
        states.signed());
  }

  private String value(String name, Regime regime, LocalDate on) {
    return parameters.value(name, regime.name().toLowerCase(Locale.ROOT), on).get(0);
  }
}
