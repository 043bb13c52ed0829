package org.feierabend.telework;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.feierabend.timeline.PersonFacts.Regime;

/** Computes the finite facts of a request; all in whole minutes and days. */
public final class Gauge {
  private final TeleworkRequest request;
  private final TeleworkAgreement agreement;
  private final TeleworkLaw law;
  private final LocalDate date;

  public Gauge(TeleworkRequest request, TeleworkLaw law) {
    this.request = request;
    this.agreement = request.agreement();
    this.law = law;
    this.date = request.day().date();
  }

  /** The calendar quarter of the day, with it. */
  public Share quarter() {
    LocalDate from = date.with(IsoFields.DAY_OF_QUARTER, 1);
    return Share.of(request.days(), from, from.plusMonths(3), weekly());
  }

  /** What is planned from the week of asking on, or of the day where none is said; with the day. */
  public Share ahead() {
    LocalDate from = Share.monday(request.asked().filter(date::isAfter).orElse(date));
    return Share.of(request.days(), from, end(from, law.horizon(), date), weekly());
  }

  /** The horizon's end; the day itself is always inside. */
  private static LocalDate end(LocalDate from, java.time.Period horizon, LocalDate date) {
    LocalDate end = from.plus(horizon);
    return date.isBefore(end) ? end : date.plusDays(1);
  }

  public TeleworkFacts facts() {
    Share quarter = quarter();
    var term = agreement.term();
    var workplace = agreement.workplace();
    return new TeleworkFacts(
        agreement.quota().isExceededBy(quarter.minutes(), quarter.of()),
        daysInWeek() > Math.min(agreement.daysPerWeek(), request.limits().daysPerWeek()),
        agreement.places().isEmpty()
            || request.place().isBlank()
            || agreement.places().contains(request.place()),
        request.asked().isPresent()
            && request.asked().get().plusDays(agreement.noticeDays()).isAfter(date),
        outsideTerm(),
        inTrial(date),
        term.revoked().filter(r -> !date.isBefore(r.from())).isPresent(),
        term.revoked().filter(r -> !r.grounds() && !inTrial(r.from())).isPresent(),
        workplace.equipped(),
        workplace.riskAssessed(),
        agreement.presence().contains(date.getDayOfWeek()),
        abroad(),
        law.signed(request.residence(), date) && law.signed(request.employer(), date),
        request.regime() == Regime.BEAMTE);
  }

  private long weekly() {
    return agreement.weekly().orElse(law.weekly()).toMinutes();
  }

  private long daysInWeek() {
    LocalDate monday = Share.monday(date);
    return request.days().stream().filter(d -> Share.monday(d.date()).equals(monday)).count();
  }

  private boolean outsideTerm() {
    var term = agreement.term();
    return term.from().filter(f -> date.isBefore(f)).isPresent()
        || term.until().filter(u -> date.isAfter(u)).isPresent()
        || term.from().filter(f -> !date.isBefore(f.plus(law.longest()))).isPresent();
  }

  private boolean inTrial(LocalDate on) {
    var term = agreement.term();
    return term.from().filter(f -> !on.isBefore(f)).isPresent()
        && term.triedUntil(law).filter(on::isBefore).isPresent();
  }

  private Abroad abroad() {
    return abroad(ahead(), request.residence(), request.employer(), law);
  }

  /** Which border the share reaches; exactly the border is reached. */
  static Abroad abroad(Share ahead, String residence, String employer, TeleworkLaw law) {
    if (residence.equals(employer)) return Abroad.NO;
    if (!law.regulated().contains(residence) || !law.regulated().contains(employer))
      return Abroad.OUTSIDE;
    if (ahead.reaches(law.limit(), 100)) return Abroad.PREDOMINANT;
    return ahead.reaches(law.substantial(), 100) ? Abroad.SUBSTANTIAL : Abroad.BELOW_SUBSTANTIAL;
  }
}
