package org.feierabend.channels.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Slot;
import org.feierabend.contact.Urgency;

/**
 * Reads AuthZEN requests (PROTOCOLS, section 1): what we know must be right, what we do not know is
 * ignored.
 */
final class Questions {
  private Questions() {}

  static Question read(Fields request) {
    Fields subject = request.object("subject");
    Fields resource = request.object("resource");
    Optional<Fields> context = request.optionalObject("context");
    Fields asked = request.object("action");
    for (Fields entity : List.of(subject, asked, resource)) entity.optionalObject("properties");
    PersonId recipient = recipient(resource);
    Question.Action action = action(asked);
    Optional<PersonId> sender =
        subject.text("type").equals("person") ? Optional.of(person(subject)) : Optional.empty();
    return new Question(
        sender,
        action,
        recipient,
        contact(action, senderRole(subject, recipient), context),
        context.flatMap(c -> c.optional("duty")),
        context.flatMap(c -> c.instant("time")),
        context.flatMap(Questions::slot),
        context.flatMap(Questions::ref));
  }

  private static Question.Action action(Fields action) {
    String name = action.text("name").toUpperCase(Locale.ROOT);
    for (Question.Action known : Question.Action.values())
      if (known.name().equals(name)) return known;
    throw action.expected("name", "\"contact\", \"meet\", \"telework\"");
  }

  static PersonId recipient(Fields resource) {
    if (!resource.text("type").equals("person"))
      throw Trouble.field(
          resource.pointer() + "/type",
          "Erreicht werden können nur Personen: „person“.",
          "Only people can be reached: \"person\".");
    return person(resource);
  }

  private static PersonId person(Fields entity) {
    return entity.parsed("id", PersonId::new, "p-4711").orElseThrow(() -> entity.missing("id"));
  }

  private static Sender senderRole(Fields subject, PersonId recipient) {
    switch (subject.text("type")) {
      case "system":
        subject.text("id");
        return Sender.SYSTEM;
      case "citizen":
        return Sender.CITIZEN;
      case "role":
        return subject.word("id", Sender.class).orElseThrow(() -> subject.missing("id"));
      case "person":
        if (subject.text("id").equals(recipient.value())) return Sender.SELF;
        return subject
            .optionalObject("properties")
            .flatMap(p -> p.word("role", Sender.class))
            .orElse(Sender.COLLEAGUE);
      default:
        throw Trouble.field(
            subject.pointer() + "/type",
            "Als Absender gibt es: person, role, system, citizen.",
            "Known subjects are: person, role, system, citizen.");
    }
  }

  private static ContactClass contact(
      Question.Action action, Sender sender, Optional<Fields> context) {
    boolean meet = action == Question.Action.MEET;
    ContactKind kind =
        context
            .flatMap(c -> c.word("kind", ContactKind.class))
            .orElse(meet ? ContactKind.MEETING : ContactKind.MESSAGE);
    Channel channel =
        context
            .flatMap(c -> c.word("channel", Channel.class))
            .orElse(meet ? Channel.CALENDAR : Channel.CHAT);
    Urgency urgency = context.flatMap(c -> c.word("urgency", Urgency.class)).orElse(Urgency.NORMAL);
    EmergencyReason reason =
        context.flatMap(c -> c.word("reason", EmergencyReason.class)).orElse(EmergencyReason.NONE);
    if ((urgency == Urgency.EMERGENCY) == (reason == EmergencyReason.NONE))
      throw Trouble.field(
          "/context/reason",
          "Ein EMERGENCY, und nichts sonst, nennt einen Grund als Code.",
          "An EMERGENCY, and nothing else, names a reason code.");
    return new ContactClass(kind, urgency, channel, sender, false, reason);
  }

  private static Optional<Slot> slot(Fields context) {
    Optional<Instant> start = context.instant("start");
    Optional<Instant> end = context.instant("end");
    if (start.isEmpty() && end.isEmpty()) return Optional.empty();
    if (start.isEmpty()) throw context.missing("start");
    if (end.isEmpty()) throw context.missing("end");
    if (!start.get().isBefore(end.get()))
      throw Trouble.field(
          context.pointer() + "/end",
          "Das Ende muss nach dem Beginn liegen.",
          "The end must come after the start.");
    return Optional.of(new Slot(start.get(), end.get()));
  }

  private static Optional<Ref> ref(Fields context) {
    if (context.node().path("ref").isTextual())
      return context.parsed("ref", id -> new Ref("authzen", id), "queue-id");
    return context
        .optionalObject("ref")
        .map(
            ref -> {
              String id = ref.text("id");
              return ref.parsed("source", source -> new Ref(source, id), "urn:mail:mx1")
                  .orElseThrow(() -> ref.missing("source"));
            });
  }
}
