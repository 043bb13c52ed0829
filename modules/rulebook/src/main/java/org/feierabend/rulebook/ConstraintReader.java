package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.rulebook.RuleSyntax.Constraint;
import org.feierabend.rulebook.RuleSyntax.Holds;
import org.feierabend.rulebook.RuleSyntax.Is;
import org.feierabend.rulebook.RuleSyntax.Joined;
import org.feierabend.rulebook.RuleSyntax.Not;
import org.feierabend.rulebook.RuleSyntax.OneOf;
import org.feierabend.rulebook.RuleTokens.Token;

/** Reads what stands in the brackets behind a fact: known properties against known words. */
final class ConstraintReader {
  private static final int DEEPEST = 8;
  private static final int MOST_WORDS = 200;

  private final TokenReader tokens;
  private final Map<String, Class<?>> properties;
  private int depth;

  ConstraintReader(TokenReader tokens, Map<String, Class<?>> properties) {
    this.tokens = tokens;
    this.properties = properties;
  }

  List<Constraint> read() {
    List<Constraint> constraints = new ArrayList<>();
    tokens.expect("(");
    if (tokens.pass(")")) return List.of();
    do constraints.add(either());
    while (tokens.pass(","));
    tokens.expect(")");
    return List.copyOf(constraints);
  }

  private Constraint either() {
    List<Constraint> parts = new ArrayList<>();
    do parts.add(both());
    while (tokens.pass("||"));
    return parts.size() == 1 ? parts.get(0) : new Joined("||", List.copyOf(parts));
  }

  private Constraint both() {
    List<Constraint> parts = new ArrayList<>();
    do parts.add(one());
    while (tokens.pass("&&"));
    return parts.size() == 1 ? parts.get(0) : new Joined("&&", List.copyOf(parts));
  }

  private Constraint one() {
    Token here = tokens.peek();
    if (++depth > DEEPEST)
      throw tokens.refuse(here, "brackets and '!' nest at most %d deep".formatted(DEEPEST));
    Constraint read;
    if (tokens.pass("!")) {
      read = new Not(one());
      if (((Not) read).what() instanceof Is || ((Not) read).what() instanceof OneOf)
        throw tokens.refuse(here, "'!' stands before a yes or no, or before brackets");
    } else if (tokens.pass("(")) {
      read = either();
      tokens.expect(")");
      if (!(read instanceof Joined))
        throw tokens.refuse(here, "brackets hold at least two parts with '&&' or '||'");
    } else read = property();
    depth--;
    return read;
  }

  private Constraint property() {
    Token name = tokens.name(properties.keySet(), "a property of this fact");
    Class<?> type = properties.get(name.text());
    if (type == boolean.class) return new Holds(name.text());
    Token compare = tokens.next();
    if (compare.is("==") || compare.is("!="))
      return new Is(name.text(), compare.is("=="), word(type));
    if (compare.is("in")) return new OneOf(name.text(), words(type));
    throw tokens.refuse(
        compare,
        "'%s' is compared with ==, != or in ( … ), but found %s"
            .formatted(name.text(), compare.shown()));
  }

  private List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>();
    tokens.expect("(");
    do {
      if (words.size() == MOST_WORDS)
        throw tokens.refuse(tokens.peek(), "a list has at most %d words".formatted(MOST_WORDS));
      words.add(word(type));
    } while (tokens.pass(","));
    tokens.expect(")");
    return List.copyOf(words);
  }

  private String word(Class<?> type) {
    return type == String.class ? '"' + tokens.text("a text").text() + '"' : tokens.word(type);
  }
}
