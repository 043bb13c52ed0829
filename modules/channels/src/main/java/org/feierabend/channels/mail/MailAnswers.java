package org.feierabend.channels.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Asking;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * Decides what the mail server asks, and has it counted once; many questions in one go. What is
 * held is written down before the answer; what goes on is counted behind it ({@link CountsLater}).
 */
public final class MailAnswers implements AutoCloseable {
  /** Source of every ref of this door. */
  public static final String SOURCE = "urn:feierabend:mail";

  static final String DUNNO = "DUNNO";
  static final String SILENT = "PREPEND X-Reachability: silent";

  /** Too little for the release agent to see that the engine holds it: then it is tried again. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final String RESTING = "450 4.2.1 resting";

  private final Directory directory;
  private final Reachabilities reachabilities;
  private final LiveFacts live;
  private final Intake intake;
  private final Deferrals deferrals;
  private final MailSettings.Mode mode;
  private final Holds holds;
  private final Consumer<FromCitizen> citizens;
  private final CountsLater later;

  /** A citizen's mail that was received while its recipient rests. */
  public record FromCitizen(
      Employer employer, String sender, boolean automatic, Instant received) {}

  /**
   * @param citizens is told of citizens' mails that are read later
   */
  public MailAnswers(
      Directory directory,
      Reachabilities reachabilities,
      LiveFacts live,
      Intake intake,
      Deferrals deferrals,
      MailSettings settings,
      Consumer<FromCitizen> citizens,
      ThreadFactory threads) {
    this.directory = directory;
    this.reachabilities = reachabilities;
    this.live = live;
    this.intake = intake;
    this.deferrals = deferrals;
    this.mode = settings.mode();
    this.holds = new Holds(settings.retry());
    this.citizens = citizens;
    this.later = new CountsLater(intake, threads);
  }

  /** What one question comes to. */
  private record Verdict(String action, Optional<Incoming.Contact> counted, boolean held) {}

  /**
   * One action for each request, in order. When it throws, nothing was counted, and nothing will
   * be.
   */
  List<String> answer(Employer employer, List<PolicyRequest> requests, Instant now) {
    Asking asking = new Asking(employer, directory, reachabilities.under(employer.policy()), live);
    List<Verdict> verdicts = new ArrayList<>(requests.size());
    for (PolicyRequest request : requests) verdicts.add(verdict(employer, asking, request, now));
    List<Incoming.Contact> goOn =
        verdicts.stream().filter(v -> !v.held()).flatMap(v -> v.counted().stream()).toList();
    if (later.takes(goOn.size())) {
      count(employer, verdicts.stream().filter(Verdict::held).toList(), now);
      later.add(employer, goOn, now);
    } else count(employer, verdicts, now);
    return verdicts.stream().map(Verdict::action).toList();
  }

  private Verdict verdict(Employer employer, Asking asking, PolicyRequest asked, Instant now) {
    Optional<Person> recipient = directory.byMail(employer, asked.recipient());
    if (recipient.isEmpty()) return new Verdict(DUNNO, Optional.empty(), false);
    Optional<Person> sender = directory.byMail(employer, asked.sender());
    ContactClass contact = ContactClass.message(Channel.MAIL, role(sender, recipient.get()));
    Decision decision = asking.decide(recipient.get(), contact, Optional.empty(), now);
    Optional<Holds.Between> between =
        sender.map(
            s -> new Holds.Between(s.no(), recipient.get().no(), recipient.get().id(), contact));
    if (decision instanceof Decision.Defer defer && between.isPresent())
      return held(asked, between.get(), defer.until(), now);
    if (between.isPresent() && holds.over(between.get(), now))
      return new Verdict(action(decision), Optional.empty(), false);
    if (sender.isEmpty() && !(decision instanceof Decision.Deliver))
      citizens.accept(
          new FromCitizen(employer, asked.sender(), MailContext.of(asked).automatic(), now));
    return new Verdict(
        action(decision),
        Optional.of(counted(asked.queueId(), recipient.get().id(), contact, now)),
        false);
  }

  private Verdict held(PolicyRequest asked, Holds.Between between, Instant until, Instant now) {
    if (mode == MailSettings.Mode.HOLD && now.plus(SOON).isBefore(until))
      return new Verdict("HOLD resting", Optional.of(counted(asked.queueId(), between, now)), true);
    String ticket = holds.ticket(asked, between, until, now);
    return new Verdict(
        RESTING + " (ticket " + ticket + ")", Optional.of(counted(ticket, between, now)), true);
  }

  private static Incoming.Contact counted(String id, Holds.Between between, Instant now) {
    return counted(id, between.id(), between.contact(), now);
  }

  /**
   * What waits in the mail server's queue: two mails that were taken for one are told apart by it,
   * and the second is counted now. In mode hold the queue says nothing of ours.
   */
  void seen(Employer employer, Collection<String> tickets, Instant now) {
    if (mode == MailSettings.Mode.HOLD) return;
    List<Holds.Copy> more = holds.seen(tickets, now);
    if (more.isEmpty()) return;
    count(
        employer,
        more.stream()
            .map(c -> new Verdict("", Optional.of(counted(c.ticket(), c.between(), now)), true))
            .toList(),
        now);
    holds.added(more);
  }

  /** Whoever the directory does not know is a citizen, and their mail is never held. */
  private static Sender role(Optional<Person> sender, Person recipient) {
    if (sender.isEmpty()) return Sender.CITIZEN;
    return sender.get().no() == recipient.no() ? Sender.SELF : Sender.COLLEAGUE;
  }

  /**
   * A mail that goes to somebody else stays where it is, without a sound: whom its text is for is
   * for people to say.
   */
  private static String action(Decision decision) {
    return decision instanceof Decision.Deliver ? DUNNO : SILENT;
  }

  private static Incoming.Contact counted(
      String id, PersonId recipient, ContactClass contact, Instant now) {
    return new Incoming.Contact(new Ref(SOURCE, id), recipient, contact, Optional.empty(), now);
  }

  /** What waits already was counted when it came, be it in another week or before a restart. */
  private void count(Employer employer, List<Verdict> verdicts, Instant now) {
    Set<String> asked = new HashSet<>();
    for (Verdict v : verdicts) if (v.held()) asked.add(v.counted().orElseThrow().ref().id());
    Set<String> known = asked.isEmpty() ? Set.of() : deferrals.held(employer, SOURCE, asked);
    List<Incoming.Contact> events =
        verdicts.stream()
            .flatMap(v -> v.counted().stream())
            .filter(c -> !known.contains(c.ref().id()))
            .toList();
    if (!events.isEmpty()) intake.accept(employer, events, now);
  }

  @Override
  public void close() {
    later.close();
  }
}
