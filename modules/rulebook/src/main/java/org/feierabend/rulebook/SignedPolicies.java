package org.feierabend.rulebook;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;

/** Reads documents that were signed by the rules of one folder, each once. */
public final class SignedPolicies {
  private static final System.Logger LOG = System.getLogger(SignedPolicies.class.getName());

  private final PolicyForms forms;
  private final Parameters parameters;
  private final PolicyDraft builtIn;
  private final Map<String, PolicyDraft> byHash = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  SignedPolicies(Path home) {
    forms = new YamlPolicyForms(home);
    parameters =
        new Parameters(Entry.read(home.resolve("rules/parameters.yaml")), Edition.of(home));
    if (!(forms.read(BuiltIn.document()) instanceof PolicyDraft draft))
      throw new IllegalStateException(
          "These rules refuse the built-in policy; whoever has signed nothing would have none.");
    if (!draft.hash().equals(BuiltIn.HASH))
      throw new IllegalStateException(
          "The built-in policy has the hash %s, but %s is pinned."
              .formatted(draft.hash(), BuiltIn.HASH));
    builtIn = draft;
  }

  public PolicyForms forms() {
    return forms;
  }

  /** What the document says; where these rules refuse it, the built-in one: the law alone. */
  public Policy policy(SignedPolicy signed) {
    Optional<Policy> read = read(signed.document(), signed.hash());
    if (read.isEmpty() && refused.add(signed.hash()))
      LOG.log(
          Level.ERROR,
          "The policy document {0} is in force, but is another one or refused by these rules; the law alone holds.",
          signed.hash().substring(0, 12));
    return read.orElse(builtIn.policy());
  }

  /**
   * Empty: it is another document, or these rules refuse it; whoever asked says what that means.
   */
  public Optional<Policy> read(String document, String hash) {
    if (hash.equals(BuiltIn.HASH)) return Optional.of(builtIn.policy());
    PolicyDraft known = byHash.get(hash);
    if (known != null && known.document().equals(document)) return Optional.of(known.policy());
    if (forms.read(document) instanceof PolicyDraft draft && draft.hash().equals(hash)) {
      byHash.put(hash, draft);
      return Optional.of(draft.policy());
    }
    return Optional.empty();
  }

  /** Shortest time between notice and the end of an agreement, by the law of that day. */
  public Period notice(LocalDate on) {
    return Period.parse(parameters.value("agreement-notice", "tarif", on).get(0));
  }
}
