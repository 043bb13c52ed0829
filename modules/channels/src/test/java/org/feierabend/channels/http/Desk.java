package org.feierabend.channels.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.Gauge;
import org.feierabend.telework.Hint;
import org.feierabend.telework.Quota;
import org.feierabend.telework.Resident;
import org.feierabend.telework.Residents;
import org.feierabend.telework.Telework;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkRequest;
import org.feierabend.telework.TeleworkVerdict;
import org.feierabend.telework.TeleworkVerdict.QuotaState;
import org.feierabend.telework.TermsInForce;
import org.feierabend.telework.WorkDays;
import org.feierabend.timeline.PersonFacts.Regime;

/** A telework desk whose rules know the quota alone; nobody has an agreement or a planned day. */
final class Desk implements Telework {
  static TeleworkDesk of(Town town) {
    TermsInForce terms =
        new TermsInForce(
            new NoArrangements(),
            new NobodySaid(),
            town,
            employer -> new TermsInForce.Standard(new Quota(4000), "DE", TeleworkLimits.NONE));
    return new TeleworkDesk(
        new Desk(),
        terms,
        new NoDays(),
        new WorkDays(
            employer -> {
              throw new UnsupportedOperationException("A question stores nothing.");
            }));
  }

  @Override
  public TeleworkVerdict judge(TeleworkRequest request) {
    Gauge gauge = new Gauge(request, law(request.regime(), request.day().date()));
    boolean over = gauge.facts().overQuota();
    Reason reason =
        new Reason(
            over ? "telework-quota" : "telework-default",
            new Sentence("Satz", "sentence"),
            "DV",
            Reason.RestsOn.AGREEMENT);
    QuotaState quota =
        new QuotaState(request.agreement().quota(), gauge.quarter().minutes(), 936, 1);
    return over
        ? new TeleworkVerdict.Denied(
            List.of(reason), List.of(reason), quota, Set.of(Hint.EXCEPTION))
        : new TeleworkVerdict.Granted(List.of(reason), List.of(reason), quota, Set.of());
  }

  @Override
  public TeleworkLaw law(Regime regime, LocalDate on) {
    return new TeleworkLaw(
        Duration.ofHours(39),
        Duration.ofHours(48),
        Period.ofYears(3),
        Period.ofMonths(4),
        Period.ofMonths(1),
        Period.ofDays(60),
        Period.ofDays(14),
        Period.ofMonths(12),
        25,
        50,
        Set.of("DE"),
        Map.of());
  }

  private static final class NoArrangements implements Arrangements {
    @Override
    public List<Arrangement> all(Employer employer) {
      return List.of();
    }

    @Override
    public List<Arrangement> of(Employer employer, long person) {
      return List.of();
    }

    @Override
    public Optional<Arrangement> find(Employer employer, UUID id) {
      return Optional.empty();
    }

    @Override
    public void add(Employer employer, Arrangement arrangement) {
      throw new UnsupportedOperationException("A question stores nothing.");
    }

    @Override
    public boolean replace(Employer employer, Arrangement next) {
      throw new UnsupportedOperationException("A question stores nothing.");
    }
  }

  private static final class NobodySaid implements Residents {
    @Override
    public Resident of(Employer employer, long person) {
      return Resident.UNSAID;
    }

    @Override
    public Set<Long> elsewhere(Employer employer, String state) {
      return Set.of();
    }

    @Override
    public boolean keep(Employer employer, long person, Resident next) {
      throw new UnsupportedOperationException("A question stores nothing.");
    }
  }

  private static final class NoDays implements TeleworkDays {
    @Override
    public List<Planned> of(Employer employer, long person) {
      return List.of();
    }

    @Override
    public List<Planned> between(Employer employer, LocalDate from, LocalDate to) {
      return List.of();
    }

    @Override
    public List<Planned> asked(Employer employer) {
      return List.of();
    }

    @Override
    public void change(Employer employer, long person, Function<List<Planned>, Change> change) {
      throw new UnsupportedOperationException("A question stores nothing.");
    }

    @Override
    public Set<Long> shown(Employer employer) {
      return Set.of();
    }

    @Override
    public void show(Employer employer, long person, boolean shown) {
      throw new UnsupportedOperationException("A question stores nothing.");
    }

    @Override
    public void forget(Employer employer, LocalDate before) {}
  }
}
