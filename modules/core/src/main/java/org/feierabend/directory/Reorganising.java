package org.feierabend.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.directory.Reorganisations.Plan;
import org.feierabend.directory.Said.Field;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.UnitId;

/**
 * Units are moved, merged and split from a quarter on: seen with the blocks that result, proposed,
 * confirmed by the personnel office, and carried out before the quarter's blocks are cut.
 */
public final class Reorganising {
  private static final int NOBODY = 0;

  private final Directory directory;
  private final Import imports;
  private final Reorganisations plans;

  public Reorganising(Directory directory, Import imports, Reorganisations plans) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.imports = Objects.requireNonNull(imports, "imports");
    this.plans = Objects.requireNonNull(plans, "plans");
  }

  public List<Plan> all(Employer employer) {
    return plans.all(employer);
  }

  public Account preview(Employer employer, Reading reading) {
    return imports.preview(employer, onlyMoves(reading), NOBODY);
  }

  /**
   * Keeps it for its quarter, unless the account has complaints.
   *
   * @throws IllegalStateException when one for that quarter is confirmed already
   */
  public Account propose(Employer employer, String quarter, Reading reading, Instant now) {
    Account account = preview(employer, reading);
    if (!account.complaints().isEmpty()) return account;
    Map<Long, UnitId> moves = new LinkedHashMap<>();
    Staff staff = directory.staff(employer);
    for (Said.OfPerson said : reading.said().people())
      staff
          .person(said.id())
          .ifPresent(p -> said.unit().ifPresent(unit -> moves.put(p.no(), unit)));
    Plan plan =
        new Plan(quarter, reading.said().units(), moves, now, Optional.empty(), Optional.empty());
    if (!plans.propose(employer, plan))
      throw new IllegalStateException("The reorganisation of this quarter is confirmed already.");
    return account;
  }

  public boolean confirm(Employer employer, String quarter, Instant now) {
    return plans.confirm(employer, quarter, now);
  }

  public boolean withdraw(Employer employer, String quarter) {
    return plans.withdraw(employer, quarter);
  }

  /**
   * Carries out what is confirmed for the quarter or one before.
   *
   * @throws IllegalStateException when one fits the directory no more; it names its quarter
   */
  public void carryOut(Employer employer, String quarter, Instant now) {
    for (Plan plan : plans.all(employer))
      if (plan.confirmed().isPresent()
          && plan.applied().isEmpty()
          && plan.quarter().compareTo(quarter) <= 0) {
        Account account = imports.apply(employer, reading(employer, plan), NOBODY);
        if (!account.complaints().isEmpty())
          throw new IllegalStateException(
              "The reorganisation of %s fits the directory no more (%d complaints); propose it anew."
                  .formatted(plan.quarter(), account.complaints().size()));
        plans.applied(employer, plan.quarter(), now);
      }
  }

  private Reading reading(Employer employer, Plan plan) {
    List<Said.OfPerson> people = new ArrayList<>();
    plan.moves()
        .forEach(
            (no, unit) ->
                directory
                    .person(employer, (long) no)
                    .ifPresent(p -> people.add(move(people.size() + 1, p, unit))));
    return new Reading(new Said(plan.units(), people, false), List.of(), List.of());
  }

  private static Said.OfPerson move(int line, Person person, UnitId unit) {
    return new Said.OfPerson(
        line,
        person.id(),
        Optional.of(unit),
        Field.silent(),
        Field.silent(),
        Field.silent(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Nobody comes, leaves or changes otherwise: that is no reorganisation. */
  private static Reading onlyMoves(Reading reading) {
    Complaints complaints = new Complaints();
    for (Said.OfPerson p : reading.said().people())
      if (p.leaves() || p.unit().isEmpty())
        complaints.add(
            p.line(),
            p.id().value(),
            "Eine Neuordnung versetzt nur; die Zeile streichen oder eine Einheit nennen.",
            "A reorganisation moves people only; take the line out or name a unit.");
    List<Account.Complaint> all = new ArrayList<>(reading.complaints());
    all.addAll(complaints.list());
    Said said = new Said(reading.said().units(), reading.said().people(), false);
    return new Reading(said, all, reading.notes());
  }
}
