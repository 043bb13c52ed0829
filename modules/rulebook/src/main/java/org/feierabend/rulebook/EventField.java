package org.feierabend.rulebook;

/**
 * What a minimisation rule may know: the name of a field, in lower case, and the type it came with.
 */
public record EventField(String type, String name) {}
