package org.feierabend.timeline;

/**
 * The finite facts of a stretch: all that a rule may know of the time and of the person.
 *
 * @param known false when a fact is missing or in doubt (unknown zone, municipality not in the
 *     list): SILENCE + REVIEW
 * @param inWindow inside an availability window
 * @param sundayOrHoliday a Sunday or a public holiday of the workplace municipality
 * @param tariffDay 24 or 31 December
 * @param dayOff a part-timer's free day
 * @param absent vacation, parental leave, illness, training: no reason is kept
 * @param deputy somebody stands in for the absent person
 * @param onCall on call by roster
 * @param shift a shift runs
 * @param sundayDuty the person holds a duty that allows work on Sundays (ArbZG § 10)
 * @param beamte a civil servant (beamte), not a tariff employee
 * @param minor under 18
 * @param sheltered a protected person (flag {@code PROTECTED}); {@code protected} is a Java keyword
 */
public record StretchKind(
    boolean known,
    boolean inWindow,
    boolean sundayOrHoliday,
    boolean tariffDay,
    boolean dayOff,
    boolean absent,
    boolean deputy,
    boolean onCall,
    boolean shift,
    boolean sundayDuty,
    boolean beamte,
    boolean minor,
    boolean sheltered) {}
