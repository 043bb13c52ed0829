package org.feierabend.launcher.replay;

import java.util.Locale;
import org.feierabend.launcher.Console;

/** One line that is drawn over itself at a terminal; elsewhere a line every few seconds. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long ELSEWHERE_NANOS = 5_000_000_000L;

  private final Console console;
  private final String what;
  private final boolean terminal = System.console() != null;
  private long next = System.nanoTime();
  private boolean drawn;
  private String last = "";

  ProgressBar(Console console, String what) {
    this.console = console;
    this.what = what;
  }

  /** Draws when it is time to; {@code note} stands behind the bar. */
  void at(long done, long all, String note) {
    long now = System.nanoTime();
    if (now < next) return;
    next = now + (terminal ? TERMINAL_NANOS : ELSEWHERE_NANOS);
    draw(done, all, note);
  }

  private void draw(long done, long all, String note) {
    double share = all <= 0 ? 0 : Math.min(1, (double) done / all);
    int full = (int) (share * WIDTH);
    String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
    String line =
        String.format(Locale.ROOT, "%s [%s] %3d %%  %s", what, bar, (int) (share * 100), note);
    if (line.equals(last)) return;
    last = line;
    if (terminal) console.out().print("\r" + line + "\u001b[K");
    else console.out().println(line);
    console.out().flush();
    drawn = true;
  }

  /** Leaves the full bar standing. */
  void done(String note) {
    draw(1, 1, note);
    if (terminal && drawn) console.out().println();
  }
}
