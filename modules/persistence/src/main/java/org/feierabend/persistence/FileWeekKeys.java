package org.feierabend.persistence;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/**
 * One file per open week, {@code <directory>/<employer>/<week>.key}, readable by the owner alone.
 * One instance per directory.
 */
public final class FileWeekKeys implements WeekKeys {
  private static final int KEY_BYTES = 32;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path directory;
  private final SecureRandom random = new SecureRandom();
  private final Map<Path, WeekKey> cache = new ConcurrentHashMap<>();

  /**
   * @param directory such as {@code var/keys}; made when missing
   */
  public FileWeekKeys(Path directory) {
    this.directory = directory;
  }

  @Override
  public WeekKey openOrCreate(EmployerId employer, IsoWeek week) {
    Path file = file(employer, week);
    WeekKey known = cache.get(file);
    if (known != null) return known;
    synchronized (this) {
      return find(employer, week).orElseGet(() -> create(file));
    }
  }

  @Override
  public Optional<WeekKey> find(EmployerId employer, IsoWeek week) {
    Path file = file(employer, week);
    WeekKey known = cache.get(file);
    if (known != null) return Optional.of(known);
    synchronized (this) {
      if (!Files.exists(file)) return Optional.empty();
      return Optional.of(remember(file, read(file)));
    }
  }

  @Override
  public synchronized void destroy(EmployerId employer, IsoWeek week) {
    Path file = file(employer, week);
    cache.remove(file);
    try {
      shred(file);
      shred(unfinished(file));
      if (Files.exists(file.getParent())) force(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key of week %s of '%s' could not be destroyed; free or repair the disk, it is tried again."
              .formatted(week, employer),
          e);
    }
  }

  private WeekKey create(Path file) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Path unfinished = unfinished(file);
    try {
      Files.createDirectories(file.getParent(), OWNER_DIRECTORY);
      shred(unfinished); // left by a crash, never used
      try (FileChannel out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), OWNER_FILE)) {
        writeAll(out, key);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.getParent());
      force(directory);
      return remember(file, key);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No key could be written under %s; check its rights and free space.".formatted(directory),
          e);
    }
  }

  private WeekKey remember(Path file, byte[] bytes) {
    try {
      WeekKey key = new WeekKey(bytes);
      cache.put(file, key);
      return key;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key file %s cannot be read; check its owner.".formatted(file), e);
    }
  }

  private static void shred(Path file) throws IOException {
    if (!Files.exists(file)) return;
    try (FileChannel out = FileChannel.open(file, WRITE)) {
      writeAll(out, new byte[Math.toIntExact(out.size())]);
    }
    Files.delete(file);
  }

  private static void writeAll(FileChannel out, byte[] bytes) throws IOException {
    for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) out.write(rest);
    out.force(true);
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel in = FileChannel.open(directory, READ)) {
      in.force(true);
    }
  }

  private Path file(EmployerId employer, IsoWeek week) {
    return directory.resolve(employer.value()).resolve(week + ".key");
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
