package org.feierabend.launcher.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.decision.Sentence;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Trouble;
import org.feierabend.policy.DryRun;
import org.feierabend.policy.DryRunReport;
import org.feierabend.policy.DryRunResult;
import org.feierabend.policy.GeneratedTraffic;
import org.feierabend.policy.Policy;
import org.feierabend.policy.Traffic;
import org.feierabend.rulebook.DraftFile;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.rulebook.Unreadable;
import org.feierabend.timeline.PersonFacts;

/**
 * {@code ./feierabend dry-run POLICY.yaml}: what a proposal would have made of a log, or of
 * generated contacts; in this process alone, totals come out.
 */
public final class DryRunCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of(
          "--before",
          "--log",
          "--format",
          "--start",
          "--zone",
          "--people",
          "--days",
          "--each",
          "--seed");

  @Override
  public String name() {
    return "dry-run";
  }

  @Override
  public String takes() {
    return "POLICY [--before POLICY] [--log FILE --format "
        + ReplayFormat.keys()
        + " [--start 2026-01-05]] [--people 500] [--days 182] [--each 2000] [--seed 1]";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "what a proposed policy would have made of a log, or of generated contacts",
        "was eine vorgeschlagene Vereinbarung aus einem Protokoll oder aus erzeugten Kontakten"
            + " gemacht hätte");
  }

  @Override
  public int run(Home home, List<String> words, Console console) {
    Arguments arguments = Arguments.read(words, OPTIONS, Set.of());
    if (arguments.rest().size() != 1)
      throw Trouble.usage(
          "dry-run takes one POLICY, the proposal, but got %d.".formatted(arguments.rest().size()),
          "dry-run nimmt eine VEREINBARUNG, den Vorschlag, hier sind es %d."
              .formatted(arguments.rest().size()));
    try {
      RulebookReachabilities book = new RulebookReachabilities(home.root());
      Policy before = policy(home, book, arguments.value("--before").orElse("p0"));
      Policy after = policy(home, book, arguments.rest().get(0));
      print(run(book, before, after, traffic(arguments, after, console), console), console);
      return 0;
    } catch (Unreadable | IllegalArgumentException wrong) {
      Sentence why = Unreadable.told(wrong);
      console.warn(why.en(), why.de());
      return 2;
    }
  }

  private static Policy policy(Home home, RulebookReachabilities book, String word) {
    return Files.isRegularFile(Path.of(word))
        ? DraftFile.read(home.root(), Path.of(word)).policy()
        : book.policies().policy(word);
  }

  private static DryRunReport run(
      RulebookReachabilities book, Policy before, Policy after, Traffic traffic, Console console) {
    ProgressBar bar = new ProgressBar(console, console.word("deciding ", "entscheide"));
    int people = traffic.people().size();
    AtomicInteger done = new AtomicInteger();
    List<DryRunResult> results =
        DryRun.of(
            traffic,
            List.of(book.under(before), book.under(after)),
            person -> {
              synchronized (bar) {
                bar.at(done.incrementAndGet(), people, "");
              }
            });
    bar.done("");
    return new DryRunReport(results.get(0), results.get(1));
  }

  private static Traffic traffic(Arguments arguments, Policy policy, Console console) {
    PersonFacts ordinary = PersonFacts.ordinary(policy.zone(), policy.municipality());
    Optional<String> log = arguments.value("--log");
    if (log.isEmpty())
      return new GeneratedTraffic(
          Collections.nCopies(number(arguments, "--people", 500), ordinary),
          policy.zone(),
          policy.from(),
          number(arguments, "--days", 182),
          number(arguments, "--each", 2_000),
          number(arguments, "--seed", 1));
    ReplayFile file =
        ReplayCommand.read(
            Path.of(log.get()).toAbsolutePath(),
            ReplayOrder.format(arguments),
            new FileStart(
                FileStart.date(arguments.value("--start").orElse("2026-01-05")),
                arguments.value("--zone").map(FileStart::zone).orElse(policy.zone())),
            PersonIds.unmistakable("0000"),
            console);
    return ContactLog.of(file, ordinary);
  }

  private static int number(Arguments arguments, String option, int otherwise) {
    String text = arguments.value(option).orElse(Integer.toString(otherwise));
    if (!text.matches("\\d{1,6}"))
      throw Trouble.usage(
          "%s takes a whole number, but got '%s'.".formatted(option, text),
          "%s nimmt eine ganze Zahl, hier steht „%s“.".formatted(option, text));
    return Integer.parseInt(text);
  }

  private static void print(DryRunReport report, Console console) {
    for (Sentence s : report.sentences()) console.say(s.en(), s.de());
    console
        .out()
        .println("              deliver  silence    defer    route   refuse  longest wait");
    row(console, console.word("before", "bisher"), report.before());
    row(console, console.word("proposed", "Vorschlag"), report.after());
  }

  private static void row(Console console, String name, DryRunResult r) {
    console
        .out()
        .printf(
            "%-12s %8d %8d %8d %8d %8d  %s%n",
            name,
            r.delivered(),
            r.silenced(),
            r.deferred(),
            r.routed(),
            r.refused(),
            r.longestWait());
  }
}
