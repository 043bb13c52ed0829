/**
 * The door for mail: a mail server asks for every recipient of every mail, by envelope alone, and
 * does what it is told.
 */
package org.feierabend.channels.mail;
