package org.feierabend.channels.calendar;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.calendar.Kept;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.calendar.ShownTimes;
import org.feierabend.calendar.ShownWeeks;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Secret;

/**
 * Keeps free times in the calendar server for those who want it, and takes them away from there
 * when they no longer do. What others may see there is what they see at a feed.
 */
public final class KeepingTimes {
  /** As of when somebody's times were looked at last. */
  private record Seen(long facts, String policy, Instant hour, Kept kept) {}

  private final KeptTimes words;
  private final ShownWeeks shown;
  private final Directory directory;
  private final Map<Long, Seen> seen = new HashMap<>();

  public KeepingTimes(KeptTimes words, ShownWeeks shown, Directory directory) {
    this.words = Objects.requireNonNull(words, "words");
    this.shown = Objects.requireNonNull(shown, "shown");
    this.directory = Objects.requireNonNull(directory, "directory");
  }

  void round(CalDavSettings settings, Scheduling server, Employer employer, Instant now)
      throws IOException {
    Map<Long, Kept> all = words.all(employer);
    seen.keySet().retainAll(all.keySet());
    for (Map.Entry<Long, Kept> word : all.entrySet()) {
      Optional<Person> person = directory.person(employer, word.getKey());
      Optional<String> inbox = person.flatMap(settings::inboxOf);
      if (inbox.isPresent()) one(server, employer, person.get(), inbox.get(), word.getValue(), now);
    }
  }

  private void one(
      Scheduling server, Employer employer, Person person, String inbox, Kept word, Instant now)
      throws IOException {
    Seen moment =
        new Seen(
            directory.version(employer, person.id()),
            employer.policy(),
            now.truncatedTo(ChronoUnit.HOURS),
            word);
    if (moment.equals(seen.get(person.no()))) return;
    Kept result =
        word.wanted()
            ? kept(server, employer, person, inbox, word, now)
            : gone(server, inbox, word);
    if (!result.equals(word)) words.came(employer, person.no(), word, result);
    seen.put(person.no(), new Seen(moment.facts(), moment.policy(), moment.hour(), result));
  }

  private Kept kept(
      Scheduling server, Employer employer, Person person, String inbox, Kept word, Instant now)
      throws IOException {
    ShownTimes times = shown.of(employer, person, now);
    String digest = digest(times);
    if (word.state() == Kept.State.KEPT && word.digest().equals(Optional.of(digest))) return word;
    Kept.State state =
        server.keep(
            inbox,
            FreeTimes.availability(times, "times@feierabend", now.truncatedTo(ChronoUnit.SECONDS)));
    return new Kept(true, state, state == Kept.State.KEPT ? Optional.of(digest) : word.digest());
  }

  private static Kept gone(Scheduling server, String inbox, Kept word) throws IOException {
    Kept.State state = word.digest().isEmpty() ? Kept.State.KEPT : server.remove(inbox);
    boolean removed = state != Kept.State.REFUSED;
    return new Kept(
        false, removed ? Kept.State.WAITING : state, removed ? Optional.empty() : word.digest());
  }

  private static String digest(ShownTimes times) {
    return HexFormat.of().formatHex(Secret.sha256(times.toString()), 0, 16);
  }
}
