package org.feierabend.channels.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.channels.door.Misread;
import org.feierabend.channels.door.PassingBody;
import org.feierabend.channels.door.Picker;
import org.feierabend.channels.events.EventReader;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Ref;
import org.feierabend.decision.Sentence;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes basic change notifications: to whom something came, and by which channel. Notifications
 * with content are refused whole; whatever else a notification holds is dropped as it passes.
 */
public final class GraphDoor implements Door {
  private static final Logger LOG = LoggerFactory.getLogger(GraphDoor.class);
  private static final int MOST = 1_000;
  private static final String STATE = "/clientState";
  private static final String CONTENT = "/encryptedContent";
  private static final Picker NOTIFICATION =
      new Picker(
          List.of(
              STATE,
              CONTENT,
              "/subscriptionId",
              "/changeType",
              "/resource",
              "/resourceData/id",
              "/lifecycleEvent"));

  private final Optional<GraphSettings> settings;
  private final Directory directory;
  private final Intake intake;
  private final Function<Employer, Instant> time;
  private final GraphSubscriptions subscriptions;
  private final LastEvent last = new LastEvent();
  private volatile Optional<Standing.Trouble> trouble = Optional.empty();

  /**
   * @param settings empty: the door is off
   */
  public GraphDoor(
      Optional<GraphSettings> settings,
      Directory directory,
      Intake intake,
      Function<Employer, Instant> time,
      GraphSubscriptions subscriptions) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.intake = Objects.requireNonNull(intake, "intake");
    this.time = Objects.requireNonNull(time, "time");
    this.subscriptions = Objects.requireNonNull(subscriptions, "subscriptions");
  }

  public boolean open() {
    return settings.isPresent();
  }

  /** One call, read once as it comes; all its notifications count, or none. */
  public GraphNotified notified(InputStream body) throws IOException {
    if (settings.isEmpty()) return new GraphNotified.NotOpen();
    List<Map<String, JsonNode>> all;
    try {
      all =
          NOTIFICATION.pickEach(
              new PassingBody(body, EventReader.MAX_BYTES, (bytes, from, length) -> {}),
              "value",
              MOST);
    } catch (PassingBody.TooLong e) {
      return new GraphNotified.TooLong();
    } catch (Misread e) {
      return new GraphNotified.Refused(e.pointer(), e.sentence());
    }
    GraphSettings s = settings.get();
    for (Map<String, JsonNode> one : all)
      if (!Secret.same(text(one, STATE), s.clientState())) return new GraphNotified.Stranger();
    for (int i = 0; i < all.size(); i++)
      if (all.get(i).containsKey(CONTENT)) return content("/value/" + i + CONTENT);
    directory.employer(s.employer()).ifPresent(employer -> take(employer, s, all));
    return new GraphNotified.Taken();
  }

  private GraphNotified content(String pointer) {
    trouble = Optional.of(Standing.Trouble.CONTENT_REFUSED);
    return new GraphNotified.Refused(
        pointer,
        new Sentence(
            "Inhalte kommen nicht durch die Tür. Legen Sie das Abonnement ohne includeResourceData an.",
            "Content does not pass the door. Create the subscription without includeResourceData."));
  }

  private void take(Employer employer, GraphSettings s, List<Map<String, JsonNode>> all) {
    Instant now = time.apply(employer);
    List<Incoming.Event> events = new ArrayList<>();
    trouble = Optional.empty();
    for (Map<String, JsonNode> one : all)
      if (one.containsKey("/lifecycleEvent")) lifecycle(one);
      else contact(employer, s, one, now).ifPresent(events::add);
    if (!events.isEmpty()) intake.accept(employer, events, now);
    last.at(now);
  }

  private void lifecycle(Map<String, JsonNode> one) {
    switch (text(one, "/lifecycleEvent")) {
      case "reauthorizationRequired" -> subscriptions.renew(text(one, "/subscriptionId"));
      case "subscriptionRemoved" -> {
        trouble = Optional.of(Standing.Trouble.SUBSCRIPTION_ENDED);
        LOG.warn("graph: a subscription was removed; create it again (docs/webhooks.md).");
      }
      case "missed" -> LOG.warn("graph: some notifications were missed and are not counted.");
      default -> LOG.warn("graph: a lifecycle event of a kind nobody knows was left alone.");
    }
  }

  /** Something new for somebody of the house; everything else is none of our business. */
  private Optional<Incoming.Event> contact(
      Employer employer, GraphSettings s, Map<String, JsonNode> one, Instant now) {
    String id = text(one, "/resourceData/id");
    if (!text(one, "/changeType").equals("created") || id.isEmpty()) return Optional.empty();
    return GraphResource.of(text(one, "/resource"))
        .flatMap(
            to ->
                person(employer, to.user())
                    .map(
                        person ->
                            new Incoming.Contact(
                                new Ref("urn:graph", digest(to, id)),
                                person.id(),
                                ContactClass.message(to.channel(), s.sender()),
                                Optional.empty(),
                                now)));
  }

  /** Ids of Graph are long, and name the mailbox; as a ref a digest does. */
  private static String digest(GraphResource to, String id) {
    return java.util.HexFormat.of().formatHex(Secret.sha256(to.channel() + " " + id), 0, 16);
  }

  private Optional<Person> person(Employer employer, String user) {
    if (user.contains("@")) return directory.byMail(employer, user);
    return directory.people(employer).stream()
        .filter(p -> p.addresses().externalId().filter(user::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  private static String text(Map<String, JsonNode> one, String pointer) {
    JsonNode value = one.get(pointer);
    return value == null ? "" : value.asText();
  }

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public boolean repeated() {
    return true;
  }

  @Override
  public Optional<EmployerId> employer() {
    return settings.map(GraphSettings::employer);
  }

  @Override
  public Standing standing() {
    if (settings.isEmpty()) return new Standing.Off();
    String at = "/api/v1/graph/notifications";
    if (directory.employer(settings.get().employer()).isEmpty())
      return new Standing.Down(at, Standing.Trouble.EMPLOYER_UNKNOWN);
    return trouble
        .or(subscriptions::trouble)
        .<Standing>map(why -> new Standing.Down(at, why))
        .orElseGet(() -> new Standing.Up(at));
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }
}
