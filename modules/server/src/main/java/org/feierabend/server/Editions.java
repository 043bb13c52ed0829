package org.feierabend.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.feierabend.book.Proposals.Refused;
import org.feierabend.intake.StoreAway;
import org.feierabend.rulebook.Unreadable;

/** Bundles as folders, compiled once; the checkout's own rules are one of them. One at a time. */
final class Editions {
  private static final System.Logger LOG = System.getLogger(Editions.class.getName());

  private final Rules checkout;
  private final Path folder;
  private final Function<String, Optional<byte[]>> zips;
  private final Map<String, Rules> compiled = new HashMap<>();
  private final Map<String, Failure> broken = new HashMap<>();

  /**
   * @param passing the disk or the database did not answer, so it is tried again when asked
   */
  private record Failure(String reason, boolean passing) {}

  /**
   * @param folder where bundles are unpacked
   * @param zips the bytes of an edition that was kept
   */
  Editions(Rules checkout, Path folder, Function<String, Optional<byte[]>> zips) {
    this.checkout = checkout;
    this.folder = folder;
    this.zips = zips;
  }

  /** Why editions that were kept cannot be compiled. */
  Map<String, String> broken() {
    Map<String, String> reasons = new HashMap<>();
    broken.forEach((edition, failure) -> reasons.put(edition, failure.reason()));
    return reasons;
  }

  /** Empty: it cannot be compiled now, which is logged once. */
  Optional<Rules> of(String edition) {
    if (checkout.book.edition().equals(edition)) return Optional.of(checkout);
    Rules known = compiled.get(edition);
    if (known != null) return Optional.of(known);
    Failure before = broken.get(edition);
    if (before != null && !before.passing()) return Optional.empty();
    try {
      Path home = folder.resolve(edition);
      if (!Files.exists(home)) unpack(zips.apply(edition).orElseThrow(), home);
      Rules rules = new Rules(home);
      if (!rules.book.edition().equals(edition))
        throw new IllegalStateException(
            "the files in %s are not those that were approved".formatted(home));
      compiled.put(edition, rules);
      broken.remove(edition);
      return Optional.of(rules);
    } catch (RuntimeException e) {
      boolean passing = e instanceof StoreAway || e.getCause() instanceof IOException;
      Failure now = new Failure(String.valueOf(e.getMessage()), passing);
      if (!now.equals(broken.put(edition, now)))
        LOG.log(Level.ERROR, "The approved rule book " + edition + " stays out of force.", e);
      return Optional.empty();
    }
  }

  private void unpack(byte[] zip, Path home) {
    Path draft = folder.resolve("draft-" + UUID.randomUUID());
    try {
      Bundle.unpack(zip, draft, checkout.home);
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("A rule book cannot be put into " + home, e);
    } finally {
      Bundle.delete(draft);
    }
  }

  /**
   * Unpacks, reads, compiles and tries a bundle against its own scenarios.
   *
   * @return its edition
   * @throws Refused with file, line and reason where the file says so
   */
  String tried(byte[] zip) {
    Path draft = folder.resolve("draft-" + UUID.randomUUID());
    try {
      Bundle.unpack(zip, draft, checkout.home);
      Rules rules = new Rules(draft);
      Optional<String> failed = rules.failedScenarios();
      if (failed.isPresent()) throw new Refused("Its own scenarios fail:\n" + failed.get());
      Path home = folder.resolve(rules.book.edition());
      if (!Files.exists(home)) Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
      return rules.book.edition();
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle cannot be put into " + folder, e);
    } catch (Refused | Unreadable | IllegalArgumentException | IllegalStateException wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()).replace(draft + "/", ""));
    } finally {
      Bundle.delete(draft);
    }
  }
}
