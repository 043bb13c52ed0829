package org.feierabend.rulebook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertFindings;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Findings;
import org.feierabend.decision.Surroundings;
import org.feierabend.policy.FigureRequest;
import org.feierabend.telework.TeleworkFacts;
import org.feierabend.telework.TeleworkFindings;
import org.feierabend.timeline.StretchKind;

/**
 * The words of one decision: what its rules may look at and what they may say. A property is a yes
 * or no, a word of an enum, or a text; a saying takes words of enums alone. Read from the types
 * themselves, so that a new fact needs no list.
 */
final class Vocabulary {
  /** What a saying takes that needs no word. */
  static final Class<?> NOTHING = void.class;

  private static final Map<String, Vocabulary> OF =
      Map.of(
          "reachability",
          new Vocabulary(
              "findings",
              Findings.class,
              StretchKind.class,
              ContactClass.class,
              Surroundings.class),
          "minimisation",
          new Vocabulary(
              "treatments",
              Treatments.class,
              EventField.class,
              EventType.class,
              FigureRequest.class),
          "telework",
          new Vocabulary("findings", TeleworkFindings.class, TeleworkFacts.class),
          "alerts",
          new Vocabulary("findings", AlertFindings.class, AlertFacts.class));

  private final String speaker;
  private final Class<?> speakers;
  private final Map<String, Class<?>> facts = new TreeMap<>();

  private Vocabulary(String speaker, Class<?> speakers, Class<?>... facts) {
    this.speaker = speaker;
    this.speakers = speakers;
    for (Class<?> f : facts) this.facts.put(f.getSimpleName(), f);
  }

  /**
   * @param place of a file of that decision, for the refusal
   */
  static Vocabulary of(String decision, String place) {
    Vocabulary words = OF.get(decision);
    if (words == null)
      throw new Unreadable(
          place, "'%s' is no decision: %s".formatted(decision, new TreeSet<>(OF.keySet())));
    return words;
  }

  /** Whether the folder of that name holds rules. */
  static boolean decides(String folder) {
    return OF.containsKey(folder);
  }

  /** Name of the one object rules speak to. */
  String speaker() {
    return speaker;
  }

  Set<String> facts() {
    return facts.keySet();
  }

  /** The properties of a fact with their types: boolean, an enum, or String. */
  Map<String, Class<?>> properties(String fact) {
    Map<String, Class<?>> properties = new TreeMap<>();
    for (Method m : facts.get(fact).getDeclaredMethods())
      if (ownPublic(m) && m.getParameterCount() == 0 && readable(m.getReturnType()))
        properties.put(m.getName(), m.getReturnType());
    List.of("toString", "hashCode").forEach(properties::remove);
    return properties;
  }

  /** What a rule may call, each with nothing in its brackets or a word of one enum. */
  Map<String, Set<Class<?>>> sayings() {
    Map<String, Set<Class<?>>> sayings = new TreeMap<>();
    for (Method m : speakers.getDeclaredMethods()) {
      Class<?> takes = m.getParameterCount() == 0 ? NOTHING : m.getParameterTypes()[0];
      if (ownPublic(m)
          && m.getReturnType() == void.class
          && m.getParameterCount() < 2
          && (takes == NOTHING || takes.isEnum()))
        sayings.computeIfAbsent(m.getName(), n -> new HashSet<>()).add(takes);
    }
    return sayings;
  }

  static Set<String> words(Class<?> type) {
    Set<String> words = new TreeSet<>();
    for (Object c : type.getEnumConstants()) words.add(((Enum<?>) c).name());
    return words;
  }

  /** What Drools must know before the first rule. */
  String preamble(String decision) {
    Map<String, Class<?>> imported = new LinkedHashMap<>(facts);
    for (String f : facts.keySet())
      for (Class<?> p : properties(f).values()) if (p.isEnum()) imported.put(p.getSimpleName(), p);
    for (Set<Class<?>> takes : sayings().values())
      for (Class<?> t : takes) if (t != NOTHING) imported.put(t.getSimpleName(), t);
    StringBuilder text = new StringBuilder("package rules.%s;\n".formatted(decision));
    new TreeMap<>(imported)
        .values()
        .forEach(c -> text.append("import %s;\n".formatted(c.getCanonicalName())));
    return text.append("global %s %s;\n".formatted(speakers.getCanonicalName(), speaker))
        .toString();
  }

  private static boolean ownPublic(Method m) {
    return Modifier.isPublic(m.getModifiers())
        && !Modifier.isStatic(m.getModifiers())
        && !m.isSynthetic();
  }

  private static boolean readable(Class<?> type) {
    return type == boolean.class || type.isEnum() || type == String.class;
  }
}
