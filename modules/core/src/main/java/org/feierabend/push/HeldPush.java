package org.feierabend.push;

import java.time.Instant;
import java.util.Objects;

/**
 * What one device is to be told when its person's window opens: the last of what came, which stands
 * for all. No text is in it.
 *
 * @param person number of the person
 * @param device digest of the device's key
 * @param notification as it will be sent
 * @param events how many came
 * @param until when it is looked at again
 */
public record HeldPush(long person, byte[] device, String notification, int events, Instant until) {
  public HeldPush {
    Objects.requireNonNull(notification, "notification");
    Objects.requireNonNull(until, "until");
    if (events < 1)
      throw new IllegalArgumentException(
          "A push holds at least one event, not %d.".formatted(events));
    device = device.clone();
  }

  @Override
  public byte[] device() {
    return device.clone();
  }

  /** The same, looked at later. */
  public HeldPush until(Instant later) {
    return new HeldPush(person, device, notification, events, later);
  }

  @Override
  public String toString() {
    return "HeldPush(… until " + until + ")"; // the notification names a device
  }
}
