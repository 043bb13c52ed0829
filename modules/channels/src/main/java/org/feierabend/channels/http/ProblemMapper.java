package org.feierabend.channels.http;

import jakarta.ws.rs.ext.Provider;

/** Errors that no nearer mapper takes. */
@Provider
public class ProblemMapper extends ErrorMapper<Throwable> {}
