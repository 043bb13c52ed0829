package org.feierabend.directory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Who;
import org.feierabend.directory.Reorganisations.Plan;
import org.feierabend.directory.Reorganisations.State;
import org.feierabend.directory.Said.Field;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.Staff;
import org.feierabend.people.UnitId;

/**
 * Units are moved, merged and split from a quarter on: seen with the blocks that result, proposed,
 * confirmed by the personnel office, and carried out before the quarter's blocks are cut.
 */
public final class Reorganising {
  private static final Logger LOG = System.getLogger(Reorganising.class.getName());
  private static final int NOBODY = 0;

  private final Directory directory;
  private final Import imports;
  private final Reorganisations plans;
  private final AuditLog audit;

  public Reorganising(Directory directory, Import imports, Reorganisations plans, AuditLog audit) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.imports = Objects.requireNonNull(imports, "imports");
    this.plans = Objects.requireNonNull(plans, "plans");
    this.audit = Objects.requireNonNull(audit, "audit");
  }

  public List<Plan> all(Employer employer) {
    return plans.all(employer);
  }

  public Optional<Plan> find(Employer employer, String quarter) {
    return plans.all(employer).stream().filter(p -> p.quarter().equals(quarter)).findFirst();
  }

  public Account preview(Employer employer, Reading reading) {
    return imports.preview(employer, onlyMoves(directory.staff(employer), reading), NOBODY);
  }

  /** What a plan would do to the directory as it stands now. */
  public Account preview(Employer employer, Plan plan) {
    return imports.preview(employer, reading(employer, plan), NOBODY);
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
        new Plan(
            quarter,
            reading.said().units(),
            moves,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    if (!noted(
        employer,
        quarter,
        now,
        AuditEvent.REORGANISATION_PROPOSED,
        () -> plans.propose(employer, plan)))
      throw new IllegalStateException("The reorganisation of this quarter is confirmed already.");
    return account;
  }

  public boolean confirm(Employer employer, String quarter, Instant now) {
    return noted(
        employer,
        quarter,
        now,
        AuditEvent.REORGANISATION_CONFIRMED,
        () -> plans.confirm(employer, quarter, now));
  }

  public boolean withdraw(Employer employer, String quarter, Instant now) {
    return noted(
        employer,
        quarter,
        now,
        AuditEvent.REORGANISATION_WITHDRAWN,
        () -> plans.withdraw(employer, quarter));
  }

  private boolean noted(
      Employer employer, String quarter, Instant now, AuditEvent what, BooleanSupplier change) {
    return as(employer, Who.of(Role.HR), now).reorganisation(what, quarter, change);
  }

  /**
   * Carries out what is confirmed for the quarter or one before. What fits the directory no more,
   * because a unit went meanwhile, is refused as a whole: the directory stays as it stands, the
   * quarter's blocks are cut from that, and the personnel office is told.
   */
  public void carryOut(Employer employer, String quarter, Instant now) {
    for (Plan plan : plans.all(employer))
      if (plan.state(quarter) == State.CONFIRMED && plan.quarter().compareTo(quarter) <= 0)
        carryOut(employer, plan, now);
  }

  private void carryOut(Employer employer, Plan plan, Instant now) {
    boolean fits;
    try {
      fits =
          imports
              .apply(
                  employer,
                  reading(employer, plan),
                  NOBODY,
                  changed -> {
                    applied(employer, plan, now);
                    as(employer, Who.SERVER, now).changed(changed);
                  })
              .complaints()
              .isEmpty();
    } catch (IllegalArgumentException notTaken) { // such as a unit with an agreement of its own
      LOG.log(Level.INFO, "The directory does not take a reorganisation.", notTaken);
      fits = false;
    }
    if (fits) applied(employer, plan, now); // where nothing was left to change
    else refused(employer, plan, now);
  }

  private void applied(Employer employer, Plan plan, Instant now) {
    as(employer, Who.SERVER, now)
        .reorganisation(
            AuditEvent.REORGANISATION_CARRIED_OUT,
            plan.quarter(),
            () -> plans.applied(employer, plan.quarter(), now));
  }

  private void refused(Employer employer, Plan plan, Instant now) {
    as(employer, Who.SERVER, now)
        .reorganisation(
            AuditEvent.REORGANISATION_REFUSED,
            plan.quarter(),
            () -> plans.refused(employer, plan.quarter(), now));
  }

  private DirectoryAudit as(Employer employer, Who who, Instant now) {
    return new DirectoryAudit(audit, employer, who, now);
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
  private static Reading onlyMoves(Staff staff, Reading reading) {
    Complaints complaints = new Complaints();
    List<Said.OfPerson> people = new ArrayList<>(reading.said().people());
    for (Said.OfPerson p : reading.said().people())
      if (staff.person(p.id()).isEmpty() && !p.leaves()) {
        complaints.add(
            p.line(),
            p.id().value(),
            "Wer versetzt werden soll, steht nicht im Verzeichnis; die Zeile streichen oder die Person zuerst aufnehmen.",
            "Who is to be moved is not in the directory; take the line out or add the person first.");
        people.remove(p);
      } else if (p.leaves() || p.unit().isEmpty())
        complaints.add(
            p.line(),
            p.id().value(),
            "Eine Neuordnung versetzt nur; die Zeile streichen oder eine Einheit nennen.",
            "A reorganisation moves people only; take the line out or name a unit.");
    List<Account.Complaint> all = new ArrayList<>(reading.complaints());
    all.addAll(complaints.list());
    Said said = new Said(reading.said().units(), people, false);
    return new Reading(said, all, reading.notes());
  }
}
