package org.feierabend.timeline;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The facts that hold in a stretch; {@link Fact} says what each means. */
public final class StretchKind {
  private final int facts;

  private StretchKind(int facts) {
    this.facts = facts;
  }

  public static StretchKind of(Fact... facts) {
    return of(List.of(facts));
  }

  public static StretchKind of(Collection<Fact> facts) {
    int bits = 0;
    for (Fact f : facts) bits |= bit(f);
    return new StretchKind(bits);
  }

  /** The same facts and one more. */
  public StretchKind and(Fact fact) {
    return new StretchKind(facts | bit(fact));
  }

  public boolean holds(Fact fact) {
    return (facts & bit(fact)) != 0;
  }

  public Set<Fact> facts() {
    Set<Fact> holding = EnumSet.noneOf(Fact.class);
    for (Fact f : Fact.values()) if (holds(f)) holding.add(f);
    return holding;
  }

  public boolean known() {
    return !holds(Fact.DOUBT);
  }

  public boolean inWindow() {
    return holds(Fact.WINDOW);
  }

  public boolean outsideFrame() {
    return holds(Fact.OUTSIDE_FRAME);
  }

  public boolean inCore() {
    return holds(Fact.CORE);
  }

  public boolean sundayOrHoliday() {
    return holds(Fact.SUNDAY_OR_HOLIDAY);
  }

  public boolean saturday() {
    return holds(Fact.SATURDAY);
  }

  public boolean tariffDay() {
    return holds(Fact.TARIFF_DAY);
  }

  public boolean eveAfternoon() {
    return holds(Fact.EVE_AFTERNOON);
  }

  public boolean dayOff() {
    return holds(Fact.DAY_OFF);
  }

  public boolean noticeHours() {
    return holds(Fact.NOTICE_HOURS);
  }

  public boolean lateHours() {
    return holds(Fact.LATE_HOURS);
  }

  public boolean absent() {
    return holds(Fact.ABSENT);
  }

  public boolean deputy() {
    return holds(Fact.DEPUTY);
  }

  public boolean onCall() {
    return holds(Fact.ON_CALL);
  }

  public boolean closeOnCall() {
    return holds(Fact.CLOSE_ON_CALL);
  }

  public boolean shift() {
    return holds(Fact.SHIFT);
  }

  public boolean nightWork() {
    return holds(Fact.NIGHT_WORK);
  }

  public boolean dailyRest() {
    return holds(Fact.DAILY_REST);
  }

  public boolean callOutRest() {
    return holds(Fact.CALL_OUT_REST);
  }

  public boolean weeklyRest() {
    return holds(Fact.WEEKLY_REST);
  }

  public boolean focus() {
    return holds(Fact.FOCUS);
  }

  public boolean meetingBreak() {
    return holds(Fact.MEETING_BREAK);
  }

  public boolean fewFreeSundays() {
    return holds(Fact.FEW_FREE_SUNDAYS);
  }

  public boolean sundayDuty() {
    return holds(Fact.SUNDAY_DUTY);
  }

  public boolean shortRestDuty() {
    return holds(Fact.SHORT_REST_DUTY);
  }

  public boolean beamte() {
    return holds(Fact.BEAMTE);
  }

  public boolean minor() {
    return holds(Fact.MINOR);
  }

  public boolean sheltered() {
    return holds(Fact.SHELTERED);
  }

  public boolean head() {
    return holds(Fact.HEAD);
  }

  private static int bit(Fact fact) {
    return 1 << fact.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StretchKind k && k.facts == facts;
  }

  @Override
  public int hashCode() {
    return facts;
  }

  @Override
  public String toString() {
    return facts().toString();
  }
}
