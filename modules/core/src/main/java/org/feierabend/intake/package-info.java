/** Events come in, are decided, marked and counted once; weeks open and close. */
package org.feierabend.intake;
