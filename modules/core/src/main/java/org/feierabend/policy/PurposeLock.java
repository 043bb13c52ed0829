package org.feierabend.policy;

/** The purpose is bound: whether figures may be asked for at all, before any are looked up. */
public interface PurposeLock {
  /** REFUSE, with the rule that says so, or KEEP. */
  Minimisation.Verdict judge(FigureRequest request);
}
