package org.feierabend.rulebook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.rulebook.RuleTokens.Kind;
import org.feierabend.rulebook.RuleTokens.Token;

/** Walks the words of one rule file; whatever is not what must stand there is refused. */
final class TokenReader {
  private final String place;
  private final List<Token> tokens;
  private int at;

  TokenReader(String place, List<Token> tokens) {
    this.place = place;
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token t = tokens.get(at);
    if (t.kind() != Kind.END) at++;
    return t;
  }

  /** Passes the sign or word if it stands here. */
  boolean pass(String wanted) {
    if (!peek().is(wanted)) return false;
    at++;
    return true;
  }

  void expect(String wanted) {
    Token t = next();
    if (!t.is(wanted)) throw refuse(t, "expected '%s', but found %s".formatted(wanted, t.shown()));
  }

  Token text(String wanted) {
    Token t = next();
    if (t.kind() != Kind.TEXT)
      throw refuse(t, "expected %s, but found %s".formatted(wanted, t.shown()));
    return t;
  }

  /** One of the known names. */
  Token name(Set<String> known, String what) {
    Token t = next();
    if (t.kind() != Kind.NAME || !known.contains(t.text()))
      throw refuse(t, "%s is not %s; known: %s".formatted(t.shown(), what, new TreeSet<>(known)));
    return t;
  }

  /** A word of the enum, such as {@code Urgency.EMERGENCY}, as it is written. */
  String word(Class<?> type) {
    expect(type.getSimpleName());
    expect(".");
    return type.getSimpleName()
        + "."
        + name(Vocabulary.words(type), "a word of " + type.getSimpleName()).text();
  }

  Unreadable refuse(Token at, String reason) {
    return new Unreadable(place, at.line(), reason);
  }
}
