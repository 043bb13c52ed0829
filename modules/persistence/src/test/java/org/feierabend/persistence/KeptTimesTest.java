package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.feierabend.calendar.Kept;
import org.feierabend.people.Employer;
import org.junit.jupiter.api.Test;

class KeptTimesTest {
  @Test
  void a_wish_taken_back_is_remembered_until_nothing_lies_there_and_then_forgotten() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer city = directory.create(Sample.city("kept", 1));
      long person = directory.people(city).iterator().next().no();
      JdbcKeptTimes kept = new JdbcKeptTimes(database);
      assertEquals(Kept.NOTHING, kept.of(city, person));
      kept.want(city, person, true);
      Kept asked = kept.of(city, person);
      kept.came(city, person, asked, new Kept(true, Kept.State.KEPT, Optional.of("d1")));
      assertEquals(Optional.of("d1"), kept.all(city).get(person).digest());
      kept.want(city, person, false);
      // what came of the wish of before does not make it wanted again
      kept.came(city, person, asked, new Kept(true, Kept.State.KEPT, Optional.of("d2")));
      assertEquals(new Kept(false, Kept.State.WAITING, Optional.of("d2")), kept.of(city, person));
      Kept taken = kept.of(city, person);
      kept.came(city, person, taken, new Kept(false, Kept.State.WAITING, Optional.empty()));
      assertEquals(Map.of(), kept.all(city));
    }
  }
}
