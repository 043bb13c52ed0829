package org.feierabend.channels.http;

import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.Life;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.edition.Proposed;
import org.feierabend.policy.Policies;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.policy.PolicyTrials.Difference;
import org.feierabend.policy.PolicyWords;

/**
 * What a proposal changes against the edition it follows, in the sentences HR read in its draft.
 */
record ProposalDifference(
    PolicyTexts texts, Policies policies, PolicyForms forms, PolicyTrials trials) {
  private record Both(PolicyDraft before, PolicyDraft after) {}

  /** Empty: one of both documents is gone, or the rules of today refuse it. */
  Optional<Difference> of(EmployerId employer, Life life, Proposed proposed) {
    return both(employer, life, proposed).map(b -> trials.difference(b.before, b.after));
  }

  /** What can be said at once; empty as well. */
  Optional<List<Sentence>> parameters(EmployerId employer, Life life, Proposed proposed) {
    return both(employer, life, proposed).map(b -> trials.parameters(b.before, b.after));
  }

  private Optional<Both> both(EmployerId employer, Life life, Proposed proposed) {
    Optional<PolicyDraft> after = text(employer, proposed).flatMap(this::draft);
    Optional<PolicyDraft> before =
        life.previous(proposed)
            .map(p -> texts.text(employer, p.edition().document()))
            .orElseGet(() -> Optional.of(policies.builtIn()))
            .flatMap(this::draft);
    return before.flatMap(b -> after.map(a -> new Both(b, a)));
  }

  /** The proposal itself in words; empty as well. */
  Optional<List<PolicyWords>> words(EmployerId employer, Proposed proposed) {
    return text(employer, proposed).flatMap(this::draft).map(forms::words);
  }

  Optional<String> text(EmployerId employer, Proposed proposed) {
    return texts.text(employer, proposed.edition().document());
  }

  private Optional<PolicyDraft> draft(String text) {
    return forms.read(text) instanceof PolicyDraft draft ? Optional.of(draft) : Optional.empty();
  }
}
