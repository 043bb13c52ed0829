package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.feierabend.book.Book;
import org.feierabend.book.Books;

/** The rule book in words, open to everybody logged in. */
@Path("rule-book")
@ApplicationScoped
@RolesAllowed({
  "employee",
  "hr",
  "council",
  "manager",
  "source",
  "enforcer",
  "provisioner",
  "operator"
})
@Produces("application/json")
public class RuleBookResource {
  record Page(
      String edition,
      List<Book.Chapter> chapters,
      List<Book.DatedNumber> numbers,
      List<Book.State> states)
      implements View {}

  @Inject Books books;

  @GET
  public View book() {
    Book book = books.book();
    return new Page(book.edition(), book.chapters(), book.numbers(), book.states());
  }
}
