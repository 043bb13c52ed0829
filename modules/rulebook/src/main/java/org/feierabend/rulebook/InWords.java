package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.StretchKind;

/** Kinds of stretch, contacts and outcomes as somebody reads them who knows no code. */
final class InWords {
  private static final Map<String, Sentence> WORDS =
      Entry.parse("in-words", Resource.text("in-words.yaml")).map().entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  e ->
                      new Sentence(
                          e.getValue().need("de").text(), e.getValue().need("en").text())));

  private InWords() {}

  static Sentence of(Enum<?> word) {
    String key = word.getDeclaringClass().getSimpleName() + "." + word.name();
    Sentence said = WORDS.get(key);
    if (said == null)
      throw new IllegalStateException("in-words.yaml does not say what %s means.".formatted(key));
    return said;
  }

  static Sentence of(StretchKind kind) {
    List<Sentence> facts = new ArrayList<>();
    if (!kind.holds(Fact.WINDOW)) facts.add(WORDS.get("outside-window"));
    for (Fact f : kind.facts()) facts.add(of(f));
    return joined(facts);
  }

  static Sentence of(ContactClass contact) {
    List<Sentence> said = new ArrayList<>();
    said.add(of(contact.kind()));
    if (contact.urgency() != Urgency.NORMAL) said.add(of(contact.urgency()));
    said.add(of(contact.channel()));
    said.add(of(contact.sender()));
    if (contact.dutyMatches()) said.add(WORDS.get("duty-matches"));
    return joined(said);
  }

  static Sentence of(Shape shape) {
    return of((Enum<?>) shape);
  }

  private static Sentence joined(List<Sentence> parts) {
    return new Sentence(
        parts.stream().map(Sentence::de).collect(Collectors.joining(", ")),
        parts.stream().map(Sentence::en).collect(Collectors.joining(", ")));
  }
}
