package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feierabend.decision.BadValue;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PolicyDraft;

/** {@code config/policies/*.yaml}, read once. */
public final class YamlPolicies implements Policies {
  /** What a scenario may change: the agreement's values, not who the policy is. */
  private static final Set<String> CHANGEABLE = changeable();

  private static Set<String> changeable() {
    Set<String> keys = new HashSet<>(PolicySchema.keys());
    keys.removeAll(Set.of("name", "from"));
    return keys;
  }

  private final Jurisdictions jurisdictions;
  private final PolicyReader reader;
  private final Map<String, Policy> policies = new TreeMap<>();
  private final Map<String, Entry> files = new TreeMap<>();
  private final Map<String, String> documents = new TreeMap<>();
  private final Optional<Policy> only;

  /**
   * @param home the checkout directory
   */
  public YamlPolicies(Path home) {
    this.only = Optional.empty();
    this.jurisdictions = new Jurisdictions(home);
    this.reader = new PolicyReader(jurisdictions);
    PolicyCheck check = new PolicyCheck(home, jurisdictions);
    Path folder = home.resolve("config/policies");
    try (Stream<Path> found = Files.list(folder)) {
      for (Path f : found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Entry file = Entry.read(f);
        Map<String, Object> values = PolicyTree.of(file);
        check.require(file, values);
        Map<String, Entry> keys = file.map();
        String stem = f.getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!file.need("name").text().equals(stem))
          throw file.need("name").refuse("a policy is named like its file, " + stem);
        policies.put(stem, reader.read(file, keys, Edition.of(home, values)));
        files.put(stem, file);
        documents.put(stem, Files.readString(f));
      }
    } catch (IOException e) {
      throw new Unreadable(folder, e);
    }
  }

  private YamlPolicies(YamlPolicies same, PolicyDraft draft) {
    jurisdictions = same.jurisdictions;
    reader = same.reader;
    only = Optional.of(draft.policy());
    files.put(draft.policy().name(), Entry.parse("policy", draft.document()));
  }

  /** Whatever policy is asked for: it is that one. */
  YamlPolicies only(PolicyDraft draft) {
    return new YamlPolicies(this, draft);
  }

  @Override
  public Policy policy(String name) {
    if (only.isPresent()) return only.get();
    Policy p = policies.get(name);
    if (p == null)
      throw new BadValue(
          "Die Regelung „%s“ gibt es in config/policies nicht; bekannt sind %s."
              .formatted(name, policies.keySet()),
          "There is no policy '%s' in config/policies; known are %s."
              .formatted(name, policies.keySet()));
    return p;
  }

  @Override
  public String document(String name) {
    return documents.get(policy(name).name());
  }

  @Override
  public String builtIn() {
    return BuiltIn.document();
  }

  /** The policy of that name, or the one whose edition begins so, with four digits at least. */
  Policy named(String word) {
    return policies.values().stream()
        .filter(p -> word.length() >= 4 && p.edition().startsWith(word))
        .findFirst()
        .orElseGet(() -> policy(word));
  }

  Jurisdictions jurisdictions() {
    return jurisdictions;
  }

  /** The policy as if its file said what is given, such as {@code mail: silence}. */
  Policy changed(Policy policy, Entry agreement) {
    Map<String, Entry> keys = new TreeMap<>(files.get(policy.name()).map());
    keys.putAll(agreement.map(CHANGEABLE));
    return reader.read(agreement, keys, policy.edition());
  }
}
