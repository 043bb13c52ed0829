package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.feierabend.edition.Standing.Kind;
import org.feierabend.edition.Standing.Warning;
import org.feierabend.people.Role;
import org.feierabend.signature.Chain;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;

/**
 * What follows from the declarations of both sides: which editions are agreed and which holds when.
 * A pure function of signed texts and the time; no column says any of it.
 */
public final class Life {
  /** How long both sides are warned after a review was due, and before an end. */
  public static final Period WARNED = Period.ofDays(60);

  private final Chain hr;
  private final Chain council;
  private final ZoneId zone;
  private final String builtIn;
  private final List<AgreedEdition> agreed;
  private final Set<Role> suspended = EnumSet.noneOf(Role.class);

  /**
   * @param builtIn hash of the document before the first edition
   * @param notice shortest time between notice and end
   * @param documents what the document of that hash says; empty: it is not there, is another, or
   *     cannot be read
   */
  public Life(
      Chain hr,
      Chain council,
      String builtIn,
      ZoneId zone,
      Period notice,
      Function<String, Optional<DocumentTerms>> documents) {
    this.hr = hr;
    this.council = council;
    this.zone = zone;
    this.builtIn = builtIn;
    agreed = agreed(notice, documents);
    for (Chain side : List.of(hr, council))
      for (Declaration d : side.declarations())
        if (d.matter() instanceof Matter.Suspension) suspended.add(side.side());
        else if (d.matter() instanceof Matter.Resumption) suspended.remove(side.side());
  }

  /** Editions both sides signed, each following from the one before. */
  public List<AgreedEdition> agreed() {
    return agreed;
  }

  /** The edition both sides signed last. */
  public Optional<AgreedEdition> last() {
    return agreed.isEmpty() ? Optional.empty() : Optional.of(agreed.get(agreed.size() - 1));
  }

  /** What the next edition names as the one before. */
  public String head() {
    return last().map(AgreedEdition::hash).orElse(builtIn);
  }

  public Optional<AgreedEdition> agreed(String hash) {
    return agreed.stream().filter(a -> a.hash().equals(hash)).findFirst();
  }

  /** What HR proposed, in order. */
  public List<Proposed> proposals() {
    List<Proposed> all = new ArrayList<>();
    for (Declaration d : hr.declarations())
      if (d.matter() instanceof Matter.Proposal p
          && all.stream().noneMatch(known -> known.edition().equals(p.edition())))
        all.add(new Proposed(p.edition(), d, p.consultation(), said(p.edition())));
    return all;
  }

  /** What was said last that settles a proposal: the approval, or the first rejection. */
  private Optional<Declaration> said(Edition edition) {
    String hash = edition.hash(hr.employer());
    Optional<Declaration> rejection =
        List.of(hr, council).stream()
            .flatMap(c -> c.declarations().stream())
            .filter(d -> d.matter() instanceof Matter.Rejection r && r.edition().equals(hash))
            .min(Comparator.comparing(Declaration::at));
    Optional<Declaration> approval =
        council.declarations().stream()
            .filter(d -> d.matter() instanceof Matter.Approval a && a.edition().equals(edition))
            .findFirst();
    if (rejection.isEmpty()) return approval;
    boolean before = approval.map(a -> !rejection.get().at().isAfter(a.at())).orElse(true);
    return before ? rejection : approval;
  }

  private List<AgreedEdition> agreed(
      Period notice, Function<String, Optional<DocumentTerms>> documents) {
    List<AgreedEdition> all = new ArrayList<>();
    String previous = builtIn;
    for (Proposed p : inOrderOfNumbers()) {
      boolean follows =
          p.edition().number() == all.size() + 1 && p.edition().previous().equals(previous);
      if (!follows || !p.approved()) continue;
      Instant signed = later(p.proposal().at(), p.word().orElseThrow().at());
      Optional<DocumentTerms> terms = documents.apply(p.edition().document());
      String hash = p.edition().hash(hr.employer());
      all.add(
          new AgreedEdition(
              p.edition(),
              hash,
              later(startOf(p.edition().from()), signed),
              terms,
              earlier(terms.flatMap(DocumentTerms::until), noticed(hash, notice))));
      previous = hash;
    }
    return List.copyOf(all);
  }

  private List<Proposed> inOrderOfNumbers() {
    List<Proposed> all = new ArrayList<>(proposals());
    all.sort(Comparator.comparingInt(p -> p.edition().number()));
    return all;
  }

  /** First day without it by notice of either side; never before the notice has run. */
  private Optional<LocalDate> noticed(String hash, Period notice) {
    Optional<LocalDate> ends = Optional.empty();
    for (Chain side : List.of(hr, council))
      for (Declaration d : side.declarations())
        if (d.matter() instanceof Matter.Termination t && t.edition().equals(hash)) {
          LocalDate earliest = dayOf(d.at()).plus(notice);
          ends = earlier(ends, Optional.of(t.ends().isBefore(earliest) ? earliest : t.ends()));
        }
    return ends;
  }

  /** What holds at that instant. */
  public Standing at(Instant now) {
    Optional<AgreedEdition> current = Optional.empty();
    Instant until = Instant.MAX;
    for (AgreedEdition a : agreed)
      if (a.terms().isEmpty()) continue;
      else if (!a.starts().isAfter(now)) {
        current = Optional.of(a);
        until = Instant.MAX; // a later number has taken the place of all before
      } else if (a.starts().isBefore(until)) until = a.starts();
    if (current.isEmpty()) return new Standing(current, false, until, suspended, List.of());
    List<Warning> warnings = new ArrayList<>();
    LocalDate today = dayOf(now);
    reviewDue(current.get(), today).ifPresent(warnings::add);
    Optional<LocalDate> ends = current.get().ends();
    if (ends.isEmpty()) return new Standing(current, false, until, suspended, warnings);
    boolean over = !today.isBefore(ends.get());
    boolean goesOn = current.get().afterEffect();
    if (over) warnings.add(new Warning(goesOn ? Kind.AFTER_EFFECT : Kind.ENDED, ends.get()));
    else if (!today.isBefore(ends.get().minus(WARNED)))
      warnings.add(new Warning(Kind.ENDS, ends.get()));
    if (over && !goesOn) return new Standing(Optional.empty(), false, until, suspended, warnings);
    Instant end = startOf(ends.get());
    return new Standing(
        current, over, !over && !goesOn && end.isBefore(until) ? end : until, suspended, warnings);
  }

  /** How long a proposal made now is open to comments at least, as the edition in force has it. */
  public int consultationDays(Instant now) {
    return at(now)
        .edition()
        .flatMap(AgreedEdition::terms)
        .map(DocumentTerms::consultationDays)
        .orElse(0);
  }

  /** The agreements on paper the council attached to an edition. */
  public List<Matter.Attachment> papers(String edition) {
    return council.declarations().stream()
        .map(Declaration::matter)
        .filter(Matter.Attachment.class::isInstance)
        .map(Matter.Attachment.class::cast)
        .filter(a -> a.edition().equals(edition))
        .toList();
  }

  /** The agreed edition a proposal names as the one before; empty: the built-in one. */
  public Optional<AgreedEdition> previous(Proposed p) {
    return agreed(p.edition().previous());
  }

  /** Where a proposal stands at that instant. */
  public State state(Proposed p, Instant now) {
    if (p.rejection().isPresent()) return State.REJECTED;
    Optional<AgreedEdition> known = agreed(p.hash());
    if (known.isEmpty()) {
      if (p.approved() || p.edition().number() <= agreed.size()) return State.OVERTAKEN;
      boolean asked = p.consultation().map(day -> !dayOf(now).isAfter(day)).orElse(false);
      return asked ? State.CONSULTATION : State.PROPOSED;
    }
    AgreedEdition a = known.get();
    if (a.terms().isEmpty()) return State.BROKEN;
    if (a.starts().isAfter(now)) return State.SIGNED;
    Standing standing = at(now);
    if (standing.edition().equals(known)) return State.IN_FORCE;
    boolean later =
        agreed.stream()
            .anyMatch(
                o ->
                    o.edition().number() > a.edition().number()
                        && o.terms().isPresent()
                        && !o.starts().isAfter(now));
    return later ? State.SUPERSEDED : State.ENDED;
  }

  private Optional<Warning> reviewDue(AgreedEdition current, LocalDate today) {
    return current
        .terms()
        .flatMap(DocumentTerms::review)
        .filter(day -> !today.isBefore(day) && today.isBefore(day.plus(WARNED)))
        .map(day -> new Warning(Kind.REVIEW_DUE, day));
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
    if (a.isEmpty() || b.isEmpty()) return a.isEmpty() ? b : a;
    return a.get().isBefore(b.get()) ? a : b;
  }
}
