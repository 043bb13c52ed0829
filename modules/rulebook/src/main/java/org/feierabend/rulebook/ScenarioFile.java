package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Slot;
import org.feierabend.contact.Urgency;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.PersonFacts;

/** Reads {@code *.scenarios.yaml}; a key nobody knows is refused with its line. */
final class ScenarioFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "person",
          "people",
          "agreement",
          "unit",
          "contact",
          "telework",
          "alert",
          "field",
          "event",
          "figures",
          "expect");

  /** The kinds that ask for a slot, with its length where no end is given. */
  private static final Map<ContactKind, Duration> LENGTHS =
      Map.of(
          ContactKind.MEETING, Duration.ofHours(1),
          ContactKind.SHIFT, Duration.ofMinutes(1),
          ContactKind.RECALL, Duration.ofMinutes(1));

  private static final Set<String> CONTACT =
      Set.of("at", "kind", "urgency", "channel", "sender", "reason", "duty", "start", "end");

  private final YamlPolicies policies;

  ScenarioFile(YamlPolicies policies) {
    this.policies = policies;
  }

  List<Scenario> read(Path path) {
    return read(Entry.read(path));
  }

  List<Scenario> read(Entry file) {
    Map<String, Entry> top = file.map(Set.of("rule", "policy", "scenarios"));
    Policy policy =
        top.containsKey("policy") ? top.get("policy").as(policies::policy) : policies.policy("p0");
    List<Scenario> scenarios = new ArrayList<>();
    for (Entry s : file.need("scenarios").list()) {
      try {
        scenarios.add(scenario(s, policy));
      } catch (IllegalArgumentException refused) {
        throw s.refuse(refused.getMessage());
      }
    }
    return scenarios;
  }

  private Scenario scenario(Entry entry, Policy standard) {
    Map<String, Entry> keys = entry.map(KEYS);
    Policy policy =
        keys.containsKey("agreement")
            ? policies.changed(standard, keys.get("agreement"))
            : standard;
    Scenario.Question question;
    Set<String> expected;
    Optional<Scenario.Question> minimisation = ScenarioMinimisation.read(keys);
    if (minimisation.isPresent()) {
      question = minimisation.get();
      expected = new HashSet<>(Expectation.FIELD);
      expected.add("refuse");
    } else if (keys.containsKey("telework")) {
      question =
          new Scenario.Telework(
              new ScenarioTelework(policy).read(keys.get("telework"), regime(keys, policy)));
      expected = Expectation.TELEWORK;
    } else if (keys.containsKey("alert")) {
      question = new Scenario.Alert(ScenarioAlert.read(keys.get("alert")));
      expected = Expectation.ALERT;
    } else {
      Entry contact = entry.need("contact");
      question =
          new Scenario.Reach(
              policy,
              people(keys, policy),
              contact(contact),
              keys.containsKey("unit") && unitOnCall(keys.get("unit")));
      expected = new HashSet<>(Expectation.ONE);
      if (keys.containsKey("people")) expected.addAll(Expectation.GROUP);
    }
    Expectation expect = new Expectation(entry.need("expect").map(expected));
    if (expect.keys().isEmpty()) throw entry.need("expect").refuse("nothing is expected here");
    return new Scenario(entry.need("name").text(), entry.place(), entry.line(), question, expect);
  }

  private static Map<String, PersonFacts> people(Map<String, Entry> keys, Policy policy) {
    Map<String, PersonFacts> people = new LinkedHashMap<>();
    if (keys.containsKey("people")) {
      if (keys.containsKey("person"))
        throw keys.get("person").refuse("a scenario is about a person or about people, not both");
      if (keys.get("people").list().isEmpty())
        throw keys.get("people").refuse("nobody is named here");
      for (Entry p : keys.get("people").list())
        if (people.put(p.need("name").text(), ScenarioPerson.read(p, policy)) != null)
          throw p.refuse("two people of one scenario have the same name");
    } else if (keys.containsKey("person")) {
      people.put("", ScenarioPerson.read(keys.get("person"), policy));
    } else people.put("", ScenarioPerson.ordinary(policy));
    return people;
  }

  private static PersonFacts.Regime regime(Map<String, Entry> keys, Policy policy) {
    return keys.containsKey("person")
        ? ScenarioPerson.read(keys.get("person"), policy).regime()
        : PersonFacts.Regime.TARIF;
  }

  private static boolean unitOnCall(Entry unit) {
    Map<String, Entry> keys = unit.map(Set.of("on-call"));
    return keys.containsKey("on-call") && keys.get("on-call").truth();
  }

  private static Scenario.Asked contact(Entry entry) {
    Map<String, Entry> keys = entry.map(CONTACT);
    ContactKind kind = word(keys, "kind", ContactKind.class, ContactKind.MESSAGE);
    Optional<Slot> slot =
        LENGTHS.containsKey(kind) ? slot(entry, LENGTHS.get(kind)) : Optional.empty();
    try {
      return new Scenario.Asked(
          new ContactClass(
              kind,
              word(keys, "urgency", Urgency.class, Urgency.NORMAL),
              word(keys, "channel", Channel.class, Channel.CHAT),
              word(keys, "sender", Sender.class, Sender.COLLEAGUE),
              false,
              word(keys, "reason", EmergencyReason.class, EmergencyReason.NONE)),
          entry.need("at").as(Scenario::instant),
          keys.containsKey("duty") ? keys.get("duty").text() : "",
          slot);
    } catch (IllegalArgumentException refused) {
      throw entry.refuse(refused.getMessage());
    }
  }

  /**
   * @param standard the length where no end is given
   */
  private static Optional<Slot> slot(Entry contact, Duration standard) {
    Map<String, Entry> keys = contact.map();
    if (!keys.containsKey("start")) return Optional.empty();
    Instant start = keys.get("start").as(Scenario::instant);
    if (!keys.containsKey("end")) return Optional.of(Slot.of(start, standard));
    return Optional.of(keys.get("end").as(end -> new Slot(start, Scenario.instant(end))));
  }

  private static <E extends Enum<E>> E word(
      Map<String, Entry> keys, String key, Class<E> words, E standard) {
    return keys.containsKey(key) ? keys.get(key).as(words) : standard;
  }
}
