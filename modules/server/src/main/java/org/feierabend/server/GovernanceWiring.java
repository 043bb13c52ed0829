package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.feierabend.book.Proving;
import org.feierabend.edition.Comments;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.Standings;
import org.feierabend.intake.GivenAnswers;
import org.feierabend.report.ChainHeads;
import org.feierabend.signature.BrowserKeys;
import org.feierabend.signature.Signatures;
import org.feierabend.signature.Trust;

/** Hands out the parts of the {@link Governance}, as {@link Wiring} does the rest. */
@ApplicationScoped
public class GovernanceWiring {
  @Inject Lifecycle lifecycle;

  private <T> T from(Function<House, T> part) {
    return lifecycle.standing(part);
  }

  @Produces
  Signatures signatures() {
    return from(house -> house.governance.signatures);
  }

  @Produces
  Trust trust() {
    return from(house -> house.store.trust);
  }

  @Produces
  ChainHeads chainHeads() {
    return from(house -> house.heads);
  }

  @Produces
  BrowserKeys browserKeys() {
    return from(house -> house.governance.browserKeys);
  }

  @Produces
  PolicyDesk policyDesk() {
    return from(house -> house.governance.desk);
  }

  @Produces
  PolicyTexts policyTexts() {
    return from(house -> house.governance.texts);
  }

  @Produces
  Proving proving() {
    return from(house -> house.governance.proving);
  }

  @Produces
  Comments comments() {
    return from(house -> house.governance.comments);
  }

  @Produces
  Standings standings() {
    return from(house -> house.governance.policies);
  }

  @Produces
  GivenAnswers givenAnswers() {
    return from(house -> house.store.givenAnswers);
  }
}
