package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Where things are: the checkout and the state directory below it.
 *
 * @param root the checkout: rules/, config/, docs/, modules/
 * @param var the state directory, readable by its owner alone
 */
public record Home(Path root, Path var) {
  public Home {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(var, "var");
    if (!root.isAbsolute() || !var.isAbsolute())
      throw new IllegalArgumentException(
          "Home needs absolute directories, but got %s and %s.".formatted(root, var));
  }

  /** The home of a checkout, its state where {@code feierabend.var} says, else in var/. */
  public static Home at(Path root) {
    Path checkout = root.toAbsolutePath().normalize();
    Path var = Settings.of(checkout).get("feierabend.var").map(Path::of).orElse(Path.of("var"));
    return new Home(checkout, checkout.resolve(var).normalize());
  }

  public Path config() {
    return root.resolve("config");
  }

  public Path log(String name) {
    return folder("log").resolve(name + ".log");
  }

  public Path run(String name) {
    return folder("run").resolve(name);
  }

  public Path secret(String name) {
    return folder("secrets").resolve(name);
  }

  /** A directory of the state, made with mode 0700 where it is missing. */
  public Path folder(String name) {
    Path folder = var.resolve(name);
    try {
      return Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot make the directory %s; does another user own %s?".formatted(folder, var), e);
    }
  }
}
