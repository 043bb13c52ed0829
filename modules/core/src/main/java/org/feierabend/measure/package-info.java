/**
 * Measures: what HR and works council agree to do about a figure, and what the releases say of it.
 */
package org.feierabend.measure;
