/** What an administrator of another server has to enter there, and whether it is entered. */
package org.feierabend.launcher.connect;
