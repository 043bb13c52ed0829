/** What becomes of a contact, and why. */
package org.feierabend.decision;
