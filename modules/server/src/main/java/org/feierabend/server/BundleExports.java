package org.feierabend.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.CityBundle;
import org.feierabend.bundle.Undersigned;
import org.feierabend.decision.BadValue;
import org.feierabend.edition.AgreedEdition;
import org.feierabend.edition.Standing;
import org.feierabend.people.Employer;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyTrials.Tried;
import org.feierabend.rulebook.BundleMaker;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Evidence;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signatures;

/** What this city hands on, with what its two sides signed about it. */
record BundleExports(Governance governance) {
  /**
   * @param name of a sample policy; the name of what both sides signed stands for the edition in
   *     force
   */
  CityBundle made(Employer employer, BundleKind kind, String name, Instant now) {
    BundleMaker maker = new BundleMaker(governance.ruleBooks.now().home);
    LocalDate made = now.atZone(employer.zone()).toLocalDate();
    String city = employer.id().value();
    return switch (kind) {
      case RULES -> rules(employer, maker.rules(city, made));
      case TELEWORK -> maker.telework(city, made);
      case POLICY ->
          UnderSignatures.names(name)
              ? inForce(employer, maker, made)
              : maker.policy(city, name, made);
    };
  }

  private CityBundle inForce(Employer employer, BundleMaker maker, LocalDate made) {
    AgreedEdition edition =
        governance
            .policies
            .standing(employer)
            .flatMap(Standing::edition)
            .orElseThrow(
                () ->
                    new BadValue(
                        "Bei %s gilt keine Fassung; bitte ein Beispiel nennen: ?name=city"
                            .formatted(employer.id()),
                        "No edition is in force at %s; name a sample: ?name=city"
                            .formatted(employer.id())));
    String text = governance.texts.text(employer.id(), edition.edition().document()).orElseThrow();
    if (!(governance.rules.read(text) instanceof PolicyDraft draft))
      throw new BadValue(
          "Die geltende Fassung ist nicht mehr lesbar.",
          "The edition in force cannot be read any more.");
    CityBundle bundle =
        maker.policy(
            employer.id().value(),
            draft.policy().name(),
            text.getBytes(StandardCharsets.UTF_8),
            made,
            () -> holding(draft));
    return with(bundle, policyWords(employer, edition));
  }

  /** Scenario files of the rule book all of which hold under that policy. */
  private Set<String> holding(PolicyDraft draft) {
    Set<String> held = new TreeSet<>();
    Set<String> failed = new TreeSet<>();
    for (Tried t : governance.rules.scenarios(draft, List.of()))
      (t.passed() ? held : failed).add(t.place().replaceFirst(":\\d+$", ""));
    held.removeAll(failed);
    return held;
  }

  private List<Declaration> policyWords(Employer employer, AgreedEdition edition) {
    Signatures.Said said = governance.signatures.said(employer.id());
    List<Declaration> words = new ArrayList<>();
    for (Declaration d : said.hr().declarations())
      if (d.matter() instanceof Matter.Proposal p && p.edition().equals(edition.edition()))
        words.add(d);
    for (Declaration d : said.council().declarations())
      if (d.matter() instanceof Matter.Approval a && a.edition().equals(edition.edition()))
        words.add(d);
    for (Declaration d : said.council().declarations())
      if (d.matter() instanceof Matter.Attachment a && a.edition().equals(edition.hash()))
        words.add(d);
    return words;
  }

  /** The rules of the checkout were signed by nobody, and go without. */
  private CityBundle rules(Employer employer, CityBundle bundle) {
    String inForce = governance.ruleBooks.now().book.edition();
    Signatures.Said said = governance.signatures.said(employer.id());
    List<Declaration> words = new ArrayList<>();
    for (Declaration hr : said.hr().declarations())
      if (words.isEmpty()
          && hr.matter() instanceof Matter.RuleBook b
          && b.rules().equals(inForce)
          && b.rejected().isEmpty())
        for (Declaration council : said.council().declarations())
          if (words.isEmpty() && council.matter().equals(b)) words.addAll(List.of(hr, council));
    return with(bundle, words);
  }

  private CityBundle with(CityBundle bundle, List<Declaration> words) {
    List<Evidence> evidence =
        words.stream().map(governance.signatures::evidence).flatMap(Optional::stream).toList();
    return evidence.isEmpty() ? bundle : bundle.with(new Undersigned(evidence));
  }
}
