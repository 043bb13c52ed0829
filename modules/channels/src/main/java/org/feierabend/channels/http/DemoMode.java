package org.feierabend.channels.http;

/** Whether this instance was started as a demo; what only a demo may do asks here. */
@FunctionalInterface
public interface DemoMode {
  boolean allowed();
}
