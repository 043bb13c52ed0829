package org.feierabend.reference;

import java.util.Set;
import java.util.TreeSet;

/**
 * DECISIONS, sections 2 and 3, once more as plain ifs over words. Imports nothing of the product,
 * so that it can be wrong only on its own account.
 */
public final class PlainReference {
  private final Set<String> facts;
  private final String kind;
  private final String channel;
  private final String sender;
  private final boolean emergency;
  private final boolean ownDuty;
  private final boolean unitOnCall;
  private final boolean compensatoryRest;

  /**
   * @param facts names of the facts that hold
   * @param contact kind, urgency, channel, sender
   * @param ownDuty the contact belongs to the duty the person is on call for
   */
  public PlainReference(
      Set<String> facts,
      String[] contact,
      boolean ownDuty,
      boolean unitOnCall,
      boolean compensatoryRest) {
    this.facts = facts;
    this.kind = contact[0];
    this.emergency = contact[1].equals("EMERGENCY");
    this.channel = contact[2];
    this.sender = contact[3];
    this.ownDuty = ownDuty;
    this.unitOnCall = unitOnCall;
    this.compensatoryRest = compensatoryRest;
  }

  /** What becomes of the contact now. */
  public String notice(boolean holdMail) {
    if (emergency && unitOnCall && !self() && (!is("ON_CALL") || neverDisturbed()))
      return "ROUTE_ON_CALL";
    if (is("ABSENT") && kind.equals("RECALL") && !is("BEAMTE")) return "REFUSE";
    if (is("ABSENT") && is("DEPUTY") && !kind.equals("RECALL") && !citizen() && !self())
      return "ROUTE_DEPUTY";
    if (unsure()) return "SILENCE";
    if (self()) return "SILENCE";
    boolean waits = is("ABSENT") || law() || off() || (is("FOCUS") && !open());
    if (!waits) return "DELIVER";
    return citizen() || (channel.equals("MAIL") && !holdMail) ? "SILENCE" : "DEFER";
  }

  /** Whether a meeting may lie here, or (SHIFT among the facts) a shift or recall. */
  public String slot() {
    boolean meeting = kind.equals("MEETING");
    if (emergency && unitOnCall && !self() && (!is("ON_CALL") || neverDisturbed()))
      return "ROUTE_ON_CALL";
    if (is("ABSENT") && kind.equals("SHIFT")) return "REFUSE";
    if (is("ABSENT") && kind.equals("RECALL") && !is("BEAMTE")) return "REFUSE";
    if (law()) return "REFUSE";
    if (is("ABSENT") && is("DEPUTY") && meeting) return "ROUTE_DEPUTY";
    if (unsure()) return "SILENCE";
    if (!meeting) return "DELIVER";
    boolean expected = is("CORE") && !is("FOCUS") && !is("MEETING_BREAK") || open();
    return expected && !off() ? "DELIVER" : "SILENCE";
  }

  /** Codes for people to act on. */
  public Set<String> advice(boolean slot) {
    Set<String> advice = new TreeSet<>();
    boolean sunday = is("SUNDAY_OR_HOLIDAY");
    boolean rest = is("DAILY_REST") || is("CALL_OUT_REST") || is("WEEKLY_REST");
    if (unsure() || emergency || is("CLOSE_ON_CALL")) advice.add("REVIEW");
    if (is("OUTSIDE_FRAME")) advice.add("REVIEW");
    if (is("FEW_FREE_SUNDAYS") && sunday) advice.add("REVIEW");
    if (sunday && is("SUNDAY_DUTY") && is("SHIFT")) advice.add("SUBSTITUTE_REST_DAY");
    if (is("CALL_OUT_REST") && compensatoryRest) advice.add("COMPENSATORY_REST");
    if (is("DAILY_REST") && is("SHORT_REST_DUTY") && !is("MINOR")) advice.add("COMPENSATORY_REST");
    if (is("NIGHT_WORK")) advice.add("NIGHT_WORK");
    if (is("HEAD") && rest) advice.add("WARN_LEGAL");
    if (is("ABSENT") && (kind.equals("RECALL") || (citizen() && is("DEPUTY"))))
      advice.add("TO_DEPUTY");
    boolean written = channel.equals("CHAT") || channel.equals("MAIL");
    boolean working = is("SHIFT") || (is("WINDOW") && !is("DAY_OFF"));
    if (kind.equals("ROSTER") && !working && !(is("NOTICE_HOURS") && written))
      advice.add("NOT_BINDING");
    return advice;
  }

  /** A fact in doubt, or an absence somebody has to look at. */
  private boolean unsure() {
    if (is("DOUBT")) return true;
    if (!is("ABSENT")) return false;
    if (kind.equals("RECALL")) return is("BEAMTE");
    return !is("DEPUTY") && !self();
  }

  /** What the law protects and nothing lifts. */
  private boolean law() {
    boolean sunday = is("SUNDAY_OR_HOLIDAY");
    if (is("MINOR") && (is("LATE_HOURS") || is("SATURDAY") || is("EVE_AFTERNOON") || sunday))
      return true;
    if (is("MINOR") && is("DAILY_REST")) return true;
    if (is("SHELTERED") && (is("LATE_HOURS") || sunday)) return true;
    if (open()) return false;
    boolean sundayShift = sunday && is("SHIFT") && is("SUNDAY_DUTY");
    if (sunday && !sundayShift) return true;
    if (is("HEAD")) return false;
    return is("DAILY_REST")
        || (is("CALL_OUT_REST") && !compensatoryRest)
        || (is("WEEKLY_REST") && !sundayShift);
  }

  /** What the agreements protect: tariff days, free days, and all outside the window. */
  private boolean off() {
    if (open() || is("SHIFT")) return false;
    if (is("TARIFF_DAY")) return true;
    boolean rosterNotice =
        kind.equals("ROSTER")
            && is("NOTICE_HOURS")
            && (channel.equals("CHAT") || channel.equals("MAIL"));
    return !rosterNotice && (is("DAY_OFF") || !is("WINDOW"));
  }

  /** An emergency, or an incident of the duty the person is on call for. */
  private boolean open() {
    if (neverDisturbed()) return false;
    return emergency || (is("ON_CALL") && ownDuty && kind.equals("INCIDENT"));
  }

  private boolean neverDisturbed() {
    return is("ABSENT") || is("MINOR") || is("SHELTERED");
  }

  private boolean citizen() {
    return kind.equals("CITIZEN") || sender.equals("CITIZEN");
  }

  private boolean self() {
    return sender.equals("SELF");
  }

  private boolean is(String fact) {
    return facts.contains(fact);
  }
}
