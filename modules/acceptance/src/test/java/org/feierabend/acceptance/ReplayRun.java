package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code ./feierabend replay} that has ended.
 *
 * @param output what it printed
 * @param progress what the server says of the employer afterwards
 * @param eventsPerSecond as the replay printed it
 */
record ReplayRun(
    String employer, String output, JsonNode progress, Duration elapsed, long eventsPerSecond) {
  private static final Pattern PER_SECOND = Pattern.compile("(?m)^Events/s\\s+([\\d,.]+)");
  private static final Map<String, ReplayRun> DONE = new HashMap<>();

  /** Runs it, or gives back the run of this name that was made before. */
  static synchronized ReplayRun once(
      RunningInstance instance, String employer, Path file, String format, String... more) {
    return DONE.computeIfAbsent(employer, e -> run(instance, e, file, format, more));
  }

  static ReplayRun run(
      RunningInstance instance, String employer, Path file, String format, String... more) {
    String[] words = new String[6 + more.length];
    words[0] = "replay";
    words[1] = file.toString();
    words[2] = "--format";
    words[3] = format;
    words[4] = "--employer";
    words[5] = employer;
    System.arraycopy(more, 0, words, 6, more.length);
    long began = System.nanoTime();
    String output = instance.feierabend(words).requireSuccess().output();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    Matcher rate = PER_SECOND.matcher(output);
    return new ReplayRun(
        employer,
        output,
        instance.operator().get("/api/v1/employers/" + employer + "/progress"),
        elapsed,
        rate.find() ? Long.parseLong(rate.group(1).replaceAll("[,.]", "")) : 0);
  }

  long total(String name) {
    return progress.path("totals").path(name).asLong();
  }

  Map<String, Long> totals(String name) {
    Map<String, Long> counts = new TreeMap<>();
    progress
        .path("totals")
        .path(name)
        .properties()
        .forEach(field -> counts.put(field.getKey(), field.getValue().asLong()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }
}
