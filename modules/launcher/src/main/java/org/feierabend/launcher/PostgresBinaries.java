package org.feierabend.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs from the class path, once per version. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The directory with bin/, lib/ and share/. */
  static Path in(Path cache) {
    String archive = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (packed == null || !System.getProperty("os.name").equals("Linux"))
        throw Trouble.of(
            "There is no embedded PostgreSQL for %s on %s. Name an external one in config/feierabend.properties."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
            "Es gibt kein eingebettetes PostgreSQL für %s auf %s. In config/feierabend.properties ein externes nennen."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      Path folder = cache.resolve("postgresql-" + version(archive));
      if (Files.exists(folder)) return folder;
      Path draft = Files.createTempDirectory(cache, "unpacking-");
      unpack(packed, draft);
      Files.setPosixFilePermissions(
          draft, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + cache, e);
    }
  }

  private static String version(String archive) {
    String url = String.valueOf(PostgresBinaries.class.getResource(archive));
    Matcher jar = Pattern.compile("-(\\d[\\w.]*)\\.jar!").matcher(url);
    return jar.find() ? jar.group(1) : "unknown";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name;
    };
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) throw new IOException("Strange path " + entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        else {
          Files.copy(tar, target);
          Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> all = new HashSet<>();
    PosixFilePermission[] order = PosixFilePermission.values();
    for (int bit = 0; bit < 9; bit++) if ((mode >> (8 - bit) & 1) == 1) all.add(order[bit]);
    return all;
  }
}
