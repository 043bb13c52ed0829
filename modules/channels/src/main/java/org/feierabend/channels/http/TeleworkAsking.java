package org.feierabend.channels.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.TeleworkDay;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkVerdict;

/** The AuthZEN action {@code telework}: may this person telework on that day? Nothing is stored. */
final class TeleworkAsking {
  static final String ACTION = "TELEWORK";
  private static final int MINUTES_A_DAY = 1440;

  private final Employer employer;
  private final Directory directory;
  private final TeleworkDesk desk;
  private final AskingRights rights;
  private final String edition;
  private final Instant now;

  /**
   * @param advice for the person alone, like reasons and quota
   */
  record Context(
      String outcome,
      String validUntil,
      String edition,
      List<String> advice,
      List<ReasonView> reasons,
      TeleworkViews.Meter quota) {}

  TeleworkAsking(
      Employer employer,
      Directory directory,
      TeleworkDesk desk,
      AskingRights rights,
      String edition,
      Instant now) {
    this.employer = employer;
    this.directory = directory;
    this.desk = desk;
    this.rights = rights;
    this.edition = edition;
    this.now = now;
  }

  static boolean is(Fields request) {
    // what is missing or of another type is said by who reads it all
    return request.node().at("/action/name").asText().toUpperCase(Locale.ROOT).equals(ACTION);
  }

  EvaluationView answer(Fields request) {
    PersonId id = asked(request);
    rights.checkOwn(id);
    Fields context = request.object("context");
    LocalDate date = context.date("date").orElseThrow(() -> context.missing("date"));
    Optional<Integer> minutes = context.whole("minutes", 1, MINUTES_A_DAY);
    String place =
        context
            .optional("place")
            .map(p -> TermsReader.requirePlace(context, "place", p))
            .orElse("");
    Optional<TeleworkVerdict> verdict =
        directory.person(employer, id).map(p -> verdict(p, date, minutes, place));
    boolean own = rights.own(id) && !rights.enforcer();
    Optional<TeleworkVerdict> told = verdict.filter(v -> own);
    return new EvaluationView(
        verdict.filter(TeleworkVerdict.Granted.class::isInstance).isPresent(),
        new Context(
            verdict.map(TeleworkVerdict::outcome).orElse("REVIEW"),
            Json.at(now.plusSeconds(60), employer.zone()),
            edition,
            told.map(TeleworkViews::hintsOf).orElse(null),
            told.map(v -> ReasonView.of(v.reasons(), edition)).orElse(null),
            told.map(TeleworkViews::quotaOf).orElse(null)));
  }

  private TeleworkVerdict verdict(
      Person person, LocalDate date, Optional<Integer> minutes, String place) {
    int usual =
        desk.usualDay(
            person, desk.holding(employer, person, date).terms(), desk.law(employer, person, date));
    return desk.judge(
        employer,
        person,
        new TeleworkDay(date, minutes.orElse(usual)),
        place,
        now.atZone(employer.zone()).toLocalDate());
  }

  /** Subject and resource are the one person whose day it is. */
  private static PersonId asked(Fields request) {
    PersonId resource = Questions.recipient(request.object("resource"));
    Fields subject = request.object("subject");
    if (!subject.text("type").equals("person") || !subject.text("id").equals(resource.value()))
      throw Trouble.field(
          subject.pointer() + "/id",
          "Nach Telearbeit fragt man für die Person selbst: „subject“ und „resource“ sind dieselbe.",
          "One asks about telework for the person: \"subject\" and \"resource\" are the same.");
    return resource;
  }
}
