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
 * @param deputy an available deputy exists
 * @param onCall on call by roster
 * @param shift a shift runs
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
    boolean shift) {}
