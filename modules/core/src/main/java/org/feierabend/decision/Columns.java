package org.feierabend.decision;

import java.util.HashMap;
import java.util.Map;
import org.feierabend.contact.ContactClass;

/**
 * Numbers questions as they are first met; contacts that no rule tells apart share a number, so few
 * are needed. Reading takes no lock: a number once given stays.
 */
final class Columns {
  private record Column(ContactClass typical, boolean unitOnCall) {}

  private final RuleBook rules;
  private final int[] numbers = new int[Questions.COUNT]; // from 1; 0: never met
  private final Map<Column, Integer> columns = new HashMap<>();

  Columns(RuleBook rules) {
    this.rules = rules;
  }

  int of(ContactClass contact, boolean unitOnCall) {
    int question = Questions.number(contact, unitOnCall);
    int number = numbers[question];
    return number > 0 ? number - 1 : meet(question, contact, unitOnCall);
  }

  private synchronized int meet(int question, ContactClass contact, boolean unitOnCall) {
    int column =
        columns.computeIfAbsent(
            new Column(rules.typical(contact), unitOnCall), c -> columns.size());
    numbers[question] = column + 1;
    return column;
  }
}
