package org.feierabend.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactKind;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.Finding.Advises;
import org.feierabend.decision.Finding.Allows;
import org.feierabend.decision.Finding.Answer;
import org.feierabend.decision.Finding.Exempts;
import org.feierabend.decision.Finding.Protects;
import org.feierabend.decision.Finding.Receives;
import org.feierabend.decision.Finding.Silences;
import org.feierabend.decision.Finding.ToOnCall;
import org.feierabend.decision.Finding.Uncounts;

/**
 * Weighs findings: any protection wins over any permission except the named exemptions; where no
 * rule allows a contact, it waits; of several answers the strictest stands. One more protecting
 * finding never makes a person more reachable.
 */
public final class Weighing {
  private final List<Finding> findings;

  private Weighing(List<Finding> findings) {
    this.findings = findings;
  }

  /**
   * What becomes of a contact, or of the notice of a slot.
   *
   * @param holdMail false: mail that would wait lands without notification
   */
  public static Cell weigh(List<Finding> findings, Channel channel, boolean holdMail) {
    Weighing w = new Weighing(findings);
    boolean silentMail = channel == Channel.MAIL && !holdMail;
    boolean silent = silentMail || w.is(Silences.class) || w.is(Receives.class);
    return w.cell(silent ? Shape.SILENCE : Shape.DEFER);
  }

  /**
   * Whether a slot may lie here: what the law forbids is refused; a meeting that only the agreement
   * does not expect stays silent and attendance optional, while a shift or a recall is refused.
   */
  public static Cell weighSlot(List<Finding> findings, ContactKind kind) {
    Weighing w = new Weighing(findings);
    boolean optional =
        kind == ContactKind.MEETING
            && w.standing().stream()
                .noneMatch(p -> p.answer() == Answer.WAIT && p.protection().layer() == Layer.LAW);
    return w.cell(optional ? Shape.SILENCE : Shape.REFUSE);
  }

  /**
   * @param waiting what a contact comes to that must wait, or that nothing allows
   */
  private Cell cell(Shape waiting) {
    List<Protects> standing = standing();
    boolean allowed = is(Exempts.class) || is(Allows.class);
    boolean opens = standing.isEmpty() && allowed;
    Shape shape;
    if (is(ToOnCall.class)) shape = Shape.ROUTE_ON_CALL;
    else if (opens) shape = is(Silences.class) ? Shape.SILENCE : Shape.DELIVER;
    else
      shape =
          Stream.concat(
                  standing.stream().map(p -> shape(p.answer(), waiting)),
                  allowed ? Stream.empty() : Stream.of(waiting))
              .max(Comparator.naturalOrder())
              .orElseThrow();
    return new Cell(
        shape, opens, !is(Uncounts.class), reasons(shape, standing, waiting), advice(standing));
  }

  private static Shape shape(Answer answer, Shape waiting) {
    return switch (answer) {
      case REFUSE -> Shape.REFUSE;
      case TO_DEPUTY -> Shape.ROUTE_DEPUTY;
      case REVIEW -> Shape.SILENCE;
      case WAIT -> waiting;
    };
  }

  /** The protections no exemption lifts, in the order of their layers. */
  private List<Protects> standing() {
    return of(Protects.class)
        .filter(p -> of(Exempts.class).noneMatch(e -> e.exemption().lifts(p.protection())))
        .sorted(
            Comparator.comparing(Protects::protection)
                .thenComparing(Protects::answer)
                .thenComparing(p -> p.reason().rule()))
        .toList();
  }

  /** The deciding rules first: those whose answer stands, the stronger layer before the weaker. */
  private List<Reason> reasons(Shape shape, List<Protects> standing, Shape waiting) {
    Set<Reason> reasons = new LinkedHashSet<>();
    of(ToOnCall.class).map(Finding::reason).forEach(reasons::add);
    of(Silences.class).map(Finding::reason).forEach(reasons::add);
    if (shape == Shape.SILENCE && standing.stream().allMatch(p -> p.answer() == Answer.WAIT))
      of(Receives.class).map(Finding::reason).forEach(reasons::add);
    standing.stream()
        .filter(p -> shape(p.answer(), waiting) == shape)
        .map(Protects::reason)
        .forEach(reasons::add);
    standing.stream().map(Protects::reason).forEach(reasons::add);
    if (shape == Shape.DELIVER) {
      of(Exempts.class).map(Finding::reason).forEach(reasons::add);
      of(Allows.class).map(Finding::reason).forEach(reasons::add);
    }
    of(Advises.class).map(Finding::reason).forEach(reasons::add);
    of(Uncounts.class).map(Finding::reason).forEach(reasons::add);
    return new ArrayList<>(reasons);
  }

  private Set<Advice> advice(List<Protects> standing) {
    Set<Advice> advice = EnumSet.noneOf(Advice.class);
    of(Advises.class).map(Advises::advice).forEach(advice::add);
    if (standing.stream().anyMatch(p -> p.answer() == Answer.REVIEW)) advice.add(Advice.REVIEW);
    return advice;
  }

  private boolean is(Class<? extends Finding> kind) {
    return of(kind).findAny().isPresent();
  }

  private <F extends Finding> Stream<F> of(Class<F> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast);
  }
}
