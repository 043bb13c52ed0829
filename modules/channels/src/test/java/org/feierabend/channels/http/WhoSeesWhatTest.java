package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.feierabend.people.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who learns what of a decision (DECISIONS, section 1), for every asker, every outcome and every
 * shape of the decision API. What a row does not name must not be there.
 */
class WhoSeesWhatTest {
  private final Town town = new Town("ann", "off-bob", "away-cem");

  private static String question(String sender, String recipient) {
    return EvaluationTest.from(sender, recipient);
  }

  private Asked asked(String who) {
    return new Asked(
        town,
        switch (who) {
          case "enforcer" -> SomeCaller.machine(Role.ENFORCER);
          case "manager" -> SomeCaller.manager("max");
          default -> SomeCaller.employee(who);
        });
  }

  private static String names(JsonNode context) {
    Set<String> names = new TreeSet<>();
    context.fieldNames().forEachRemaining(names::add);
    return String.join(" ", names);
  }

  /**
   * A server that enforces also learns where to hand a routed contact ({@code to}): without it,
   * ROUTE could not be done. A sender in the directory is off here and is told so, by their own
   * log-in alone; max is not in it.
   */
  @ParameterizedTest(name = "{0} asks whether {1} reaches {2}")
  @CsvSource({
    "enforcer, ann,     off-bob,  'edition outcome until valid_until'",
    "enforcer, ann,     away-cem, 'edition outcome to valid_until'",
    "enforcer, max,     ann,      'edition outcome valid_until'",
    "enforcer, off-bob, off-bob,  'edition outcome until valid_until'",
    "ann,      ann,     off-bob,  'edition outcome own_sending until valid_until'",
    "ann,      ann,     away-cem, 'edition outcome own_sending valid_until'",
    "manager,  max,     off-bob,  'edition outcome until valid_until'",
    "manager,  max,     away-cem, 'edition outcome valid_until'",
    "manager,  max,     ann,      'edition outcome valid_until'",
    "off-bob,  off-bob, off-bob,  'advice edition outcome reasons until valid_until'",
    "off-bob,  max,     off-bob,  'advice edition outcome reasons until valid_until'",
    "away-cem, max,     away-cem, 'advice edition outcome reasons valid_until'",
    "ann,      max,     ann,      'advice edition outcome reasons valid_until'",
    "ann,      max,     off-bob,  refused",
    "manager,  ann,     off-bob,  refused"
  })
  void each_learns_exactly_this(String who, String sender, String recipient, String seen) {
    Asked asked = asked(who);
    String question = question(sender, recipient);
    if (seen.equals("refused")) {
      assertEquals(403, assertThrows(Trouble.class, () -> asked.one(question)).status());
      assertEquals(
          403,
          assertThrows(Trouble.class, () -> asked.opa("{'input':%s}".formatted(question)))
              .status());
      assertEquals(403, assertThrows(Trouble.class, () -> asked.many(batch(question))).status());
      return;
    }
    assertEquals(seen, names(asked.one(question).get("context")));
    JsonNode opa = asked.opa("{'input':%s}".formatted(question)).get("result");
    assertEquals("allow context decision", names(opa));
    assertEquals(asked.one(question).get("context"), opa.get("context"));
    JsonNode many = asked.many(batch(question));
    if (who.equals("enforcer")) assertEquals(seen, names(many.at("/evaluations/0/context")));
    else
      assertEquals(
          seen.contains("own_sending")
              ? "edition group own_sending reach recipients"
              : "edition group reach recipients",
          names(many.get("context")));
  }

  private static String batch(String question) {
    return "{'evaluations':[%s]}".formatted(question);
  }

  @ParameterizedTest
  @CsvSource({"ann, false", "off-bob, true", "away-cem, false"})
  void a_proxy_may_show_its_headers_to_the_sender_and_they_hold_no_more(
      String recipient, boolean until) {
    Set<String> seen =
        new TreeSet<>(Set.of("X-Contact-Outcome", "X-Contact-Valid-Until", "X-Contact-Edition"));
    if (until) seen.add("X-Contact-Until");
    assertEquals(
        seen,
        new TreeSet<>(
            asked("enforcer").headers(Map.of("Sender", "x", "Recipient", recipient)).keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'edition group reach recipients'",
    "4, 'edition group reach recipients'",
    "5, 'edition group later next now reach recipients somebody_else'",
    "9, 'edition group later next now reach recipients somebody_else'"
  })
  void of_a_group_senders_learn_counts_and_below_five_words(int size, String seen) {
    String[] people = new String[size];
    for (int i = 0; i < size; i++) people[i] = (i % 2 == 0 ? "off-" : "p-") + i;
    Town group = new Town(people);
    List<String> questions = new ArrayList<>();
    for (String person : people) questions.add(question("x", person));
    String batch = batch(String.join(",", questions));
    JsonNode answer = new Asked(group, SomeCaller.employee("x")).many(batch);
    assertEquals("context decision", names(answer));
    assertEquals(seen, names(answer.get("context")));
    for (String person : people) assertEquals(-1, answer.toString().indexOf(person));
    assertEquals(size < 5, !answer.at("/context/reach").asText().matches(".*[0-9].*"));
    assertEquals(
        answer,
        new Asked(group, SomeCaller.machine(Role.ENFORCER))
            .many(batch.replaceFirst("\\{", "{'context':{'group':true},")));
  }

  /** All roles there are, against all methods there are. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void only_these_roles_may_ask_at_all(Role role) {
    Map<Class<?>, Set<Role>> doors = new LinkedHashMap<>();
    doors.put(AccessResource.class, Set.of(Role.ENFORCER, Role.EMPLOYEE, Role.MANAGER));
    doors.put(OpaResource.class, Set.of(Role.ENFORCER, Role.EMPLOYEE, Role.MANAGER));
    doors.put(ExtAuthzResource.class, Set.of(Role.ENFORCER));
    doors.forEach(
        (door, roles) ->
            asking(door)
                .forEach(
                    method -> {
                      assertEquals(roles.contains(role), may(method, role), method + " " + role);
                      assertThrows(
                          Trouble.class, () -> RoleGuard.check(method, SomeCaller.nobody()));
                    }));
  }

  private static Stream<Method> asking(Class<?> door) {
    return Arrays.stream(door.getDeclaredMethods())
        .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()));
  }

  private static boolean may(Method method, Role role) {
    try {
      RoleGuard.check(method, SomeCaller.machine(role));
      return true;
    } catch (Trouble refused) {
      assertEquals(403, refused.status());
      return false;
    }
  }
}
