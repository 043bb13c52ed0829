package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run over a file comes to what a calendar and a pencil come to. */
class DryRunCommandTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("feierabend.home"));
  private static final int PROPOSALS = Boolean.getBoolean("feierabend.all") ? 40 : 5;
  private static final int DAYS = 150;

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void the_real_file_or_one_like_it() throws IOException {
    String real = System.getenv("FEIERABEND_REAL_MAIL");
    log = real != null && Files.isReadable(Path.of(real)) ? Path.of(real) : made();
  }

  private Path made() throws IOException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int sender = random.nextInt(200);
      int recipient = i % 50 == 0 ? sender : random.nextInt(200);
      lines.add(
          sender
              + " "
              + recipient
              + " "
              + (random.nextInt(DAYS) * 86_400L + random.nextInt(86_400)));
    }
    return Files.write(folder.resolve("made.txt"), lines);
  }

  /** Windows and mail of a proposal, as a policy and as a count knows them. */
  private record Proposal(Map<DayOfWeek, List<CalendarCount.Hours>> windows, boolean hold) {
    static Proposal of(long seed) {
      Random random = new Random(seed);
      Map<DayOfWeek, List<CalendarCount.Hours>> windows = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day == DayOfWeek.SUNDAY || (day == DayOfWeek.SATURDAY && random.nextBoolean()))
          continue;
        if (day == DayOfWeek.WEDNESDAY && random.nextInt(4) == 0) continue;
        int from = 6 * 4 + random.nextInt(16);
        int to = 13 * 4 + random.nextInt(29);
        List<CalendarCount.Hours> hours = new ArrayList<>();
        if (random.nextInt(3) == 0) {
          hours.add(hours(from, 11 * 4 + 1));
          hours.add(hours(12 * 4 + 3, to));
        } else hours.add(hours(from, to));
        windows.put(day, hours);
      }
      return new Proposal(windows, seed == 0 || random.nextInt(3) > 0);
    }

    private static CalendarCount.Hours hours(int from, int to) {
      return new CalendarCount.Hours(
          LocalTime.of(from / 4, from % 4 * 15), LocalTime.of(to / 4, to % 4 * 15));
    }

    String yaml(Path p0) throws IOException {
      String week =
          windows.entrySet().stream()
              .map(
                  e ->
                      e.getKey().name().substring(0, 3)
                          + ": \""
                          + e.getValue().stream()
                              .map(h -> h.from() + "-" + h.to())
                              .collect(Collectors.joining(", "))
                          + "\"")
              .collect(Collectors.joining(", "));
      return Files.readString(p0)
          .replaceAll("(?m)^name:.*", "name: proposal")
          .replaceAll("(?m)^windows:.*", "windows: { " + week + " }")
          .replaceAll("(?m)^frame:.*", "frame: { MON-SAT: \"06:00-20:00\" }")
          .replaceAll("(?m)^mail:.*", "mail: " + (hold ? "hold" : "silence"));
    }
  }

  @Test
  void the_figures_equal_an_independent_count_for_proposals_drawn_by_lot() throws IOException {
    for (long seed = 0; seed < PROPOSALS; seed++) {
      Proposal proposal = Proposal.of(seed);
      Path file =
          Files.writeString(
              folder.resolve("proposal-" + seed + ".yaml"),
              proposal.yaml(CHECKOUT.resolve("config/policies/p0.yaml")));
      CalendarCount count = new CalendarCount(proposal.windows, proposal.hold);
      try (Stream<String> lines = Files.lines(log)) {
        lines.forEach(count::line);
      }
      long began = System.nanoTime();
      String said = dryRun(file.toString(), "--log", log.toString(), "--format", "email-activity");
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertEquals(row(count), proposed(said), "proposal " + seed + "\n" + said);
      assertTrue(took.compareTo(Duration.ofMinutes(1)) < 0, "it took " + took);
    }
  }

  @Test
  void a_proposal_weaker_than_the_law_is_refused_with_the_article() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("weak.yaml"),
            Files.readString(CHECKOUT.resolve("config/policies/p0.yaml")) + "daily-rest: PT9H\n");
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertEquals(2, run(new ByteArrayOutputStream(), told, file.toString()));
    assertTrue(told.toString(StandardCharsets.UTF_8).contains("ArbZG § 5 Abs. 1"), told.toString());
  }

  @Test
  void the_same_policy_changes_nothing_and_says_so() throws IOException {
    String said = dryRun("p0", "--log", log.toString(), "--format", "email-activity");
    assertTrue(said.contains("as many would wait; the longest wait stays at"), said);
  }

  private static String row(CalendarCount count) {
    return "%d %d %d 0 0 %s"
        .formatted(
            count.outcomes.getOrDefault("deliver", 0L),
            count.outcomes.getOrDefault("silence", 0L),
            count.outcomes.getOrDefault("defer", 0L),
            count.longest);
  }

  private static String proposed(String said) {
    return said.lines()
        .filter(l -> l.startsWith("proposed"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said))
        .replaceFirst("proposed\\s+", "")
        .replaceAll("\\s+", " ");
  }

  private String dryRun(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(0, run(out, err, words), err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... words) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return new DryRunCommand().run(new Home(CHECKOUT, folder), List.of(words), console);
  }
}
