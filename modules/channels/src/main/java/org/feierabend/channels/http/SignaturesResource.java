package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.feierabend.book.Proposals;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.Standings;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.policy.PolicyForms;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Signed;

/**
 * What HR and the works council sign. The text is made here and signed where the key is: in the
 * signer's browser or by {@code ./feierabend sign}.
 */
@Path("signatures")
@ApplicationScoped
@Produces("application/json")
public class SignaturesResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Signatures signatures;
  @Inject PolicyDesk desk;
  @Inject PolicyTexts texts;
  @Inject PolicyForms forms;
  @Inject Proposals ruleBooks;
  @Inject Standings standings;
  @Inject Clock clock;

  /** Both sides' declarations, the oldest first, and what does not fit the keys. */
  @GET
  @RolesAllowed({"hr", "council", "operator"})
  public View list(@QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    standings.settle(employer); // whoever looks sees what is there now
    return SignatureViews.Listing.of(signatures.said(employer.id()));
  }

  /** The text to be signed; nothing is kept. */
  @POST
  @Path("texts")
  @RolesAllowed({"hr", "council"})
  @Consumes("application/json")
  public View text(InputStream body) throws IOException {
    Employer employer = employer();
    Fields wanted = new Fields(Body.object(body, Body.SMALL), "");
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      Matter matter = new MatterReader(employer, desk, texts, forms, ruleBooks, now).read(wanted);
      Declaration said =
          new Declaration(
              employer.id(),
              side(),
              signatures.reread(employer.id()).of(side()).head(),
              now,
              matter);
      if (!(matter instanceof Matter.RuleBook)) desk.fits(employer, said, now);
      return new SignatureViews.Text(said.text(), said.hash());
    } catch (Signatures.Refused refused) {
      throw trouble(refused);
    } catch (IllegalArgumentException unfit) {
      Sentence why = BadValue.told(unfit);
      throw Trouble.of(400, "Das lässt sich so nicht erklären: " + why.de(), why.en());
    }
  }

  /** {@code {"text": "…", "signature": "…"}}, by the key of this log-in's side. */
  @POST
  @Idempotent
  @RolesAllowed({"hr", "council"})
  @Consumes("application/json")
  public Response declare(InputStream body) throws IOException {
    Employer employer = employer();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("text", "signature"));
    Signed signed = new Signed(document.text("text"), document.text("signature"));
    try {
      Declaration said = declared(employer, signed);
      standings.settle(employer);
      return Response.status(201).entity(SignatureViews.Said.of(said)).build();
    } catch (Signatures.Refused refused) {
      throw trouble(refused);
    }
  }

  private Declaration declared(Employer employer, Signed signed) {
    Instant now = clock.instant();
    if (!(matter(signed) instanceof Matter.RuleBook))
      return desk.declare(employer, side(), signed, now);
    return ruleBooks
        .declare(new Proposals.Side(employer.id(), side()), signed, now)
        .orElseThrow(MatterReader::noRuleBook);
  }

  private static Matter matter(Signed signed) {
    try {
      return Declaration.read(signed.text()).matter();
    } catch (IllegalArgumentException e) {
      Sentence why = BadValue.told(e);
      throw Trouble.field(
          "/text", "Das ist keine Erklärung: " + why.de(), "This is no declaration: " + why.en());
    }
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  private Role side() {
    return caller.is(Role.COUNCIL) ? Role.COUNCIL : Role.HR;
  }

  static Trouble trouble(Signatures.Refused refused) {
    int status =
        switch (refused.kind()) {
          case UNREADABLE, WRONG -> 400;
          case NOT_YOURS -> 403;
          case NOT_SIGNED -> 422;
          case OVERTAKEN -> 412;
          case UNFIT -> 409;
        };
    return Trouble.of(status, refused.why().de(), refused.why().en());
  }
}
