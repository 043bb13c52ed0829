/** Telework: the signed terms, a requested day under them, and the verdict. */
package org.feierabend.telework;
