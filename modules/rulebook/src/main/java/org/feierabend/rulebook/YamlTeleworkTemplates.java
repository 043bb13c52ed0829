package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.telework.TeleworkTemplates;
import org.feierabend.telework.TeleworkTemplates.Kind;
import org.feierabend.telework.TeleworkTemplates.Template;
import org.feierabend.telework.WorkplaceChecklist;
import org.feierabend.telework.WorkplaceChecklist.Item;
import org.feierabend.telework.WorkplaceChecklist.Part;

/** {@code config/telework-templates.yaml}. */
public final class YamlTeleworkTemplates {
  private YamlTeleworkTemplates() {}

  /**
   * @param home the checkout directory, with {@code config/} below it
   */
  public static TeleworkTemplates read(Path home) {
    return read(Entry.read(home.resolve("config/telework-templates.yaml")));
  }

  /**
   * The same of a text that came from elsewhere.
   *
   * @param place what a refusal calls it
   */
  public static TeleworkTemplates read(String place, String text) {
    return read(Entry.parse(place, text));
  }

  private static TeleworkTemplates read(Entry file) {
    file.map(Set.of("templates", "checklist"));
    WorkplaceChecklist checklist =
        new WorkplaceChecklist(
            file.need("checklist").list().stream().map(YamlTeleworkTemplates::item).toList());
    return new TeleworkTemplates(
        file.need("templates").list().stream().map(e -> template(e, checklist)).toList(),
        checklist);
  }

  private static Item item(Entry e) {
    e.map(Set.of("key", "part", "basis", "de", "en"));
    return new Item(
        e.need("key").text(), e.need("part").as(Part.class), sentence(e), e.need("basis").text());
  }

  private static Template template(Entry e, WorkplaceChecklist checklist) {
    e.map(Set.of("key", "kind", "name", "about", "length", "terms"));
    return new Template(
        e.need("key").text(),
        e.need("kind").as(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT))),
        words(e.need("name")),
        words(e.need("about")),
        ScenarioTelework.terms(e.need("terms")).workplace(checklist.with(Set.of())),
        e.need("length").as(Period::parse));
  }

  private static Sentence words(Entry e) {
    e.map(Set.of("de", "en"));
    return sentence(e);
  }

  private static Sentence sentence(Entry e) {
    return new Sentence(e.need("de").text(), e.need("en").text());
  }
}
