package org.feierabend.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.audit.Who;
import org.feierabend.people.Employer;

/** Follows a source in rounds, and remembers what the last round did. */
public final class Sync {
  private final DirectorySource source;
  private final Import imports;
  private final int mostLeaving;
  private final Duration every;
  private volatile Optional<Round> last = Optional.empty();
  private volatile Instant tried = Instant.MIN;

  /**
   * @param mostLeaving per cent of the people who may leave because the source does not name them
   */
  public Sync(DirectorySource source, Import imports, int mostLeaving, Duration every) {
    this.source = Objects.requireNonNull(source, "source");
    this.imports = Objects.requireNonNull(imports, "imports");
    this.mostLeaving = mostLeaving;
    this.every = Objects.requireNonNull(every, "every");
  }

  /**
   * What a round did.
   *
   * @param account with complaints: then nothing changed
   */
  public record Round(Instant at, Account account) {}

  /** Nothing before the time has come; a source that is away is asked again when it next has. */
  public void round(Employer employer, Instant now) {
    if (!follows(employer) || now.isBefore(due())) return;
    tried = now;
    now(employer, Who.SERVER, now);
  }

  /**
   * @param who the server when its round has come, or whoever asks for one at once
   */
  public Account now(Employer employer, Who who, Instant now) {
    Account account = imports.apply(employer, source.read(), mostLeaving, who, now);
    last = Optional.of(new Round(now, account));
    return account;
  }

  public Account preview(Employer employer) {
    return imports.preview(employer, source.read(), mostLeaving);
  }

  public boolean follows(Employer employer) {
    return source.employer().equals(employer.id());
  }

  public Optional<Round> last() {
    return last;
  }

  private Instant due() {
    return tried.equals(Instant.MIN) ? tried : tried.plus(every);
  }
}
