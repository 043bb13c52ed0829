package org.feierabend.push;

import java.util.List;
import java.util.UUID;
import org.feierabend.people.Employer;

/** Who wants to be told in which browser. Erased by the person, and when they leave. */
public interface Subscriptions {
  /** The same browser subscribed again takes its own place. */
  void add(Employer employer, long person, Subscription subscription);

  /** The oldest first. */
  List<Subscription> of(Employer employer, long person);

  /** False when the person has none with that id. */
  boolean remove(Employer employer, long person, UUID id);
}
