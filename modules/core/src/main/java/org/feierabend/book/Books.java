package org.feierabend.book;

/** The rule book in force. */
public interface Books {
  Book book();
}
