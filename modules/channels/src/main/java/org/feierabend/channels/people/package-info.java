/** Where people and units come from: files and directory servers. Names are dropped here. */
package org.feierabend.channels.people;
