package org.feierabend.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.feierabend.bench.Question.Order;

/**
 * {@code ./feierabend bench [--quick] [PART]}: measures every variant, or those of one part, and
 * prints their ratios; only those hold, for all were taken in one run.
 */
public final class Bench {
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private final Table table = new Table();
  private final boolean quick;
  private final Jmh jmh;

  private Bench(boolean quick) {
    this.quick = quick;
    this.jmh = new Jmh(quick);
  }

  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    Bench bench = new Bench(words.remove("--quick"));
    if (words.size() > 1 || !bench.parts().keySet().containsAll(words)) {
      System.err.println(
          "bench takes --quick and one of %s, or nothing, but got %s"
              .formatted(String.join(", ", bench.parts().keySet()), String.join(" ", args)));
      System.exit(2);
    }
    KAFKA.setLevel(Level.SEVERE); // a topic that was just made, or is gone, is no news
    if (words.isEmpty()) bench.run();
    else bench.run(words.get(0));
  }

  private interface Part {
    void measure() throws Exception;
  }

  private Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("decisions", this::decisions);
    parts.put("waits", this::waits);
    parts.put("starts", this::starts);
    parts.put("dry-run", this::dryRun);
    parts.put("swap", this::swap);
    parts.put("topics", this::topics);
    parts.put("http", this::http);
    parts.put("mail", () -> MailPart.measure(table, quick));
    return parts;
  }

  /** One part is printed and no more: the table of the documentation is one run. */
  private void run(String part) throws Exception {
    parts().get(part).measure();
    table.print(System.out);
  }

  private void run() throws Exception {
    say("comparing the answers of all variants");
    say("%,d answers are the same".formatted(Agreement.check(quick ? 16 : 1)));
    for (Part part : parts().values()) part.measure();
    table.print(System.out);
    if (!quick) table.write(Variant.home().resolve("docs/performance.md"));
  }

  static void say(String what) {
    System.err.println("bench: " + what);
  }

  private void decisions() throws Exception {
    for (Order order : Order.values()) {
      Map<Variant, Jmh.Measured> found = new EnumMap<>(Variant.class);
      for (Variant v : Variant.values())
        if (order == Order.ARRIVING || !v.peer()) {
          say("%s, %s".formatted(v.title, order.title));
          found.put(v, jmh.decide(v, order));
        }
      Score ours = found.get(Variant.REMEMBERED).score();
      Score drools = found.get(Variant.DROOLS_REUSED).score();
      table.add(Row.atLeast(of("remembered ÷ Drools reused", order), 30, ours.over(drools)));
      table.add(
          Row.atLeast(
              of("remembered ÷ hand-written java.time", order),
              6,
              ours.over(found.get(Variant.HANDWRITTEN).score())));
      double bytes = whole(found.get(Variant.REMEMBERED).bytes());
      table.add(Row.atMost(of("bytes of a remembered decision", order), 0, Score.exactly(bytes)));
      if (order == Order.ARRIVING) peers(found, drools);
    }
  }

  private void peers(Map<Variant, Jmh.Measured> found, Score drools) throws Exception {
    found.forEach(
        (v, measured) -> {
          table.absolute(v.title + ", decisions/s", measured.score());
          table.absolute(v.title + ", bytes for each", Score.exactly(whole(measured.bytes())));
          if (v != Variant.REMEMBERED && v != Variant.DROOLS_REUSED)
            table.add(Row.free(v.title + " ÷ Drools reused", measured.score().over(drools)));
        });
    say("the first decision for a person");
    Score cold = jmh.cold().score();
    table.absolute("the first decision for a person, decisions/s", cold);
    table.add(Row.free("first decision for a person ÷ Drools reused", cold.over(drools)));
  }

  /** What the harness itself allocates in a second, spread over millions, is no byte. */
  private static double whole(double bytes) {
    return Math.rint(bytes);
  }

  private static String of(String what, Order order) {
    return what + ", " + order.title;
  }

  private void waits() throws Exception {
    say("every decision timed on its own");
    Score ours = jmh.one(Variant.REMEMBERED).p99();
    Score drools = jmh.one(Variant.DROOLS_REUSED).p99();
    table.absolute("p99 of a remembered decision, ns", ours);
    table.absolute("p99 of Drools reused, ns", drools);
    table.add(Row.atMost("p99 remembered ÷ p99 Drools reused", 1.0 / 8, ours.over(drools)));
  }

  private void starts() throws Exception {
    say("starts of the rule book");
    Score classes = jmh.once("StartBenchmark.startFromClasses$").score();
    Score drl = jmh.once("StartBenchmark.startFromDrl$").score();
    table.absolute("start of the rules from classes, ms", classes);
    table.absolute("start of the rules from DRL, ms", drl);
    table.add(Row.atMost("start of the rules from classes ÷ from DRL", 0.25, classes.over(drl)));
    say("a decision table");
    table.add(
        Row.atMost(
            "compile and prove all kinds of 1,000 people, s",
            2,
            jmh.once("TableBenchmark.compile$").score().times(1e-3)));
  }

  private void dryRun() throws Exception {
    say("a year of 1,000 people under another policy");
    table.add(
        Row.atMost(
            "dry run of a year, 30 million messages, in a new Java, s",
            6,
            jmh.once("DryRunBenchmark.dryRun$").score().times(1e-3)));
  }

  private void swap() throws InterruptedException {
    say("policies swapped under load");
    int rounds = quick ? 2 : 6;
    double[] ratios = new double[rounds];
    double[] late = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      Swap.Waits w = (i % 2 == 0 ? new Swap("p0", "city") : new Swap("city", "p0")).measure();
      ratios[i] = (double) w.swapping() / w.steady();
      late[i] = w.late() * 1e-6;
    }
    table.add(
        Row.atMost(
            "p99 of a decision while policies are swapped ÷ before, none mixed",
            3,
            Score.of(ratios)));
    table.absolute(
        "p99 of how late an answer came while policies were swapped, pauses of Java included, ms",
        Score.of(late));
  }

  private void topics() throws Exception {
    int rounds = quick ? 1 : 4;
    double[][] rates = new double[3][rounds];
    try (TopicRace race = new TopicRace(quick ? 40_000 : 150_000)) {
      race.run(); // the first round is for the compiler
      for (int i = 0; i < rounds; i++) {
        say("events from topic to tally, round " + (i + 1));
        TopicRace.Rates found = race.run();
        rates[0][i] = found.raw();
        rates[1][i] = found.table();
        rates[2][i] = found.drools();
      }
    }
    table.absolute("events read by a raw consumer, events/s", Score.of(rates[0]));
    table.absolute("events from topic to committed tally, events/s", Score.of(rates[1]));
    table.absolute("the same with Jackson and Drools for each, events/s", Score.of(rates[2]));
    table.add(
        Row.atLeast(
            "topic to tally, exactly once ÷ raw consumer",
            0.40,
            Score.ofRatios(rates[1], rates[0])));
    table.add(
        Row.atLeast(
            "topic to tally ÷ the same with Drools per event",
            2,
            Score.ofRatios(rates[1], rates[2])));
  }

  private void http() throws Exception {
    int rounds = quick ? 2 : 6;
    double seconds = quick ? 1.5 : 3;
    double[] empty = new double[rounds];
    double[] evaluations = new double[rounds];
    say("a server starts");
    try (HttpRace race = new HttpRace()) {
      race.empty(quick ? 2 : 10);
      race.evaluations(quick ? 5 : 20);
      say("questions over loopback");
      for (int i = 0; i < rounds; i++) {
        empty[i] = race.empty(seconds);
        evaluations[i] = race.evaluations(seconds);
      }
    }
    table.absolute("an almost empty JAX-RS resource, requests/s", Score.of(empty));
    table.absolute("AuthZEN evaluation over loopback, requests/s", Score.of(evaluations));
    table.add(
        Row.atLeast(
            "AuthZEN evaluation ÷ almost empty JAX-RS resource",
            0.7,
            Score.ofRatios(evaluations, empty)));
  }
}
