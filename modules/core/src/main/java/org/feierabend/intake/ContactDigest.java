package org.feierabend.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What waited for one person and one instant, handed over at once and in the order it came, so that
 * Monday 07:00 is no avalanche.
 */
public record ContactDigest(Instant until, List<Released> contacts) {
  /**
   * @param outcome what became of it when it was decided anew: it notifies (DELIVER), lands
   *     (SILENCE), or goes to somebody else (ROUTE)
   */
  public record Released(Deferral deferral, String outcome) {}

  public ContactDigest {
    contacts = List.copyOf(contacts);
    if (contacts.isEmpty())
      throw new IllegalArgumentException("A digest holds at least one contact, but got none.");
  }

  /**
   * Key of this hand-over: the contact's own where it is one, else a hash of all, so that another
   * composition has another key. 16 bytes.
   */
  public byte[] id() {
    if (contacts.size() == 1) return contacts.get(0).deferral().id();
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Released r : contacts) hash.update(ByteBuffer.wrap(r.deferral().id()));
      return Arrays.copyOf(hash.digest(), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
