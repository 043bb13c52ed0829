package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Emergencies.Judgement;
import org.feierabend.intake.Emergencies.Kept;
import org.feierabend.intake.Emergencies.Verdict;
import org.feierabend.people.Employer;
import org.feierabend.timeline.Almanac;
import org.feierabend.timeline.WorkingTimeLaw;

/**
 * Counts emergencies by the sender's role and says which of them a second person is to confirm.
 * Never an input of a decision: nothing is blocked, nobody is sanctioned, and a role few people
 * hold is counted with everybody's (rule emergency-review).
 */
public final class EmergencyReview {
  private final Emergencies emergencies;
  private final Function<String, Almanac> almanacs;
  private final RoleHolders holders;
  private final ToIntFunction<String> smallest;

  /** How many people may send in a role. */
  @FunctionalInterface
  public interface RoleHolders {
    /** Empty for what is no role of employees, such as a citizen's. */
    Optional<Integer> count(Employer employer, Sender role);
  }

  /**
   * @param almanacs the law's and the agreement's numbers, by name of the policy
   * @param smallest k, by name of the policy
   */
  public EmergencyReview(
      Emergencies emergencies,
      Function<String, Almanac> almanacs,
      RoleHolders holders,
      ToIntFunction<String> smallest) {
    this.emergencies = Objects.requireNonNull(emergencies, "emergencies");
    this.almanacs = Objects.requireNonNull(almanacs, "almanacs");
    this.holders = Objects.requireNonNull(holders, "holders");
    this.smallest = Objects.requireNonNull(smallest, "smallest");
  }

  /**
   * One sender role's account.
   *
   * @param roles one role, or all those counted together
   * @param secondPerson whether the next emergency is to be confirmed by a second person
   */
  public record Count(Set<Sender> roles, int emergencies, int wrong, boolean secondPerson) {}

  /**
   * @param confirmBy until when a second person confirms; empty where none is asked for
   */
  public record Case(Kept kept, Optional<Instant> confirmBy) {
    /** Nobody confirmed in time. That is said and has no other consequence. */
    public boolean overdue(Instant now) {
      return kept.judgement().isEmpty() && confirmBy.filter(by -> by.isBefore(now)).isPresent();
    }
  }

  /**
   * @param counted how far back is counted
   */
  public record Overview(Duration counted, List<Count> counts, List<Case> cases) {}

  public Overview overview(Employer employer, Instant now) {
    WorkingTimeLaw.EmergencyReviews terms = terms(employer, now);
    List<Kept> kept = emergencies.since(employer, now.minus(terms.counted()));
    Set<Sender> together = together(employer);
    List<Case> cases = new ArrayList<>();
    for (Kept one : kept)
      cases.add(
          new Case(
              one,
              wrong(like(one, kept, together), one.emergency().hour()) >= terms.wrong()
                  ? Optional.of(one.emergency().hour().plus(terms.confirm()))
                  : Optional.empty()));
    return new Overview(terms.counted(), counts(kept, together, terms.wrong(), now), cases);
  }

  /** Empty: done. */
  public Optional<Not> judge(Employer employer, UUID id, Verdict verdict, Instant now) {
    if (emergencies.judge(employer, id, new Judgement(verdict, now))) return Optional.empty();
    return Optional.of(emergencies.find(employer, id).isPresent() ? Not.OPEN : Not.KNOWN);
  }

  /** Why an emergency cannot be judged. */
  public enum Not {
    KNOWN,
    OPEN
  }

  /** What is older than is counted is deleted. */
  public void forgetDue(Employer employer, Instant now) {
    emergencies.forget(employer, now.minus(terms(employer, now).counted()));
  }

  private WorkingTimeLaw.EmergencyReviews terms(Employer employer, Instant now) {
    return almanacs
        .apply(employer.policy())
        .law()
        .emergencyReviews(LocalDate.ofInstant(now, employer.zone()));
  }

  /** The roles too few people hold to be counted alone. */
  private Set<Sender> together(Employer employer) {
    int k = smallest.applyAsInt(employer.policy());
    Set<Sender> few = EnumSet.noneOf(Sender.class);
    for (Sender role : Sender.values())
      if (holders.count(employer, role).filter(n -> n < k).isPresent()) few.add(role);
    if (few.isEmpty()) return few;
    Set<Sender> all = EnumSet.noneOf(Sender.class); // employer-wide: the few hide among the many
    for (Sender role : Sender.values())
      if (holders.count(employer, role).isPresent()) all.add(role);
    return all;
  }

  private static Set<Sender> bucket(Sender role, Set<Sender> together) {
    return together.contains(role) ? together : EnumSet.of(role);
  }

  private static List<Kept> like(Kept one, List<Kept> all, Set<Sender> together) {
    Set<Sender> roles = bucket(one.emergency().role(), together);
    return all.stream().filter(k -> roles.contains(k.emergency().role())).toList();
  }

  private static long wrong(List<Kept> emergencies, Instant before) {
    return emergencies.stream().filter(k -> k.wrongBefore(before)).count();
  }

  private static List<Count> counts(List<Kept> kept, Set<Sender> together, int limit, Instant now) {
    Map<Sender, Count> counts = new TreeMap<>();
    for (Kept one : kept) {
      Set<Sender> roles = bucket(one.emergency().role(), together);
      List<Kept> like = like(one, kept, together);
      int wrong = (int) wrong(like, now);
      counts.put(
          roles.iterator().next(),
          new Count(Set.copyOf(roles), like.size(), wrong, wrong >= limit));
    }
    return List.copyOf(counts.values());
  }
}
