package org.feierabend.book;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule book that is compiled and tried before it becomes a proposal.
 *
 * @param from when it is to take force
 * @param edition what it is proposed as; empty while it is proved, and where it is refused
 * @param faults why it is refused
 */
public record Proof(
    UUID id,
    Instant from,
    Instant asked,
    State state,
    Optional<String> edition,
    List<Fault> faults) {
  /** Where it stands. */
  public enum State {
    PROVING,
    PROPOSED,
    REFUSED
  }

  /**
   * @param file empty: the bundle as a whole
   * @param line 0: the file as a whole
   */
  public record Fault(String file, int line, String reason) {
    private static final Pattern PLACED = Pattern.compile("(?:FAIL )?([^:\\s]+):(\\d+):? (.+)");
    private static final Pattern NAMED = Pattern.compile("(rules/\\S+?):? (.+)");

    /** Of a line such as {@code rules/reachability/night.drl:7: reason}. */
    static Fault of(String line) {
      Matcher placed = PLACED.matcher(line);
      if (placed.matches() && placed.group(2).length() < 9)
        return new Fault(placed.group(1), Integer.parseInt(placed.group(2)), placed.group(3));
      Matcher named = NAMED.matcher(line);
      return named.matches()
          ? new Fault(named.group(1), 0, named.group(2))
          : new Fault("", 0, line);
    }

    /** One a line. */
    public static List<Fault> all(String reason) {
      return reason.lines().filter(line -> !line.isBlank()).map(Fault::of).toList();
    }
  }

  public Proof {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(asked, "asked");
    faults = List.copyOf(faults);
    if (edition.isPresent() != (state == State.PROPOSED))
      throw new IllegalArgumentException(
          "What is proposed has an edition and nothing else has, but got %s with '%s'."
              .formatted(state, edition.orElse("")));
    if (faults.isEmpty() == (state == State.REFUSED))
      throw new IllegalArgumentException(
          "Who refuses a rule book says why, but got %s with %s.".formatted(state, faults));
  }
}
