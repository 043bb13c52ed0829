package org.feierabend.channels.timerecording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Intake;
import org.feierabend.people.Employer;

/**
 * A folder into which time recording lays files {@code *.csv}. What is read moves to {@code done},
 * or to {@code failed} when a line was bad, with a report beside it; the files themselves are
 * deleted 36 hours later, for nobody's working times are kept longer.
 */
public final class DropFolder {
  static final Duration KEPT = Duration.ofHours(36);
  private static final Duration QUIET = Duration.ofSeconds(3); // somebody may still be writing
  private static final long LARGEST = 32L * 1024 * 1024;

  private final Path folder;
  private final WorkIntake intake;

  public DropFolder(Path folder, Intake intake, LastEvent last) {
    this.folder = folder;
    this.intake = new WorkIntake(intake, last);
  }

  /**
   * @param now by the employer's clock
   * @param wall by the clock of the file system
   */
  public void round(Employer employer, Instant now, Instant wall) {
    try {
      Path done = Files.createDirectories(folder.resolve("done"));
      Path failed = Files.createDirectories(folder.resolve("failed"));
      for (Path file : files(folder))
        if (rested(file, wall, QUIET)) take(employer, file, now, wall);
      for (Path old : List.of(done, failed))
        for (Path file : files(old)) if (rested(file, wall, KEPT)) Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder %s of time recording cannot be used; check its rights.".formatted(folder), e);
    }
  }

  Standing standing() {
    return Files.isWritable(folder)
        ? new Standing.Up(folder.toString())
        : new Standing.Down(folder.toString(), Standing.Trouble.NOT_OPEN);
  }

  private void take(Employer employer, Path file, Instant now, Instant wall) throws IOException {
    String report =
        Files.size(file) > LARGEST
            ? "Zeile 0: höchstens 32 MiB\nline 0: at most 32 MiB\n"
            : intake.take(employer, Files.readAllBytes(file), "/time-recording", now);
    Path to = folder.resolve(WorkIntake.fine(report) ? "done" : "failed");
    String name = file.getFileName().toString();
    Files.writeString(to.resolve(name + ".report.txt"), report, StandardCharsets.UTF_8);
    Files.move(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(to.resolve(name), FileTime.from(wall));
  }

  private static boolean rested(Path file, Instant wall, Duration time) throws IOException {
    return !Files.getLastModifiedTime(file).toInstant().isAfter(wall.minus(time));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> p.getFileName().toString().endsWith(".csv"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
