/**
 * Calendars, in and out: free times as iCalendar, and calendars of others of which times alone come
 * in. What is no time has no object to go into: it is dropped byte by byte before anything is
 * parsed.
 */
package org.feierabend.channels.calendar;
