package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Root therefore enters a user namespace, in which it is nobody
 * and still owns its files; where the machine forbids that (as many containers do), the data go to
 * the user nobody.
 *
 * @param prefix what stands before a PostgreSQL command
 * @param owner numeric owner of the data directory, or -1 to leave it
 */
record Rights(List<String> prefix, int owner) {
  static final int NOBODY = 65534;

  Rights {
    prefix = List.copyOf(prefix);
  }

  /** initdb also refuses a user without a name, which a container may well run as. */
  static Rights ofThisUser() {
    boolean root = root();
    if (!root && Processes.succeeds("id", "-un")) return new Rights(List.of(), -1);
    if (Processes.succeeds("unshare", "-U", "true"))
      return new Rights(List.of("unshare", "-U"), -1);
    return root ? nobody() : new Rights(List.of(), -1);
  }

  static Rights nobody() {
    if (!Processes.succeeds("setpriv", "--reuid=" + NOBODY, "--clear-groups", "true"))
      throw Trouble.of(
          "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here."
              + " Run ./feierabend as another user or name an external PostgreSQL.",
          "PostgreSQL läuft nicht als root, und weder unshare noch setpriv geht hier."
              + " ./feierabend als anderer Benutzer starten oder ein externes PostgreSQL nennen.");
    return new Rights(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
  }

  /** Gives a directory of the state to whom PostgreSQL runs as. */
  void own(Path folder, Path var) {
    if (owner < 0) return;
    letPass(folder, var);
    try (Stream<Path> files = Files.walk(folder)) {
      if (Integer.valueOf(owner).equals(Files.getAttribute(folder, "unix:uid"))) return;
      for (Path file : (Iterable<Path>) files::iterator)
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give %s to user %d".formatted(folder, owner), e);
    }
  }

  /** Lets whom PostgreSQL runs as pass through the state; what is above it is not ours to open. */
  void letPass(Path folder, Path var) {
    if (owner < 0) return;
    for (Path up = folder.getParent(); up.startsWith(var); up = up.getParent()) open(up);
    for (Path up = folder.getParent(); up != null; up = up.getParent())
      if (!Processes.succeeds(through("test", "-x", up.toString()))) throw closed(up);
  }

  private static void open(Path folder) {
    try {
      Set<PosixFilePermission> modes = new HashSet<>(Files.getPosixFilePermissions(folder));
      modes.addAll(Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
      Files.setPosixFilePermissions(folder, modes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open %s for PostgreSQL".formatted(folder), e);
    }
  }

  private static Trouble closed(Path folder) {
    return Trouble.of(
        "PostgreSQL runs as nobody here and cannot pass through %s. Set FEIERABEND_VAR to a directory everybody may enter."
            .formatted(folder),
        "PostgreSQL läuft hier als nobody und kommt nicht durch %s. FEIERABEND_VAR auf ein Verzeichnis setzen, das alle betreten dürfen."
            .formatted(folder));
  }

  private String[] through(String... command) {
    return Stream.concat(prefix.stream(), Stream.of(command)).toArray(String[]::new);
  }

  private static boolean root() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException noUnix) {
      return false;
    }
  }
}
