package org.feierabend.telework;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.telework.TeleworkAgreement.Workplace;

/** What must be there and looked at before the first day, point by point. */
public record WorkplaceChecklist(List<Item> items) {
  /** What a point belongs to; a rule denies every day until all of each are done. */
  public enum Part {
    EQUIPMENT,
    RISK_ASSESSMENT
  }

  /**
   * @param key such as {@code desk}
   * @param basis the article that asks for it
   */
  public record Item(String key, Part part, Sentence text, String basis) {}

  public WorkplaceChecklist {
    items = List.copyOf(items);
    for (Part part : Part.values())
      if (items.stream().noneMatch(i -> i.part() == part))
        throw new IllegalArgumentException(
            "A checklist has points of %s, but got none of %s."
                .formatted(Arrays.toString(Part.values()), part));
  }

  /**
   * What a workplace is with these points done.
   *
   * @param done keys of items; one that is none is refused
   */
  public Workplace with(Set<String> done) {
    Set<String> unknown = new TreeSet<>(done);
    unknown.removeAll(items.stream().map(Item::key).collect(Collectors.toSet()));
    if (!unknown.isEmpty())
      throw new BadValue(
          "Die Checkliste hat keine Punkte %s; sie hat %s."
              .formatted(unknown, items.stream().map(Item::key).toList()),
          "The checklist has no points %s; it has %s."
              .formatted(unknown, items.stream().map(Item::key).toList()));
    return new Workplace(
        complete(Part.EQUIPMENT, done), complete(Part.RISK_ASSESSMENT, done), done);
  }

  private boolean complete(Part part, Set<String> done) {
    return items.stream().filter(i -> i.part() == part).allMatch(i -> done.contains(i.key()));
  }
}
