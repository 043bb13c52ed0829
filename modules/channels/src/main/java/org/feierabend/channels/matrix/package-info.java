/**
 * A Matrix push gateway in front of a real one: pushes wait while their reader rests. Built to the
 * Push Gateway API and tested against it; no real gateway was asked.
 */
package org.feierabend.channels.matrix;
