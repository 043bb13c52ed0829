package org.feierabend.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.audit.AuditLog;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Role;

/** What each side has said so far, checked against its key; and the desk where it says more. */
public final class Signatures {
  /** How far a signer's clock may go ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(10);

  /** How long a declaration that was signed elsewhere may be on its way. */
  static final Duration ON_ITS_WAY = Duration.ofDays(30);

  private final Declarations store;
  private final Trust trust;
  private final AuditLog audit;
  private final Map<EmployerId, Said> known = new ConcurrentHashMap<>();

  public Signatures(Declarations store, Trust trust, AuditLog audit) {
    this.store = Objects.requireNonNull(store, "store");
    this.trust = Objects.requireNonNull(trust, "trust");
    this.audit = Objects.requireNonNull(audit, "audit");
  }

  /**
   * Both chains of an employer.
   *
   * @param strangers how many are kept that no side signed
   * @param behind sides of which something was seen before that the store no longer has
   */
  public record Said(Chain hr, Chain council, int strangers, List<Role> behind) {
    public Chain of(Role side) {
      return side == Role.HR ? hr : council;
    }
  }

  /** Why a declaration is not taken; nothing has changed. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of mistake it is. */
    public enum Kind {
      UNREADABLE,
      /** A value that cannot be, whatever was said before. */
      WRONG,
      NOT_YOURS,
      NOT_SIGNED,
      OVERTAKEN,
      UNFIT
    }

    private final Kind kind;
    private final transient Sentence why;

    public Refused(Kind kind, String de, String en) {
      super(en);
      this.kind = kind;
      this.why = new Sentence(de, en);
    }

    public Kind kind() {
      return kind;
    }

    public Sentence why() {
      return why;
    }
  }

  /** As read last; see {@link #reread}. */
  public Said said(EmployerId employer) {
    return known.computeIfAbsent(employer, this::read);
  }

  /** Looks again what the store holds and what is pinned. */
  public Said reread(EmployerId employer) {
    Said said = read(employer);
    known.put(employer, said);
    return said;
  }

  private Said read(EmployerId employer) {
    List<Signed> all = store.all(employer);
    Map<Role, Chain> chains = new EnumMap<>(Role.class);
    for (Role side : Matter.BOTH)
      chains.put(side, Chain.of(employer, side, pinned(employer, side), all));
    int signed = chains.values().stream().mapToInt(c -> c.declarations().size()).sum();
    List<Role> behind =
        Matter.BOTH.stream()
            .filter(side -> !chains.get(side).holds(trust.head(employer, side)))
            .sorted()
            .toList();
    return new Said(chains.get(Role.HR), chains.get(Role.COUNCIL), all.size() - signed, behind);
  }

  /** One key for both sides would let one sign for the other: then it is nobody's. */
  private Optional<PublicKey> pinned(EmployerId employer, Role side) {
    Optional<PublicKey> key = trust.pinned(employer, side);
    Role other = side == Role.HR ? Role.COUNCIL : Role.HR;
    return key.equals(trust.pinned(employer, other)) ? Optional.empty() : key;
  }

  /**
   * Reads and checks what a side hands in, without keeping it.
   *
   * @param side of whoever hands it in
   */
  public Declaration check(EmployerId employer, Role side, Signed signed, Instant now) {
    Declaration said = readable(signed);
    if (!said.employer().equals(employer) || said.side() != side)
      throw new Refused(
          Refused.Kind.NOT_YOURS,
          "Diese Erklärung gehört %s bei %s; dieses Konto spricht für %s bei %s."
              .formatted(said.side().key(), said.employer(), side.key(), employer),
          "This declaration is one of %s at %s; this account speaks for %s at %s."
              .formatted(said.side().key(), said.employer(), side.key(), employer));
    Chain chain = reread(employer).of(side);
    PublicKey key = chain.key().orElseThrow(Signatures::noKey);
    if (!key.verifies(signed.text(), signed.signature()))
      throw new Refused(
          Refused.Kind.NOT_SIGNED,
          "Die Unterschrift stammt nicht vom Schlüssel dieser Seite (Fingerabdruck %s)."
              .formatted(key.fingerprint()),
          "The signature is not by this side's key (fingerprint %s).".formatted(key.fingerprint()));
    if (!said.after().equals(chain.head())) throw overtaken();
    if (said.at().isAfter(now.plus(AHEAD)) || said.at().isBefore(now.minus(ON_ITS_WAY)))
      throw new Refused(
          Refused.Kind.UNFIT,
          "Die Erklärung nennt %s; angenommen wird sie bis 30 Tage nach ihrer Zeit und nicht vorher."
              .formatted(said.at()),
          "The declaration says %s; it is taken within 30 days of its time, and not before it."
              .formatted(said.at()));
    return said;
  }

  /** The signature under what a side said, with the key that was its own then. */
  public Optional<Evidence> evidence(Declaration said) {
    List<PublicKey> keys = new ArrayList<>();
    trust.pinned(said.employer(), said.side()).ifPresent(keys::add);
    for (Declaration d : said(said.employer()).of(said.side()).declarations())
      if (d.matter() instanceof Matter.NextKey next) keys.add(next.key());
    String text = said.text();
    for (Signed kept : store.all(said.employer()))
      if (kept.text().equals(text))
        for (PublicKey key : keys)
          if (key.verifies(text, kept.signature()))
            return Optional.of(new Evidence(said, key, kept.signature()));
    return Optional.empty();
  }

  /** Keeps what was checked, with its entry in the audit log. */
  public void keep(Declaration said, Signed signed) {
    PublicKey key = said(said.employer()).of(said.side()).key().orElseThrow(Signatures::noKey);
    audit.together(
        () -> {
          if (!store.append(said, signed)) throw overtaken();
          audit.append(SignedEntry.of(said, key));
          return said;
        });
    trust.advance(said.employer(), said.side(), said.hash());
    reread(said.employer());
  }

  private static Declaration readable(Signed signed) {
    try {
      return Declaration.read(signed.text());
    } catch (IllegalArgumentException e) {
      Sentence why = BadValue.told(e);
      throw new Refused(
          Refused.Kind.UNREADABLE,
          "Das ist keine Erklärung: " + why.de(),
          "This is no declaration: " + why.en());
    }
  }

  private static Refused noKey() {
    return new Refused(
        Refused.Kind.NOT_SIGNED,
        "Für diese Seite ist kein Schlüssel hinterlegt (oder derselbe wie für die andere); die Betriebsanleitung sagt, wie einer hinkommt.",
        "No key is pinned for this side (or the same one as for the other); the operator's manual says how one gets there.");
  }

  private static Refused overtaken() {
    return new Refused(
        Refused.Kind.OVERTAKEN,
        "Diese Seite hat inzwischen etwas anderes erklärt. Bitte neu laden und noch einmal unterschreiben.",
        "This side has declared something else meanwhile. Please reload and sign again.");
  }
}
