/** The chat server beside us: it asks the decision API, and is told what may go on. */
package org.feierabend.channels.chat;
