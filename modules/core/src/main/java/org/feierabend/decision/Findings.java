package org.feierabend.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What rules call, once each. A rule says what it finds; {@link Weighing} decides what comes of it.
 */
public final class Findings {
  private final List<Finding> found = new ArrayList<>();
  private Reason speaking;

  /** Called before each rule speaks, so that what it finds carries its reason. */
  public void speaking(Reason rule) {
    speaking = rule;
  }

  /** The contact waits until the protection ends. */
  public void protect(Protection protection) {
    found.add(new Finding.Protects(protection, Finding.Answer.WAIT, speaking));
  }

  /** The contact lands without notification, and somebody looks at it. */
  public void review(Protection protection) {
    found.add(new Finding.Protects(protection, Finding.Answer.REVIEW, speaking));
  }

  public void routeToDeputy(Protection protection) {
    found.add(new Finding.Protects(protection, Finding.Answer.TO_DEPUTY, speaking));
  }

  public void refuse(Protection protection) {
    found.add(new Finding.Protects(protection, Finding.Answer.REFUSE, speaking));
  }

  public void exempt(Exemption exemption) {
    found.add(new Finding.Exempts(exemption, speaking));
  }

  public void allow() {
    found.add(new Finding.Allows(speaking));
  }

  public void routeToOnCall() {
    found.add(new Finding.ToOnCall(speaking));
  }

  /** Received at once; only the notification waits. */
  public void receive() {
    found.add(new Finding.Receives(speaking));
  }

  /** Never notifies. */
  public void silence() {
    found.add(new Finding.Silences(speaking));
  }

  public void leaveUncounted() {
    found.add(new Finding.Uncounts(speaking));
  }

  public void advise(Advice advice) {
    found.add(new Finding.Advises(advice, speaking));
  }

  public List<Finding> all() {
    return List.copyOf(found);
  }
}
