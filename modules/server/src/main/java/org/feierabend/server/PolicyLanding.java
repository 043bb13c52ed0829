package org.feierabend.server;

import java.time.Instant;
import java.util.UUID;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.CityBundle;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;

/** Another city's policy becomes a draft of HR: nothing is proposed, let alone in force. */
record PolicyLanding(PolicyTexts texts) implements Bundles.Landing {
  @Override
  public Sentence land(Employer employer, CityBundle bundle, Role by, Instant now) {
    String text = bundle.text(BundleKind.POLICY.main());
    texts.add(employer.id(), new PolicyTexts.Draft(UUID.randomUUID(), text, now, 1));
    return new Sentence(
        "Liegt dem Personalamt als Entwurf vor; in Kraft tritt er erst mit beiden Unterschriften.",
        "It is a draft of HR now and takes force with both signatures only.");
  }
}
