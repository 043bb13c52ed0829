package org.feierabend.contact;

/** The door a contact comes through. */
public enum Channel {
  MAIL,
  CHAT,
  CALL,
  CALENDAR
}
