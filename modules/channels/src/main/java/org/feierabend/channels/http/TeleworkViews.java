package org.feierabend.channels.http;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Person;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.DeskPlan;
import org.feierabend.telework.Quota;
import org.feierabend.telework.Share;
import org.feierabend.telework.TeleworkAgreement;
import org.feierabend.telework.TeleworkAgreement.Revocation;
import org.feierabend.telework.TeleworkDays.Planned;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkVerdict;

/** Telework on the wire. */
final class TeleworkViews {
  private TeleworkViews() {}

  /**
   * @param weekly working time of an average week, ISO 8601; absent: that of the regime
   * @param revokedFrom first day without telework
   * @param done points of the workplace's checklist
   */
  record Terms(
      String quota,
      int daysPerWeek,
      String weekly,
      List<String> presence,
      List<String> places,
      int noticeDays,
      LocalDate from,
      LocalDate until,
      LocalDate revokedFrom,
      Boolean revokedWithGrounds,
      boolean equipped,
      boolean riskAssessed,
      List<String> done) {
    static Terms of(TeleworkAgreement t) {
      return new Terms(
          t.quota().toString(),
          t.daysPerWeek(),
          t.weekly().map(Object::toString).orElse(null),
          Weekdays.words(t.presence()),
          t.places().stream().sorted().toList(),
          t.noticeDays(),
          t.term().from().orElse(null),
          t.term().until().orElse(null),
          t.term().revoked().map(Revocation::from).orElse(null),
          t.term().revoked().map(Revocation::grounds).orElse(null),
          t.workplace().equipped(),
          t.workplace().riskAssessed(),
          t.workplace().done().stream().sorted().toList());
    }
  }

  /**
   * @param person whose it is; absent: everybody's in the unit
   * @param triedUntil first day after the trial
   * @param last last day with telework
   * @param state AGREED until another that was agreed begins
   * @param renew it ends within the days of the rules, and no other follows
   */
  record Agreement(
      UUID id,
      String person,
      String unit,
      String state,
      String proposer,
      Terms terms,
      String residence,
      LocalDate triedUntil,
      LocalDate last,
      boolean renew,
      String changed,
      long version)
      implements View {
    static Agreement of(
        Arrangement a,
        boolean holds,
        Optional<PersonId> person,
        TeleworkLaw law,
        LocalDate today,
        ZoneId zone) {
      boolean replaced = a.state() == Arrangement.State.REPLACED;
      Optional<LocalDate> last = a.terms().term().last(law);
      return new Agreement(
          a.id(),
          person.map(PersonId::value).orElse(null),
          a.whom() instanceof Arrangement.All all ? all.unit().value() : null,
          (replaced && holds ? Arrangement.State.AGREED : a.state()).name(),
          a.proposer().key(),
          Terms.of(a.terms()),
          a.whom() instanceof Arrangement.One ? a.residence() : null,
          a.terms().term().triedUntil(law).filter(today::isBefore).orElse(null),
          last.orElse(null),
          !replaced && last.filter(l -> !today.isBefore(l.minus(law.remindTerm()))).isPresent(),
          Json.at(a.changed(), zone),
          a.version());
    }
  }

  record Agreements(List<Agreement> agreements) implements View {}

  /**
   * @param planned minutes of telework
   * @param allowed minutes the quota allows in the same weeks
   */
  record Meter(String quota, long planned, long allowed, int weeks) {
    static Meter of(Quota quota, Share share) {
      return new Meter(quota.toString(), share.minutes(), quota.of(share.of()), share.weeks());
    }
  }

  /**
   * @param exception why HR was asked for it, beyond the agreement
   */
  record Day(
      LocalDate date,
      int minutes,
      String place,
      String standing,
      String exception,
      Boolean absent) {
    static Day of(Planned p, boolean absent) {
      return new Day(
          p.day().date(),
          p.day().minutes(),
          p.place().isEmpty() ? null : p.place(),
          p.standing().name(),
          p.exception().map(Enum::name).orElse(null),
          absent ? true : null);
    }
  }

  record AbroadAll(List<AbroadView> people) implements View {}

  /**
   * One's own telework.
   *
   * @param agreement absent: the policy's terms hold
   * @param waiting agreements proposed and not yet answered
   * @param usualMinutes of an average working day
   * @param residence state of residence; the person and HR read it
   * @param residenceVersion for If-Match of the next change to it
   * @param reminders what of one's terms runs out
   * @param visible colleagues of the unit see one's days
   */
  record Mine(
      LocalDate today,
      Agreement agreement,
      Terms terms,
      Meter quarter,
      String residence,
      long residenceVersion,
      List<ReminderView> reminders,
      AbroadView abroad,
      List<Day> days,
      List<Agreement> waiting,
      int usualMinutes,
      LocalDate revocableFrom,
      boolean visible)
      implements View {}

  /**
   * @param quota as it would stand with the day
   * @param hints what to do or know; never changes the outcome
   */
  record Verdict(
      LocalDate date,
      int minutes,
      String outcome,
      Meter quota,
      List<String> hints,
      List<ReasonView> reasons)
      implements View {
    static Verdict of(LocalDate date, int minutes, TeleworkVerdict v, String edition) {
      return new Verdict(
          date, minutes, v.outcome(), quotaOf(v), hintsOf(v), ReasonView.of(v.reasons(), edition));
    }
  }

  static Meter quotaOf(TeleworkVerdict v) {
    TeleworkVerdict.QuotaState q = v.quota();
    return new Meter(q.quota().toString(), q.planned(), q.allowed(), q.weeks());
  }

  static List<String> hintsOf(TeleworkVerdict v) {
    return v.hints().stream().map(Enum::name).sorted().toList();
  }

  /**
   * @param away how many telework; absent in units below five people
   */
  record Desk(LocalDate date, Integer away, List<String> shown) {
    static Desk of(DeskPlan.DeskDay d) {
      return new Desk(
          d.date(),
          d.away().orElse(null),
          d.shown().stream().map(Person::id).map(PersonId::value).sorted().toList());
    }
  }

  record Desks(int staff, List<Desk> days) implements View {}

  /**
   * A day that waits for HR. How much of the quota is used is the person's alone.
   *
   * @param exception why the person asks beyond the agreement
   * @param reasons the rules that could not grant it; hints to the person are not among them
   */
  record Request(
      String person,
      LocalDate date,
      int minutes,
      String place,
      String exception,
      List<ReasonView> reasons) {
    static Request of(Planned p, PersonId person, TeleworkVerdict why, String edition) {
      return new Request(
          person.value(),
          p.day().date(),
          p.day().minutes(),
          p.place(),
          p.exception().map(Enum::name).orElse(null),
          ReasonView.of(why.deciding(), edition));
    }
  }

  record Requests(List<Request> requests) implements View {}
}
