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
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.audit.AuditEvent;
import org.feierabend.channels.http.Trouble;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Role;
import org.feierabend.people.Secret;
import org.feierabend.people.Token;
import org.feierabend.people.Tokens;

/** The operator issues and revokes bearer tokens of machines. */
@Operator
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {
  @Inject Tokens tokens;
  @Inject Bearers bearers;
  @Inject Belonging belonging;
  @Inject Clock clock;
  @Inject RoleChanges changes;

  /** A token to be made; {@code expires} is an instant and may be absent. */
  public record NewToken(
      String name, String role, List<String> roles, String employer, String expires) {}

  @POST
  public Response issue(NewToken form) {
    Token token = Trouble.unlessFit(() -> fitting(form));
    String secret = Secret.fresh();
    changes.noted(
        () -> {
          tokens.issue(token, Secret.sha256(secret));
          return true;
        },
        AuditEvent.TOKEN_ISSUED,
        token.employer(),
        token.roles());
    Map<String, Object> view = view(token);
    view.put("token", secret);
    return Response.status(201).entity(view).build();
  }

  @GET
  public Map<String, Object> all() {
    return Map.of("tokens", tokens.all().stream().map(TokensResource::view).toList());
  }

  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    boolean revoked =
        tokens.all().stream()
            .filter(token -> token.id().equals(id))
            .findFirst()
            .map(
                token ->
                    changes.noted(
                        () -> bearers.revoke(id),
                        AuditEvent.TOKEN_REVOKED,
                        token.employer(),
                        token.roles()))
            .orElse(false);
    if (!revoked)
      throw Trouble.of(
          404,
          "Ein Token „%s“ gibt es nicht.".formatted(id),
          "There is no token '%s'.".formatted(id));
    return Response.noContent().build();
  }

  private Token fitting(NewToken form) {
    Token token = read(form);
    belonging.require(token.employer(), Optional.empty());
    return token;
  }

  private Token read(NewToken form) {
    if (form == null || (form.role() == null && form.roles() == null))
      throw new BadValue(
          "Ein Token hat eine Rolle und einen Namen.", "A token has a role and a name.");
    List<String> roles = form.roles() == null ? List.of(form.role()) : form.roles();
    return new Token(
        UUID.randomUUID().toString(),
        form.name() == null ? String.join(" ", roles) : form.name(),
        Optional.ofNullable(form.employer()).map(Belonging::employer),
        AccountsResource.roles(roles),
        clock.instant(),
        Optional.ofNullable(form.expires()).map(TokensResource::instant));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValue(
          "„expires“ ist ein Zeitpunkt wie 2027-01-01T00:00:00Z, hier steht „%s“.".formatted(text),
          "'expires' is an instant such as 2027-01-01T00:00:00Z, but got '%s'.".formatted(text));
    }
  }

  private static Map<String, Object> view(Token token) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", token.id());
    view.put("name", token.label());
    view.put("roles", token.roles().stream().map(Role::key).sorted().toList());
    view.put("employer", token.employer().map(EmployerId::value).orElse(null));
    view.put("created", token.created().toString());
    view.put("expires", token.expires().map(Instant::toString).orElse(null));
    return view;
  }
}
