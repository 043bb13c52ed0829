package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;

/** The record of processing (Art. 30 GDPR), filled from the policy in force. */
@Path("privacy/record")
@ApplicationScoped
@RolesAllowed({"employee", "council", "hr", "manager", "operator"})
@Produces("application/json")
public class PrivacyRecordResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Policies policies;
  @Inject EmployerTime time;

  @GET
  public View record(@QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    return PrivacyRecordView.of(employer, policies.policy(employer.policy()), time.now(employer));
  }
}
