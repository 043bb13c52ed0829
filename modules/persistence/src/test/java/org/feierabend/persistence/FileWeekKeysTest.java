package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWeekKeysTest {
  private static final EmployerId CITY = new EmployerId("city");
  private static final PersonId ANNA = new PersonId("anna");
  @TempDir Path directory;

  @Test
  void a_key_file_is_readable_by_its_owner_alone() throws IOException {
    Path keys = directory.resolve("keys");
    new FileWeekKeys(keys).openOrCreate(CITY, WEEK);
    Path file = keys.resolve("city/2026-W05.key");
    assertEquals(32, Files.size(file));
    assertEquals("rw-------", mode(file));
    assertEquals("rwx------", mode(file.getParent()));
    assertEquals("rwx------", mode(keys));
    try (var files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_key_is_made_once_and_found_after_a_restart() {
    FileWeekKeys keys = new FileWeekKeys(directory);
    assertTrue(keys.find(CITY, WEEK).isEmpty());
    byte[] anna = keys.openOrCreate(CITY, WEEK).pseudonym(ANNA);
    assertSame(keys.openOrCreate(CITY, WEEK), keys.find(CITY, WEEK).orElseThrow());
    FileWeekKeys restarted = new FileWeekKeys(directory);
    assertArrayEquals(anna, restarted.openOrCreate(CITY, WEEK).pseudonym(ANNA));
    assertFalse(Arrays.equals(anna, restarted.openOrCreate(CITY, WEEK.next()).pseudonym(ANNA)));
  }

  @Test
  void a_destroyed_key_is_gone_from_disk_and_memory() throws IOException {
    FileWeekKeys keys = new FileWeekKeys(directory);
    var key = keys.openOrCreate(CITY, WEEK);
    Path file = directory.resolve("city/2026-W05.key");
    Path second = Files.createLink(directory.resolve("second-name"), file);
    keys.destroy(CITY, WEEK);
    keys.destroy(CITY, WEEK); // no error
    assertFalse(Files.exists(file));
    assertArrayEquals(new byte[32], Files.readAllBytes(second)); // overwritten, not just unlinked
    assertTrue(keys.find(CITY, WEEK).isEmpty());
    assertNotSame(key, keys.openOrCreate(CITY, WEEK));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
