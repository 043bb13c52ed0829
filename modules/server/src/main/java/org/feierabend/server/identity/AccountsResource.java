package org.feierabend.server.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feierabend.audit.AuditEvent;
import org.feierabend.channels.http.Trouble;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Language;
import org.feierabend.people.Account;
import org.feierabend.people.Accounts;
import org.feierabend.people.Role;

/** The operator issues and withdraws log-ins of people. */
@Operator
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {
  private static final int SHORTEST_PASSWORD = 12;

  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject Belonging belonging;
  @Inject RoleChanges changes;

  /** An account to be made. */
  public record NewAccount(
      String user,
      String password,
      List<String> roles,
      String employer,
      String person,
      String language) {
    @Override
    public String toString() {
      return "NewAccount"; // never the password
    }
  }

  @POST
  public Response create(NewAccount form) {
    Account account = Trouble.unlessFit(() -> fitting(form));
    String hash = passwords.hash(form.password());
    boolean created =
        Trouble.unlessFit(
            () ->
                changes.noted(
                    () -> accounts.create(account, hash),
                    AuditEvent.ACCOUNT_CREATED,
                    account.employer(),
                    account.roles()));
    if (!created)
      throw Trouble.of(
          409,
          "Den Zugang „%s“ gibt es schon; bitte erst löschen.".formatted(account.user()),
          "There is an account '%s' already; delete it first.".formatted(account.user()));
    return Response.status(201).entity(view(account)).build();
  }

  @GET
  public Map<String, Object> all() {
    return Map.of("accounts", accounts.all().stream().map(AccountsResource::view).toList());
  }

  @GET
  @Path("{user}")
  public Response one(@PathParam("user") String user) {
    return accounts
        .find(user)
        .map(account -> Response.ok(view(account)).build())
        .orElseThrow(() -> unknown(user));
  }

  @DELETE
  @Path("{user}")
  public Response delete(@PathParam("user") String user) {
    boolean deleted =
        accounts
            .find(user)
            .map(
                account ->
                    changes.noted(
                        () -> accounts.delete(user),
                        AuditEvent.ACCOUNT_DELETED,
                        account.employer(),
                        account.roles()))
            .orElse(false);
    if (!deleted) throw unknown(user);
    return Response.noContent().build();
  }

  private static Trouble unknown(String user) {
    return Trouble.of(
        404,
        "Den Zugang „%s“ gibt es nicht.".formatted(user),
        "There is no account '%s'.".formatted(user));
  }

  private Account fitting(NewAccount form) {
    Account account = read(form);
    belonging.require(account.employer(), account.person());
    return account;
  }

  private static Account read(NewAccount form) {
    if (form == null || form.user() == null || form.password() == null || form.roles() == null)
      throw new BadValue(
          "Ein Zugang hat mindestens user, password und roles.",
          "An account has at least user, password and roles.");
    if (form.password().length() < SHORTEST_PASSWORD)
      throw new BadValue(
          "Ein Kennwort hat mindestens %d Zeichen, hier sind es %d."
              .formatted(SHORTEST_PASSWORD, form.password().length()),
          "A password has at least %d characters, but got %d."
              .formatted(SHORTEST_PASSWORD, form.password().length()));
    return new Account(
        form.user(),
        Optional.ofNullable(form.employer()).map(Belonging::employer),
        Optional.ofNullable(form.person()).map(Belonging::person),
        roles(form.roles()),
        language(form.language()));
  }

  private static Language language(String word) {
    if (word == null) return Language.DE;
    for (Language language : Language.values())
      if (language.name().equalsIgnoreCase(word)) return language;
    throw new BadValue(
        "Die Sprachen sind de und en, hier steht „%s“.".formatted(word),
        "The languages are de and en, but got '%s'.".formatted(word));
  }

  static Set<Role> roles(List<String> words) {
    return words.stream().map(Role::byKey).collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Object> view(Account account) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("user", account.user());
    view.put("roles", account.roles().stream().map(Role::key).sorted().toList());
    view.put("employer", account.employer().map(EmployerId::value).orElse(null));
    view.put("person", account.person().map(PersonId::value).orElse(null));
    view.put("language", account.language().name().toLowerCase(Locale.ROOT));
    return view;
  }
}
