/** The WAR: settings, wiring, start and stop, health. */
package org.feierabend.server;
