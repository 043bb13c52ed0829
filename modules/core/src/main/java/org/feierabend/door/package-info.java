/**
 * The servers people already run, beside which the engine decides: what the operator sees of them.
 */
package org.feierabend.door;
