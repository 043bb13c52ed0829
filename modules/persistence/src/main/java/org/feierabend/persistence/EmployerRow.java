package org.feierabend.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** Row of an employer. */
@Entity
@Table(name = "employer")
class EmployerRow {
  @Id int no;
  String id;
  String name;
  String zone;
  String municipality;
  String clock;

  @Column(name = "first_week")
  String firstWeek;

  boolean synthetic;
  String policy;

  protected EmployerRow() {}

  Employer toEmployer() {
    return new Employer(
        new EmployerId(id),
        no,
        name,
        ZoneId.of(zone),
        municipality,
        Employer.ClockKind.valueOf(clock),
        IsoWeek.parse(firstWeek),
        synthetic,
        policy);
  }
}
