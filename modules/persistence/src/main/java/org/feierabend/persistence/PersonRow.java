package org.feierabend.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Addresses;
import org.feierabend.people.Person;
import org.feierabend.people.UnitId;

/** Row of a person; {@code version} moves with every change of the facts. */
@Entity
@Table(name = "person")
class PersonRow {
  @Id long no;
  int employer;
  String id;
  String unit;
  String facts;
  boolean leaving;
  @Version long version;

  protected PersonRow() {}

  Person toPerson(Addresses addresses) {
    return new Person(no, new PersonId(id), new UnitId(unit), addresses, FactsJson.read(facts));
  }
}
