package org.feierabend.telework;

/** What people may or have to do; a hint never changes the verdict. */
public enum Hint {
  /** Somebody looks at it. */
  REVIEW,
  /** More than the agreement allows may be asked for by the exception path. */
  EXCEPTION,
  /** Presence time is missed; told to the person alone. */
  PRESENCE,
  /** Inside the trial months, in which either side may end the agreement. */
  TRIAL,
  /** The ordinary A1 certificate is enough. */
  A1,
  /** The employer's state stays competent on request, under the Framework Agreement. */
  A1_ON_REQUEST,
  /** Only an individual agreement of both states helps (EC 883/2004 Art. 16). */
  INDIVIDUAL_AGREEMENT,
  /** Tax and right of residence are other questions, which nobody has decided here. */
  TAX_AND_RESIDENCE
}
