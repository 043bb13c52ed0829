package org.feierabend.channels.http;

/** A record that goes out as JSON under its wire names, written by {@link JsonBodies} alone. */
public interface View {}
