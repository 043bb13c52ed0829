package org.feierabend.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.decision.Cell.Shape;

/**
 * The weighing once more, written anew as plain steps from the sentences of DECISIONS, sections 1
 * and 2; shares nothing with {@link Weighing}, which it is held against cell by cell.
 */
final class PlainWeighing {
  private final List<Finding> findings;

  PlainWeighing(List<Finding> findings) {
    this.findings = findings;
  }

  /** Whether the cell is what these findings come to. */
  boolean agrees(Cell cell, ContactClass contact, boolean slot, boolean holdMail) {
    Set<Advice> advice = EnumSet.noneOf(Advice.class);
    boolean counted = true;
    for (Finding f : findings) {
      if (f instanceof Finding.Advises a) advice.add(a.advice());
      if (f instanceof Finding.Protects p && stands(p) && p.answer() == Finding.Answer.REVIEW)
        advice.add(Advice.REVIEW);
      if (f instanceof Finding.Uncounts) counted = false;
    }
    return cell.shape() == shape(contact, slot, holdMail)
        && cell.opens() == opens()
        && cell.counted() == counted
        && cell.advice().equals(advice);
  }

  private Shape shape(ContactClass contact, boolean slot, boolean holdMail) {
    for (Finding f : findings) if (f instanceof Finding.ToOnCall) return Shape.ROUTE_ON_CALL;
    if (opens()) return silenced() ? Shape.SILENCE : Shape.DELIVER;
    boolean deputy = false;
    boolean review = false;
    boolean waits = !allowed();
    boolean law = false;
    for (Finding f : findings) {
      if (!(f instanceof Finding.Protects p) || !stands(p)) continue;
      switch (p.answer()) {
        case REFUSE -> {
          return Shape.REFUSE;
        }
        case TO_DEPUTY -> deputy = true;
        case REVIEW -> review = true;
        case WAIT -> {
          waits = true;
          law |= p.protection().layer() == Layer.LAW;
        }
      }
    }
    boolean refused = slot && (contact.kind() != ContactKind.MEETING || law);
    if (waits && refused) return Shape.REFUSE;
    if (deputy) return Shape.ROUTE_DEPUTY;
    boolean quiet =
        slot || silenced() || received() || contact.channel() == Channel.MAIL && !holdMail;
    return review || quiet ? Shape.SILENCE : Shape.DEFER;
  }

  private boolean opens() {
    for (Finding f : findings) if (f instanceof Finding.Protects p && stands(p)) return false;
    return allowed();
  }

  private boolean stands(Finding.Protects protects) {
    for (Finding f : findings)
      if (f instanceof Finding.Exempts e && lifts(e.exemption(), protects.protection()))
        return false;
    return true;
  }

  /** The named exemptions, in the words of DECISIONS, section 2. */
  private static boolean lifts(Exemption exemption, Protection protection) {
    boolean untouchable =
        switch (protection) {
          case UNKNOWN, ABSENCE, MINOR, SHELTERED -> true;
          default -> false;
        };
    return switch (exemption) {
      case EMERGENCY, ON_CALL -> !untouchable;
      case SHIFT ->
          protection == Protection.WINDOW
              || protection == Protection.DAY_OFF
              || protection == Protection.TARIFF_DAY;
      case SUNDAY_SHIFT -> protection == Protection.SUNDAY_OR_HOLIDAY;
      case COMPENSATORY_REST -> protection == Protection.CALL_OUT_REST;
      case HEAD ->
          protection == Protection.DAILY_REST
              || protection == Protection.CALL_OUT_REST
              || protection == Protection.WEEKLY_REST;
      case ROSTER_NOTICE -> protection == Protection.WINDOW || protection == Protection.DAY_OFF;
    };
  }

  private boolean allowed() {
    for (Finding f : findings)
      if (f instanceof Finding.Allows || f instanceof Finding.Exempts) return true;
    return false;
  }

  private boolean silenced() {
    for (Finding f : findings) if (f instanceof Finding.Silences) return true;
    return false;
  }

  private boolean received() {
    for (Finding f : findings) if (f instanceof Finding.Receives) return true;
    return false;
  }
}
