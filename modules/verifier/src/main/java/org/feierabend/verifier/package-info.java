/**
 * The works council's own checker of a ledger. Shares no code with the rest of Feierabend, on
 * purpose: the same mistake should have to be made twice.
 */
package org.feierabend.verifier;
