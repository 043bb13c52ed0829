package org.feierabend.channels.events;

import java.util.Set;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Treatment;

/** Drops what looks like content, refuses attachments, knows nothing of anything else. */
public final class SampleRules implements Minimisation {
  private static final Set<String> CONTENT = Set.of("subject", "body", "text", "title", "location");

  @Override
  public Verdict judge(String eventType, String field) {
    Treatment treatment =
        field.equals("attachments")
            ? Treatment.REFUSE
            : CONTENT.contains(field) ? Treatment.DROP : Treatment.KEEP;
    return verdict(treatment);
  }

  @Override
  public Verdict admit(String eventType, boolean published) {
    return verdict(published ? Treatment.KEEP : Treatment.REFUSE);
  }

  private static Verdict verdict(Treatment treatment) {
    return new Verdict(
        treatment,
        new Reason(
            "content-never-passes",
            new Sentence("Inhalte kommen nicht durch die Tür.", "Content does not pass the door."),
            "DSGVO Art. 5 Abs. 1 lit. c",
            Reason.RestsOn.LAW));
  }
}
