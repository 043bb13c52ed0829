/** What HR and the works council say under a signature, and whose key it takes. */
package org.feierabend.signature;
