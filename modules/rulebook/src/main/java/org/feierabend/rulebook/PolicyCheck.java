package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.MunicipalityKey;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.report.CanonicalJson;

/** All that is wrong with a policy's values: form, the law's numbers, the law's sentences. */
final class PolicyCheck {
  private final Jurisdictions jurisdictions;
  private final Parameters parameters;
  private final PolicyBounds bounds;

  PolicyCheck(Path home, Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
    parameters =
        new Parameters(Entry.read(home.resolve("rules/parameters.yaml")), Edition.of(home));
    bounds = new PolicyBounds(parameters);
  }

  List<PolicyComplaint> complaints(Map<String, Object> values) {
    List<PolicyComplaint> complaints = new ArrayList<>(PolicySchema.complaints(values));
    read(values, "zone", ZoneId::of, "Europe/Berlin", complaints);
    read(values, "jurisdiction", jurisdictions::get, Jurisdiction.STANDARD, complaints);
    municipality(values, complaints);
    Optional<LocalDate> from = date(values, "from", complaints);
    Optional<LocalDate> until = date(values, "until", complaints);
    Optional<LocalDate> review = date(values, "review", complaints);
    if (from.isEmpty()) return complaints; // the law has a date
    until
        .filter(day -> !from.get().isBefore(day))
        .ifPresent(
            day ->
                complaints.add(
                    PolicyComplaint.of(
                        "/until",
                        day.toString(),
                        new Sentence(
                            "Das Ende liegt nach dem Anfang, dem %s.".formatted(from.get()),
                            "The end comes after the start, %s.".formatted(from.get())))));
    review
        .filter(day -> day.isBefore(from.get()))
        .ifPresent(
            day ->
                complaints.add(
                    PolicyComplaint.of(
                        "/review",
                        day.toString(),
                        new Sentence(
                            "Überprüft wird frühestens am ersten Tag, dem %s; nur ab dann wird daran erinnert."
                                .formatted(from.get()),
                            "It is reviewed on the first day, %s, at the earliest; only from then on is anybody reminded."
                                .formatted(from.get())))));
    if (complaints.stream().noneMatch(c -> c.path().equals("/jurisdiction")))
      reached(values, from.get()).ifPresent(complaints::add);
    Set<String> wrong = complaints.stream().map(PolicyComplaint::path).collect(Collectors.toSet());
    List<PolicyComplaint> weaker = bounds.complaints(values, from.get(), until, wrong);
    complaints.addAll(weaker);
    boolean frameHolds = weaker.stream().noneMatch(c -> c.path().equals("/frame"));
    complaints.addAll(PolicyLaw.complaints(values, frameHolds, wrong));
    return complaints;
  }

  private static void municipality(Map<String, Object> values, List<PolicyComplaint> complaints) {
    boolean said = complaints.stream().anyMatch(c -> c.path().equals("/municipality"));
    boolean german =
        Jurisdiction.STANDARD.equals(values.getOrDefault("jurisdiction", Jurisdiction.STANDARD));
    if (said || !german || !values.containsKey("municipality")) return;
    String key = PolicyBounds.text(values.get("municipality"));
    MunicipalityKey.wrong(key)
        .ifPresent(what -> complaints.add(PolicyComplaint.of("/municipality", key, what)));
  }

  /**
   * Before the numbers of the law begin nothing can be decided. The built-in policy is older than
   * all of them: it says what holds where nobody agreed on anything, whatever the day.
   */
  private Optional<PolicyComplaint> reached(Map<String, Object> values, LocalDate from) {
    Object code = values.getOrDefault("jurisdiction", Jurisdiction.STANDARD);
    LawReach reach = LawReach.of(parameters, jurisdictions.get(code.toString()));
    if (!from.isBefore(reach.first()) || CanonicalJson.sha256(values).equals(BuiltIn.HASH))
      return Optional.empty();
    return Optional.of(
        PolicyComplaint.of(
            "/from",
            from.toString(),
            new Sentence(
                "Die datierten Zahlen des Rechts reichen nur bis zum %s zurück (%s); bitte diesen Tag oder einen späteren nennen, nicht den %s."
                    .formatted(reach.first(), reach.number(), from),
                "The dated numbers of the law go back to %s only (%s); please name that day or a later one instead of %s."
                    .formatted(reach.first(), reach.number(), from))));
  }

  /** Refuses a file with the line of its first complaint. */
  void require(Entry file, Map<String, Object> values) {
    for (PolicyComplaint c : complaints(values)) {
      Entry place =
          Optional.ofNullable(file.map().get(c.path().replaceFirst("^/([^/]*).*", "$1")))
              .orElse(file);
      throw place.refuse("%s '%s': %s".formatted(c.path(), c.value(), c.what().en()));
    }
  }

  private static Optional<LocalDate> date(
      Map<String, Object> values, String key, List<PolicyComplaint> complaints) {
    if (!read(values, key, LocalDate::parse, "2027-01-01", complaints)) return Optional.empty();
    return Optional.of(LocalDate.parse(values.get(key).toString()));
  }

  /** False: it is not there, or cannot be read, which has been said. */
  private static boolean read(
      Map<String, Object> values,
      String key,
      java.util.function.Function<String, ?> reading,
      String like,
      List<PolicyComplaint> complaints) {
    if (!values.containsKey(key)) return false;
    String text = PolicyBounds.text(values.get(key));
    try {
      reading.apply(text);
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      if (complaints.stream().noneMatch(c -> c.path().equals("/" + key)))
        complaints.add(
            PolicyComplaint.of(
                "/" + key,
                text,
                new Sentence(
                    "Das gibt es nicht; erwartet wird etwas wie %s.".formatted(like),
                    "There is no such value; expected is something like %s.".formatted(like))));
      return false;
    }
  }
}
