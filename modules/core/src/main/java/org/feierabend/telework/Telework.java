package org.feierabend.telework;

/** The telework rules, asked about one day. */
public interface Telework {
  TeleworkVerdict judge(TeleworkRequest request);
}
