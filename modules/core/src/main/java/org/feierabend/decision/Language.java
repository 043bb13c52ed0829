package org.feierabend.decision;

/** The languages every text for people exists in. */
public enum Language {
  DE,
  EN
}
