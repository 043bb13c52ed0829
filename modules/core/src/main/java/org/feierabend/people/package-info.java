/** The directory: employers, units, people and their own settings. Nothing about behaviour. */
package org.feierabend.people;
