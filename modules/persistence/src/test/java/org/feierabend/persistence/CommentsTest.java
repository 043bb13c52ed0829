package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.PersonId;
import org.feierabend.edition.Comments.Comment;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.junit.jupiter.api.Test;

class CommentsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final String EDITION = "e".repeat(64);

  @Test
  void who_leaves_the_house_is_named_by_no_comment_and_what_was_said_stays() {
    try (Database database = Postgres.fresh()) {
      JpaDirectory directory = new JpaDirectory(database);
      Employer employer = directory.create(Sample.city("commented", 60));
      List<Person> people = List.copyOf(directory.people(employer)).subList(0, 2);
      JdbcComments comments = new JdbcComments(database);
      for (Person p : people)
        comments.add(
            employer.id(),
            new Comment(
                UUID.randomUUID(),
                EDITION,
                Optional.of(p.id()),
                "the evening",
                LocalDate.parse("2026-11-26")));
      PersonId gone = people.get(0).id();
      directory.change(employer, now -> DirectoryChange.leave(now, gone), changed -> {});
      JdbcDepartures departures = new JdbcDepartures(database);
      departures.pending(employer).forEach(p -> departures.forget(employer, p, NOW));
      List<Comment> left = comments.of(employer.id(), EDITION);
      assertEquals(
          List.of("the evening", "the evening"), left.stream().map(Comment::text).toList());
      assertEquals(
          List.of(people.get(1).id()), left.stream().flatMap(c -> c.by().stream()).toList());
    }
  }
}
