package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.feierabend.decision.Reason.RestsOn;
import org.feierabend.decision.Sentence;
import org.feierabend.rulebook.RuleSyntax.Call;
import org.feierabend.rulebook.RuleSyntax.Pattern;
import org.feierabend.rulebook.RuleTokens.Kind;
import org.feierabend.rulebook.RuleTokens.Token;

/**
 * Reads a rule file. DRL compiles to Java, so a foreign rule is foreign code: what is understood
 * here is all a rule can be, everything else is refused with its line.
 */
final class RuleReader {
  private static final List<String> ABOVE =
      List.of("id", "basis", "rests_on", "de", "en", "leicht");
  private static final int MOST_RULES = 100;

  private final Vocabulary vocabulary;
  private final TokenReader tokens;

  private RuleReader(Path file) {
    Path folder = file.toAbsolutePath().getParent().getFileName();
    vocabulary = Vocabulary.of(String.valueOf(folder), file.toString());
    tokens = new TokenReader(file.toString(), RuleTokens.of(file));
  }

  static List<RuleSyntax> read(Path file) {
    return new RuleReader(file).rules();
  }

  private List<RuleSyntax> rules() {
    List<RuleSyntax> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    do {
      Token word = tokens.next();
      if (word.kind() == Kind.END) throw tokens.refuse(word, "there is no rule in the file");
      if (!word.is("rule"))
        throw tokens.refuse(word, "a rule file holds rules only, no %s".formatted(word.shown()));
      Token name = tokens.text("the name of the rule in quotation marks");
      if (!names.add(name.text())) throw tokens.refuse(name, "there are two rules of this name");
      rules.add(rule(word.line(), name));
      if (rules.size() > MOST_RULES)
        throw tokens.refuse(word, "a rule file has at most %d rules".formatted(MOST_RULES));
    } while (tokens.peek().kind() != Kind.END);
    return List.copyOf(rules);
  }

  private RuleSyntax rule(int line, Token name) {
    RuleText text = above(name);
    tokens.expect("when");
    List<Pattern> when = new ArrayList<>();
    while (!tokens.peek().is("then")) {
      Token fact = tokens.name(vocabulary.facts(), "a fact");
      if (when.stream().anyMatch(p -> p.fact().equals(fact.text())))
        throw tokens.refuse(fact, "the fact stands here twice");
      var constraints = new ConstraintReader(tokens, vocabulary.properties(fact.text()));
      when.add(new Pattern(fact.text(), constraints.read()));
    }
    if (when.isEmpty()) throw tokens.refuse(tokens.peek(), "a rule looks at one fact at least");
    tokens.expect("then");
    Call call = call();
    Token end = tokens.next();
    if (!end.is("end"))
      throw tokens.refuse(end, "a rule says one thing, then comes 'end', not " + end.shown());
    return new RuleSyntax(line, text, List.copyOf(when), call);
  }

  private RuleText above(Token name) {
    Map<String, String> above = new HashMap<>();
    while (tokens.peek().is("@")) {
      tokens.next();
      Token key = tokens.name(Set.copyOf(ABOVE), "an attribute of a rule");
      tokens.expect("(");
      Token text = tokens.text("a text");
      if (text.text().isBlank()) throw tokens.refuse(text, "the text is empty");
      if (above.put(key.text(), text.text()) != null)
        throw tokens.refuse(key, "the attribute stands here twice");
      tokens.expect(")");
    }
    Token then = tokens.peek();
    if (!then.is("when"))
      throw tokens.refuse(
          then, "above a rule stand %s, then comes 'when', not %s".formatted(ABOVE, then.shown()));
    for (String key : ABOVE)
      if (!above.containsKey(key))
        throw tokens.refuse(name, "the rule has no @%s(\"…\")".formatted(key));
    return new RuleText(
        above.get("id"),
        name.text(),
        new Sentence(above.get("de"), above.get("en")),
        above.get("leicht"),
        above.get("basis"),
        restsOn(name, above.get("rests_on")));
  }

  private RestsOn restsOn(Token rule, String word) {
    for (RestsOn r : RestsOn.values()) if (r.name().toLowerCase(Locale.ROOT).equals(word)) return r;
    throw tokens.refuse(rule, "a rule rests on 'law' or 'agreement', not on '%s'".formatted(word));
  }

  private Call call() {
    tokens.expect(vocabulary.speaker());
    tokens.expect(".");
    Map<String, Set<Class<?>>> sayings = vocabulary.sayings();
    Token saying = tokens.name(sayings.keySet(), "something rules may say");
    Set<Class<?>> takes = new HashSet<>(sayings.get(saying.text()));
    boolean nothing = takes.remove(Vocabulary.NOTHING);
    tokens.expect("(");
    boolean silent = takes.isEmpty() || nothing && tokens.peek().is(")");
    String word = silent ? "" : tokens.word(takes.iterator().next());
    tokens.expect(")");
    tokens.expect(";");
    return new Call(vocabulary.speaker(), saying.text(), word);
  }
}
