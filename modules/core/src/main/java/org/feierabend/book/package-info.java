/** The rule book as people read it: sentences, articles, examples and dated numbers. */
package org.feierabend.book;
