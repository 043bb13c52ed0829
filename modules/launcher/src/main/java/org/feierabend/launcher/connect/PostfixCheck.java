package org.feierabend.launcher.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks postconf whether a Postfix is set up as {@link PostfixLines} say. */
public final class PostfixCheck {
  private final List<String> command;

  /**
   * @param configuration another directory than Postfix's own
   */
  public PostfixCheck(Optional<String> configuration) {
    List<String> words = new ArrayList<>(List.of("postconf"));
    configuration.ifPresent(directory -> words.addAll(List.of("-c", directory)));
    command = List.copyOf(words);
  }

  /**
   * One thing that is not as it should be.
   *
   * @param where main.cf, or the service of master.cf
   * @param found what is there; empty: nothing
   */
  public record Difference(String where, String expected, Optional<String> found) {}

  /** Empty when there is no postconf on this machine, or it cannot read its files. */
  public Optional<List<Difference>> differences(PostfixLines lines) {
    if (run("-h", "mail_version").isEmpty()) return Optional.empty();
    List<Difference> all = new ArrayList<>();
    lines
        .main()
        .forEach(
            (name, value) ->
                compare(
                    all, "main.cf", name, value, run("-n", "-h", name).or(() -> run("-h", name))));
    for (PostfixLines.Service service : lines.services()) {
      Optional<String> found = run("-M", service.key());
      if (found.isEmpty()) {
        all.add(new Difference("master.cf", service.fields(), Optional.empty()));
        continue;
      }
      service
          .options()
          .forEach(
              (name, value) ->
                  compare(
                      all,
                      "master.cf " + service.key(),
                      name,
                      value,
                      run("-P", service.key() + "/" + name)
                          .map(l -> l.replaceFirst("^[^=]*= *", ""))));
    }
    return Optional.of(all);
  }

  private static void compare(
      List<Difference> all, String where, String name, String value, Optional<String> found) {
    String is = found.map(f -> f.replaceAll("\\s+", " ").strip()).orElse("");
    if (found.isPresent() && is.equals(value)) return;
    all.add(new Difference(where, name + " = " + value, found.map(f -> is)));
  }

  /** What postconf says; empty when it fails, says nothing or warns that it knows none. */
  private Optional<String> run(String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 && !said.isEmpty()
          ? Optional.of(said.strip())
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted while postconf ran.", e));
    }
  }
}
