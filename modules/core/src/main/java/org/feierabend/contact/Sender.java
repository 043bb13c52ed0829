package org.feierabend.contact;

/** The sender's role towards the recipient; never who. */
public enum Sender {
  COLLEAGUE,
  MANAGER,
  SELF,
  CITIZEN,
  SYSTEM,
  COUNCIL
}
