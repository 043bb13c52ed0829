package org.feierabend.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;

/** What employees say of a proposal. */
public interface Comments {
  /** Longest comment, in characters. */
  int LONGEST = 2_000;

  /**
   * @param edition hash of the edition it is about
   * @param by who said it; empty: nobody is named, and no row says who it was
   * @param on the day alone, so that no log tells by the moment who it was
   */
  record Comment(UUID id, String edition, Optional<PersonId> by, String text, LocalDate on) {
    public Comment {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(edition, "edition");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(on, "on");
      if (text.isBlank() || text.length() > LONGEST)
        throw new IllegalArgumentException(
            "A comment has 1 to %d characters, but got %d.".formatted(LONGEST, text.length()));
    }
  }

  void add(EmployerId employer, Comment comment);

  /** In an order that says nothing of when within a day each came. */
  List<Comment> of(EmployerId employer, String edition);
}
