package org.feierabend.directory;

import org.feierabend.contact.EmployerId;

/** Another system that knows everybody of one employer. */
public interface DirectorySource {
  EmployerId employer();

  /** Everybody, now; throws when it cannot be asked, and then nobody changes. */
  Reading read();
}
