package org.feierabend.channels.mail;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Marks;
import org.feierabend.intake.StoreAway;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for mail, open or not. */
public final class MailDoor implements Door, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);
  private static final String DELAYED = "451 4.3.0 not decided yet, try again";

  private final Optional<MailSettings> settings;
  private final Directory directory;
  private final Policies policies;
  private final BiPredicate<EmployerId, String> credentials;
  private final Function<Employer, Instant> time;
  private final Optional<MailAnswers> answers;
  private final Complaints complaints = new Complaints(LOG);
  private final LastEvent last = new LastEvent();
  private final Optional<PolicyServer> server;

  /**
   * Opens the door if there are settings for it.
   *
   * @param credentials whether a secret is a token of that employer with the role enforcer
   * @param answers absent where there are no settings
   */
  public MailDoor(
      Optional<MailSettings> settings,
      Directory directory,
      Policies policies,
      BiPredicate<EmployerId, String> credentials,
      Function<Employer, Instant> time,
      Optional<MailAnswers> answers,
      ThreadFactory threads) {
    this.settings = settings;
    this.directory = directory;
    this.policies = policies;
    this.credentials = credentials;
    this.time = time;
    this.answers = answers;
    server = settings.flatMap(s -> open(s, threads));
  }

  /** A taken port is told to the operator; it keeps nothing else from starting. */
  private Optional<PolicyServer> open(MailSettings s, ThreadFactory threads) {
    try {
      return Optional.of(
          new PolicyServer(new InetSocketAddress(s.address(), s.port()), this::answer, threads));
    } catch (UncheckedIOException e) {
      LOG.error("The mail door stays shut: {} ({})", e.getMessage(), e.getCause().getMessage());
      return Optional.empty();
    }
  }

  private List<String> answer(List<PolicyRequest> requests) {
    EmployerId id = settings.orElseThrow().employer();
    Optional<Employer> employer = directory.employer(id);
    List<PolicyRequest> ours = new ArrayList<>();
    for (PolicyRequest r : requests)
      if (credentials.test(id, MailContext.of(r).secret())) ours.add(r);
    if (ours.size() < requests.size()) complaints.of("wrong-policy-context");
    List<String> actions =
        employer.map(e -> answer(e, ours)).orElseGet(() -> all(MailAnswers.DUNNO, ours));
    List<String> inOrder = new ArrayList<>();
    int next = 0;
    for (PolicyRequest r : requests)
      inOrder.add(next < ours.size() && ours.get(next) == r ? actions.get(next++) : "");
    return inOrder;
  }

  private List<String> answer(Employer employer, List<PolicyRequest> requests) {
    if (requests.isEmpty()) return List.of();
    Instant now = time.apply(employer);
    last.at(now);
    try {
      return answers.orElseThrow().answer(employer, requests, now);
    } catch (StoreAway | Marks.BrokerAway away) {
      complaints.of("engine-away");
      Policy.Away says =
          policies.policy(employer.policy()).away().getOrDefault(Channel.MAIL, Policy.Away.DELIVER);
      return all(says == Policy.Away.DELAY ? DELAYED : MailAnswers.DUNNO, requests);
    }
  }

  /**
   * What waits in the mail server's queue, as whoever lets it go on sees it.
   *
   * @param tickets one for each copy that waits
   */
  public void seen(Employer employer, List<String> tickets) {
    if (!employer().equals(Optional.of(employer.id()))) return;
    try {
      answers.orElseThrow().seen(employer, tickets, time.apply(employer));
    } catch (StoreAway | Marks.BrokerAway away) {
      complaints.of("engine-away"); // the next look counts it
    }
  }

  private static List<String> all(String action, List<PolicyRequest> requests) {
    return requests.stream().map(r -> action).toList();
  }

  /** The port it listens on; empty when it does not. */
  Optional<Integer> port() {
    return server.map(PolicyServer::port);
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<Channel> channel() {
    return Optional.of(Channel.MAIL);
  }

  @Override
  public Optional<EmployerId> employer() {
    return settings.map(MailSettings::employer);
  }

  @Override
  public Standing standing() {
    return settings.map(this::standing).orElseGet(Standing.Off::new);
  }

  private Standing standing(MailSettings s) {
    String at = s.address() + ":" + port().orElse(s.port()) + " ← " + s.server();
    if (server.filter(PolicyServer::open).isEmpty())
      return new Standing.Down(at, Standing.Trouble.NOT_OPEN);
    if (directory.employer(s.employer()).isEmpty())
      return new Standing.Down(at, Standing.Trouble.EMPLOYER_UNKNOWN);
    if (!s.server().answers()) return new Standing.Down(at, Standing.Trouble.SERVER_AWAY);
    return new Standing.Up(at);
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }

  @Override
  public void close() {
    server.ifPresent(PolicyServer::close); // first: nothing is answered any more
    answers.ifPresent(MailAnswers::close);
  }
}
