/** Times others may plan with, and the secret addresses they are read at. */
package org.feierabend.calendar;
