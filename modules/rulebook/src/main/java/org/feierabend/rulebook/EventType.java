package org.feierabend.rulebook;

/**
 * What a minimisation rule may know of an event before its fields are looked at.
 *
 * @param published whether a schema of this type is published
 */
public record EventType(String name, boolean published) {}
