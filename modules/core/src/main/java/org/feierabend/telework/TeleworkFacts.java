package org.feierabend.telework;

/**
 * All that a telework rule may know; computed by Java, so that no rule counts.
 *
 * @param overQuota the quarter's average is over the quota
 * @param tooManyDays more days in the week than agreed
 * @param placeAgreed the place is one of the agreed, or none was said
 * @param shortNotice asked for later than agreed
 * @param outsideTerm before the agreement begins or after it ends, three years at most
 * @param trial inside the trial months
 * @param revoked the day lies behind a revocation
 * @param revocationDoubtful that revocation came after the trial and gives no grounds
 * @param equipped the workplace has its equipment
 * @param riskAssessed its risk assessment is done
 * @param presenceMissed the weekday has presence time
 * @param abroad the share of work done in another state, as a band
 * @param bothSigned both states signed the Framework Agreement, in force on the day
 * @param beamte a civil servant
 */
public record TeleworkFacts(
    boolean overQuota,
    boolean tooManyDays,
    boolean placeAgreed,
    boolean shortNotice,
    boolean outsideTerm,
    boolean trial,
    boolean revoked,
    boolean revocationDoubtful,
    boolean equipped,
    boolean riskAssessed,
    boolean presenceMissed,
    Abroad abroad,
    boolean bothSigned,
    boolean beamte) {}
