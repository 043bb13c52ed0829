package org.feierabend.channels.http;

import java.net.URI;
import java.util.Optional;

/** Where others reach us; empty: wherever a request says it came to. */
@FunctionalInterface
public interface PublicAddress {
  Optional<URI> uri();
}
