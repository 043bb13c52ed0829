package org.feierabend.decision;

/**
 * What a rule may know beyond person and contact.
 *
 * @param unitOnCall somebody of the recipient's unit is on call now
 */
public record Surroundings(boolean unitOnCall) {}
