package org.feierabend.bench.peers;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.feierabend.decision.Cell.Shape;

/**
 * Cedar, policies cached beyond the native call: what delivers is a permit, all else a forbid. A
 * forbid wins there, so those behind the duty on call name it as their exception.
 */
public final class Cedar implements Peer {
  private final AuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final Entities nobody = new Entities();
  private final EntityUID contact = uid("Contact");
  private final EntityUID reach = uid("Action");
  private final EntityUID person = uid("Person");

  public Cedar() {
    Set<Policy> all = new HashSet<>();
    for (Law law : Law.values()) all.add(new Policy(text(law), law.name()));
    policies = new PolicySet(all);
    try {
      policies.cache();
    } catch (CacheException e) {
      throw new IllegalStateException("Cedar does not take the law: " + e.getMessage(), e);
    }
  }

  private static String text(Law law) {
    String effect = law.shape == Shape.DELIVER ? "permit" : "forbid";
    String text = "%s(principal, action, resource) when { %s }".formatted(effect, ofContext(law));
    return law.compareTo(Law.ON_CALL) > 0 && law != Law.OPEN
        ? text + " unless { %s };".formatted(ofContext(Law.ON_CALL))
        : text + ";";
  }

  private static String ofContext(Law law) {
    return law == Law.OPEN ? law.text : law.text.replaceAll("[a-zA-Z]+", "context.$0");
  }

  private static EntityUID uid(String type) {
    return new EntityUID(EntityTypeName.parse(type).orElseThrow(), "one");
  }

  @Override
  public Shape decide(Situation situation) {
    Map<String, Value> words = new HashMap<>();
    for (String word : Situation.WORDS) words.put(word, new PrimBool(situation.is(word)));
    try {
      AuthorizationSuccessResponse said =
          engine
              .isAuthorized(
                  new AuthorizationRequest(contact, reach, person, new Context(words)),
                  policies,
                  nobody)
              .success
              .orElseThrow();
      if (said.isAllowed()) return Shape.DELIVER;
      return said.getReason().stream().map(Law::valueOf).sorted().findFirst().orElseThrow().shape;
    } catch (AuthException e) {
      throw new IllegalStateException("Cedar gives up on " + situation, e);
    }
  }
}
