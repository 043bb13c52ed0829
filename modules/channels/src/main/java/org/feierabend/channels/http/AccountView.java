package org.feierabend.channels.http;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account;

/**
 * What an import did or would do.
 *
 * @param counts how many steps of each kind
 * @param steps each of them, at most {@link #MOST}
 * @param blocks which blocks the next quarter would have, by headcounts alone; absent while there
 *     is a complaint
 */
record AccountView(
    boolean applied,
    Map<String, Long> counts,
    List<Step> steps,
    int stepsLeftOff,
    List<Complaint> complaints,
    List<Sentence> notes,
    BlocksView blocks)
    implements View {
  private static final int MOST = 5_000;

  record Step(String kind, String id, Sentence what) {}

  record Complaint(int line, String value, Sentence todo) {}

  static AccountView of(Account account, boolean applied, String quarter, int k) {
    Map<Account.Kind, Long> counts = new EnumMap<>(Account.Kind.class);
    account.steps().forEach(s -> counts.merge(s.kind(), 1L, Long::sum));
    Map<String, Long> words = new TreeMap<>();
    counts.forEach((kind, count) -> words.put(word(kind), count));
    return new AccountView(
        applied,
        words,
        account.steps().stream()
            .limit(MOST)
            .map(s -> new Step(word(s.kind()), s.id(), s.what()))
            .toList(),
        Math.max(0, account.steps().size() - MOST),
        account.complaints().stream()
            .map(c -> new Complaint(c.line(), c.value(), c.todo()))
            .toList(),
        account.notes(),
        account.complaints().isEmpty() ? BlocksView.of(account, quarter, k) : null);
  }

  private static String word(Account.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
