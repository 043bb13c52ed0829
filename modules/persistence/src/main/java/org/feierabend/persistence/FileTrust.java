package org.feierabend.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.PublicKey;
import org.feierabend.signature.Trust;

/**
 * Keys in files: {@code <folder>/<employer>/hr.pub} and {@code council.pub}, beside each the hash
 * of the last declaration seen. An employer with a folder lives by signed editions alone, whatever
 * the database says of it.
 */
public final class FileTrust implements Trust {
  private final Path folder;
  private final Set<EmployerId> governed = ConcurrentHashMap.newKeySet();

  public FileTrust(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean governs(EmployerId employer) {
    if (governed.contains(employer)) return true;
    if (!Files.isDirectory(of(employer))) return false;
    governed.add(employer);
    return true;
  }

  @Override
  public void govern(EmployerId employer) {
    if (governs(employer)) return;
    try {
      Files.createDirectories(of(employer));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Optional<PublicKey> pinned(EmployerId employer, Role side) {
    return read(file(employer, side, ".pub")).map(PublicKey::ofPem);
  }

  @Override
  public boolean pin(EmployerId employer, Role side, PublicKey key) {
    govern(employer);
    try {
      Files.writeString(
          file(employer, side, ".pub"),
          key.pem(),
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.SYNC,
          StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException pinned) {
      return false;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public String head(EmployerId employer, Role side) {
    return read(file(employer, side, ".head")).map(String::strip).orElse(Declaration.FIRST);
  }

  @Override
  public void advance(EmployerId employer, Role side, String head) {
    Path file = file(employer, side, ".head");
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(
          next,
          head + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.SYNC,
          StandardOpenOption.WRITE);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII))
          : Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Path of(EmployerId employer) {
    return folder.resolve(employer.value());
  }

  private Path file(EmployerId employer, Role side, String ending) {
    return of(employer).resolve(side.key() + ending);
  }

  private UncheckedIOException unusable(IOException e) {
    return new UncheckedIOException(
        "The keys below %s cannot be used; is it readable and writable?".formatted(folder), e);
  }
}
