/** The command line, and the three servers it starts and keeps on one machine. */
package org.feierabend.launcher;
