/** Begin and end of work from time recording, and nothing else of it. */
package org.feierabend.channels.timerecording;
