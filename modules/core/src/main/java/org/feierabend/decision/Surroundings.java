package org.feierabend.decision;

/**
 * What a rule may know beyond person, time and contact.
 *
 * @param unitOnCall somebody of the recipient's unit is on call now
 * @param slot asked is whether a meeting or shift may lie there, not whether its notice may come
 * @param compensatoryRest a tariff-based agreement books rest cut by a call-out elsewhere (ArbZG §
 *     7 Abs. 2 Nr. 1)
 */
public record Surroundings(boolean unitOnCall, boolean slot, boolean compensatoryRest) {}
