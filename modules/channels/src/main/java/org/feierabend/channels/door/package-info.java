/** What doors beside other servers have in common. */
package org.feierabend.channels.door;
