package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

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

  static Rights ofThisUser() {
    if (!root()) return new Rights(List.of(), -1);
    if (Processes.succeeds("unshare", "-U", "true"))
      return new Rights(List.of("unshare", "-U"), -1);
    return nobody();
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

  /** Gives a directory to whom PostgreSQL runs as; its parents must let that user pass. */
  void own(Path folder) {
    if (owner < 0) return;
    try {
      for (Path up = folder.getParent(); up != null; up = up.getParent())
        if (!Processes.succeeds(through(List.of("test", "-x", up.toString()))) && !opened(up))
          throw Trouble.of(
              "PostgreSQL runs as nobody here and cannot pass through %s. Set FEIERABEND_VAR to a directory everybody may enter."
                  .formatted(up),
              "PostgreSQL läuft hier als nobody und kommt nicht durch %s. FEIERABEND_VAR auf ein Verzeichnis setzen, das alle betreten dürfen."
                  .formatted(up));
      try (var files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files::iterator)
          Files.setAttribute(file, "unix:uid", owner);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give %s to user %d".formatted(folder, owner), e);
    }
  }

  private boolean opened(Path folder) throws IOException {
    if (!folder.getFileName().toString().equals("var")) return false;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return Processes.succeeds(through(List.of("test", "-x", folder.toString())));
  }

  private String[] through(List<String> command) {
    return java.util.stream.Stream.concat(prefix.stream(), command.stream()).toArray(String[]::new);
  }

  private static boolean root() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException noUnix) {
      return false;
    }
  }
}
