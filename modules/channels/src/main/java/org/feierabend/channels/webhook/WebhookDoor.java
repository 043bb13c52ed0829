package org.feierabend.channels.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.feierabend.channels.door.Misread;
import org.feierabend.channels.door.PassingBody;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.events.Reading;
import org.feierabend.channels.events.Rejection;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Sentence;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.DeadLetters;
import org.feierabend.intake.DeadLetters.DeadLetter;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * The door for other systems' webhooks. What a mapping file does not name is dropped as it passes;
 * what a source may not send becomes a dead letter with the place of the mistake, and no value.
 */
public final class WebhookDoor implements Door {
  private static final String TOPIC_KIND = "webhook";
  private static final int NOWHERE = -1; // a webhook has no partition and no offset

  private final Optional<EmployerId> employer;
  private final Map<String, Source> sources = new TreeMap<>();
  private final boolean shut;
  private final Directory directory;
  private final EventReader reader;
  private final Intake intake;
  private final DeadLetters deadLetters;
  private final Function<Employer, Instant> time;
  private final LastEvent last = new LastEvent();

  /**
   * @param employer empty: the door is off
   * @param shut configured, but a mapping file could not be read
   */
  public WebhookDoor(
      Optional<EmployerId> employer,
      List<Source> sources,
      boolean shut,
      Directory directory,
      EventReader reader,
      Intake intake,
      DeadLetters deadLetters,
      Function<Employer, Instant> time) {
    this.employer = Objects.requireNonNull(employer, "employer");
    this.shut = shut;
    this.directory = Objects.requireNonNull(directory, "directory");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.intake = Objects.requireNonNull(intake, "intake");
    this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
    this.time = Objects.requireNonNull(time, "time");
    for (Source source : sources) this.sources.put(source.name(), source);
  }

  /**
   * One webhook, read once as it comes. Who does not show that they are the source learns nothing
   * but that.
   *
   * @param headers name → value, or null
   */
  public Received receive(String name, UnaryOperator<String> headers, InputStream body)
      throws IOException {
    Optional<Employer> of = employer.flatMap(directory::employer);
    Source source = sources.get(name);
    if (of.isEmpty() || source == null) return new Received.NoSuchSource();
    Proof.Witness witness = source.mapping().proof().witness(source.secret(), headers);
    PassingBody passing = new PassingBody(body, EventReader.MAX_BYTES, witness);
    Map<String, JsonNode> picked = Map.of();
    Optional<Misread> unread = Optional.empty();
    try {
      try {
        picked = source.picker().pick(passing);
      } catch (Misread e) {
        unread = Optional.of(e); // it may still be a stranger's
      }
      passing.drain();
    } catch (PassingBody.TooLong e) {
      return new Received.TooLong();
    }
    if (!witness.convinced()) return new Received.Unproven();
    Instant now = time.apply(of.get());
    last.at(now);
    if (unread.isPresent())
      return dead(source, "not-json", unread.get().pointer(), unread.get().sentence());
    return taken(of.get(), source, picked, headers, now);
  }

  private Received taken(
      Employer of,
      Source source,
      Map<String, JsonNode> picked,
      UnaryOperator<String> headers,
      Instant now) {
    Map<String, JsonNode> found = picked;
    Optional<Mapping.Event> meant =
        source.mapping().events().stream().filter(e -> e.fits(found)).findFirst();
    if (meant.isEmpty()) return new Received.NotMeant();
    ObjectNode event;
    try {
      event =
          source
              .mapping()
              .cloudEvent(
                  source.name(),
                  meant.get(),
                  picked,
                  headers,
                  (kind, address) -> person(of, kind, address),
                  now);
    } catch (Misread e) {
      return dead(source, "unmapped", e.pointer(), e.sentence());
    }
    byte[] json = event.toString().getBytes(StandardCharsets.UTF_8);
    Reading reading = reader.structured(org.feierabend.channels.events.Door.HTTP, json, of.zone());
    if (reading instanceof Reading.Rejected rejected)
      return refused(source, meant.get(), picked, rejected.rejection());
    Incoming.Event incoming = (Incoming.Event) ((Reading.Understood) reading).incoming();
    Outcome outcome = intake.accept(of, List.of(incoming), now).get(0);
    return outcome instanceof Outcome.TooFarAhead ahead
        ? dead(source, "schema", meant.get().source("/time"), tooFar(ahead))
        : new Received.Taken(outcome);
  }

  /** Names the place in the webhook, the value there, and what the event may hold. */
  private Received refused(
      Source source, Mapping.Event meant, Map<String, JsonNode> picked, Rejection rejection) {
    String pointer = meant.source(rejection.field());
    Sentence why = rejection.sentence();
    Sentence sentence =
        picked.containsKey(pointer)
            ? new Sentence(
                "„%s“ passt nicht in %s. %s"
                    .formatted(
                        Misread.shown(picked.get(pointer).asText()), rejection.field(), why.de()),
                "\"%s\" does not fit %s. %s"
                    .formatted(
                        Misread.shown(picked.get(pointer).asText()), rejection.field(), why.en()))
            : why;
    return dead(source, rejection.kind().code(), pointer, sentence);
  }

  private static Sentence tooFar(Outcome.TooFarAhead ahead) {
    return new Sentence(
        "Der Zeitpunkt liegt mehr als 5 Minuten in der Zukunft; das Späteste ist jetzt %s."
            .formatted(ahead.latest()),
        "The instant is more than 5 minutes ahead; the latest now is %s."
            .formatted(ahead.latest()));
  }

  /** The letter has the place; the value is for the source alone. */
  private Received dead(Source source, String kind, String pointer, Sentence sentence) {
    deadLetters.publish(
        List.of(
            new DeadLetter(
                kind, TOPIC_KIND, NOWHERE, NOWHERE, (source.name() + " " + pointer).strip())));
    return new Received.NotUnderstood(pointer, sentence);
  }

  private Optional<org.feierabend.contact.PersonId> person(
      Employer of, Value.As kind, String address) {
    Optional<Person> found =
        kind == Value.As.MAIL ? directory.byMail(of, address) : directory.byChat(of, address);
    return found.map(Person::id);
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public boolean repeated() {
    return true;
  }

  @Override
  public Optional<EmployerId> employer() {
    return employer;
  }

  @Override
  public Standing standing() {
    if (employer.isEmpty()) return new Standing.Off();
    String at =
        sources.isEmpty()
            ? "/api/v1/webhooks/"
            : sources.keySet().stream()
                .collect(Collectors.joining(", /api/v1/webhooks/", "/api/v1/webhooks/", ""));
    if (shut) return new Standing.Down(at, Standing.Trouble.NOT_OPEN);
    return employer.flatMap(directory::employer).isPresent()
        ? new Standing.Up(at)
        : new Standing.Down(at, Standing.Trouble.EMPLOYER_UNKNOWN);
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }
}
