package org.feierabend.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Who holds a TCP port of this machine. */
final class PortCheck {
  private static final int CONNECT_MILLIS = 300;

  private PortCheck() {}

  /** Ends with a message that names the port, what it is for and who has it, if somebody has. */
  static void requireFree(int port, String purpose) {
    if (free(port)) return;
    String holder =
        holder(port).stream()
            .mapToObj(pid -> " (pid %d%s)".formatted(pid, command(pid)))
            .findFirst()
            .orElse("");
    throw Trouble.of(
        "Port %d for %s is taken%s. Choose another with --port N (N for HTTP, N+1 to N+3 behind it)."
            .formatted(port, purpose, holder),
        "Port %d für %s ist belegt%s. Mit --port N einen anderen wählen (N für HTTP, N+1 bis N+3 dahinter)."
            .formatted(port, purpose, holder));
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The process that listens, where /proc shows it to this user. */
  static OptionalLong holder(int port) {
    Optional<String> inode = Stream.of("tcp", "tcp6").flatMap(f -> inode(f, port)).findFirst();
    if (inode.isEmpty()) return OptionalLong.empty();
    String link = "socket:[" + inode.get() + "]";
    return ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> holds(pid, link))
        .findFirst();
  }

  private static Stream<String> inode(String family, int port) {
    String local = String.format(Locale.ROOT, ":%04X", port);
    try {
      return Files.readAllLines(Path.of("/proc/net", family)).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(f -> f.length > 9 && f[1].endsWith(local) && f[3].equals("0A"))
          .map(f -> f[9]);
    } catch (IOException noProc) {
      return Stream.empty();
    }
  }

  private static boolean holds(long pid, String link) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.anyMatch(fd -> link.equals(target(fd)));
    } catch (IOException | java.io.UncheckedIOException notOurs) {
      return false;
    }
  }

  private static String target(Path fd) {
    try {
      return Files.readSymbolicLink(fd).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static String command(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> ", " + Path.of(command).getFileName())
        .orElse("");
  }
}
