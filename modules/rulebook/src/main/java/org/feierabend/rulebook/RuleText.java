package org.feierabend.rulebook;

import java.util.Map;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Reason.RestsOn;
import org.feierabend.decision.Sentence;
import org.kie.api.definition.rule.Rule;

/**
 * What stands above a rule: id, sentence, basis and what it rests on.
 *
 * @param leicht the sentence in Leichte Sprache ({@link LeichteSprache})
 */
record RuleText(
    String id, String name, Sentence sentence, String leicht, String basis, RestsOn restsOn) {
  static RuleText of(Rule rule) {
    Map<String, Object> above = rule.getMetaData();
    return new RuleText(
        need(rule, above, "id"),
        rule.getName(),
        new Sentence(need(rule, above, "de"), need(rule, above, "en")),
        need(rule, above, "leicht"),
        need(rule, above, "basis"),
        RestsOn.valueOf(need(rule, above, "rests_on").toUpperCase(java.util.Locale.ROOT)));
  }

  /**
   * Law protects only where the contact is working time itself: a shift, a recall or a meeting a
   * manager calls, which is compulsory. Taking note of a message is not (BAG 5 AZR 349/22); there
   * the article is the agreement's model.
   */
  Reason reason(ContactClass contact) {
    return new Reason(id, sentence, basis, isWork(contact) ? restsOn : RestsOn.AGREEMENT);
  }

  static boolean isWork(ContactClass contact) {
    return switch (contact.kind()) {
      case SHIFT, RECALL -> true;
      case MEETING -> contact.sender() == Sender.MANAGER;
      default -> false;
    };
  }

  /** The same sentence on another article. */
  RuleText resting(String article) {
    return new RuleText(id, name, sentence, leicht, article, restsOn);
  }

  Reason reason() {
    return new Reason(id, sentence, basis, restsOn);
  }

  private static String need(Rule rule, Map<String, Object> above, String key) {
    // Drools hands over the literal with its quotes
    if (above.get(key) instanceof String text && text.length() > 2 && text.startsWith("\""))
      return text.substring(1, text.length() - 1);
    throw new IllegalArgumentException(
        "The rule \"%s\" has no @%s(\"…\"); see rules/README.md for what stands above a rule."
            .formatted(rule.getName(), key));
  }
}
