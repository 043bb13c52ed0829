package org.feierabend.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.TableCompiler.Question;
import org.feierabend.timeline.StretchKind;

/**
 * (stretch kind, contact class, surroundings) → cell, compiled and proven by {@link TableCompiler}:
 * for known kinds all at once, for a kind first met when its question is.
 */
public final class DecisionTable {
  private final RuleBook rules;
  private final TableCompiler compiler;
  private final ConcurrentMap<Question, Cell> cells = new ConcurrentHashMap<>();

  public DecisionTable(RuleBook rules, boolean holdMail) {
    this.rules = rules;
    this.compiler = new TableCompiler(rules, holdMail);
  }

  public Cell cell(StretchKind stretch, ContactClass contact, Surroundings surroundings) {
    Question question = new Question(stretch, rules.typical(contact), surroundings);
    Cell known = cells.get(question);
    return known != null ? known : cells.computeIfAbsent(question, compiler::one);
  }

  /** Asks the rules anew, beside the table: what a cell is proven against. */
  public Cell fresh(StretchKind stretch, ContactClass contact, Surroundings surroundings) {
    return compiler.fresh(new Question(stretch, contact, surroundings));
  }

  /**
   * Compiles and proves every cell of these kinds.
   *
   * @return how many of them nobody could prove, so that they stay silent; 0 proves the table
   */
  public int compile(Collection<StretchKind> stretches, Surroundings surroundings) {
    Map<Question, Cell> made = compiler.all(stretches, surroundings);
    cells.putAll(made);
    return (int) made.values().stream().filter(c -> c == TableCompiler.DOUBT).count();
  }

  /** Every class of contact there can be. */
  public static List<ContactClass> everyContact() {
    return Questions.contacts();
  }

  /** The contacts that stand for all there can be: a table needs no other column. */
  public List<ContactClass> contacts() {
    return compiler.typical();
  }

  public int size() {
    return cells.size();
  }

  /** SHA-256 over all cells so far, whatever order they were made in. */
  public String digest() {
    Map<String, Cell> ordered = new TreeMap<>();
    cells.forEach((q, cell) -> ordered.put(q.toString(), cell));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ordered.forEach(
          (q, cell) -> digest.update((q + cell + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
