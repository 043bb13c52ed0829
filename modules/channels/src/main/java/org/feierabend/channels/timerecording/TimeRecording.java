package org.feierabend.channels.timerecording;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.people.Employer;

/**
 * Both ways in for working times, as one door: a folder and an address, each off until it is set.
 */
public final class TimeRecording implements Door {
  private final Optional<EmployerId> employer;
  private final LastEvent last = new LastEvent();
  private final Optional<DropFolder> folder;
  private final Optional<WorkPull> pull;

  public TimeRecording(
      Optional<EmployerId> employer,
      Function<LastEvent, Optional<DropFolder>> folder,
      Function<LastEvent, Optional<WorkPull>> pull) {
    this.employer = employer;
    this.folder = folder.apply(last);
    this.pull = pull.apply(last);
    if (employer.isEmpty() && (this.folder.isPresent() || this.pull.isPresent()))
      throw new IllegalStateException(
          "Whose working times are these? Set feierabend.time-recording.employer.");
  }

  public boolean configured() {
    return folder.isPresent() || pull.isPresent();
  }

  /** One way in trouble does not hold up the other. */
  public void round(Employer of, Instant now, Instant wall) {
    if (employer.filter(of.id()::equals).isEmpty()) return;
    try {
      folder.ifPresent(f -> f.round(of, now, wall));
    } finally {
      pull.ifPresent(p -> p.round(of, now, wall));
    }
  }

  @Override
  public String name() {
    return "time-recording";
  }

  @Override
  public Optional<Channel> channel() {
    return Optional.empty();
  }

  @Override
  public Optional<EmployerId> employer() {
    return configured() ? employer : Optional.empty();
  }

  /** The first that is in trouble, else the first there is. */
  @Override
  public Standing standing() {
    Standing folders = folder.map(DropFolder::standing).orElseGet(Standing.Off::new);
    Standing pulls = pull.map(WorkPull::standing).orElseGet(Standing.Off::new);
    if (folders instanceof Standing.Down || pulls instanceof Standing.Off) return folders;
    return pulls instanceof Standing.Down || folders instanceof Standing.Off ? pulls : folders;
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }
}
