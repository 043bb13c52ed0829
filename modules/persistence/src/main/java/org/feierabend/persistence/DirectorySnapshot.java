package org.feierabend.persistence;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;

/** One employer's directory at one moment; never changed, only replaced. */
record DirectorySnapshot(
    Employer employer,
    Staff staff,
    Map<Long, Person> byNo,
    Map<String, Person> byMail,
    Map<String, Person> byChat,
    Map<PersonId, Long> versions) {

  static DirectorySnapshot of(
      Employer employer,
      List<Unit> units,
      Collection<Person> people,
      Map<PersonId, Long> versions) {
    Map<PersonId, Person> byId = new LinkedHashMap<>();
    Map<Long, Person> byNo = new HashMap<>();
    Map<String, Person> byMail = new HashMap<>();
    Map<String, Person> byChat = new HashMap<>();
    for (Person p : people) {
      byId.put(p.id(), p);
      byNo.put(p.no(), p);
      for (String address : p.addresses().mail()) byMail.put(address, p);
      for (String address : p.addresses().chat()) byChat.put(address, p);
    }
    return new DirectorySnapshot(
        employer,
        new Staff(units, Collections.unmodifiableMap(byId)),
        byNo,
        byMail,
        byChat,
        versions);
  }

  DirectorySnapshot of(Employer changed) {
    return new DirectorySnapshot(changed, staff, byNo, byMail, byChat, versions);
  }

  Collection<Person> people() {
    return staff.people().values();
  }

  /** The same directory after one person's facts changed. */
  DirectorySnapshot with(Person changed, long version) {
    Map<PersonId, Long> next = new HashMap<>(versions);
    next.put(changed.id(), version);
    return of(
        employer,
        staff.units(),
        people().stream().map(p -> p.no() == changed.no() ? changed : p).toList(),
        next);
  }
}
