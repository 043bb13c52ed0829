package org.feierabend.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.feierabend.contact.Channel;
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
 * rule allows a contact, it waits. One more protecting finding never makes a person more reachable.
 */
public final class Weighing {
  private final List<Finding> findings;

  private Weighing(List<Finding> findings) {
    this.findings = findings;
  }

  /**
   * @param holdMail false: mail that would wait lands without notification
   */
  public static Cell weigh(List<Finding> findings, Channel channel, boolean holdMail) {
    return new Weighing(findings).cell(channel == Channel.MAIL && !holdMail);
  }

  private Cell cell(boolean silentMail) {
    List<Protects> standing =
        of(Protects.class)
            .filter(p -> of(Exempts.class).noneMatch(e -> e.exemption().lifts(p.protection())))
            .sorted(Comparator.comparing(Weighing::weight).thenComparing(p -> p.reason().rule()))
            .toList();
    boolean allowed = of(Exempts.class).findAny().isPresent() || is(Allows.class);
    boolean opens = standing.isEmpty() && allowed;
    boolean silent = is(Silences.class) || is(Receives.class) || silentMail;
    Shape shape;
    if (is(ToOnCall.class)) shape = Shape.ROUTE_ON_CALL;
    else if (opens) shape = is(Silences.class) ? Shape.SILENCE : Shape.DELIVER;
    else
      shape =
          switch (standing.isEmpty() ? Answer.WAIT : standing.get(0).answer()) {
            case REVIEW -> Shape.SILENCE;
            case TO_DEPUTY -> Shape.ROUTE_DEPUTY;
            case REFUSE -> Shape.REFUSE;
            case WAIT -> silent ? Shape.SILENCE : Shape.DEFER;
          };
    return new Cell(shape, opens, !is(Uncounts.class), reasons(shape, standing), advice(standing));
  }

  /** Not knowing first, then what answers more than waiting, then the stronger layer. */
  private static int weight(Protects p) {
    int answer =
        p.protection() == Protection.UNKNOWN
            ? 0
            : switch (p.answer()) {
              case REFUSE -> 1;
              case TO_DEPUTY -> 2;
              case REVIEW -> 3;
              case WAIT -> 4;
            };
    return answer * Protection.values().length + p.protection().ordinal();
  }

  private List<Reason> reasons(Shape shape, List<Protects> standing) {
    Set<Reason> reasons = new LinkedHashSet<>();
    of(ToOnCall.class).map(Finding::reason).forEach(reasons::add);
    of(Silences.class).map(Finding::reason).forEach(reasons::add);
    if (shape == Shape.SILENCE && (standing.isEmpty() || standing.get(0).answer() == Answer.WAIT))
      of(Receives.class).map(Finding::reason).forEach(reasons::add);
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
