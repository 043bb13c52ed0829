package org.feierabend.signature;

import java.util.List;
import org.feierabend.contact.EmployerId;

/** Where declarations are kept, for good: nothing is changed or taken away. */
public interface Declarations {
  /** In the order they came; whoever reads them believes nothing a signature does not say. */
  List<Signed> all(EmployerId employer);

  /** False when that side has said something after the same declaration before. */
  boolean append(Declaration said, Signed signed);
}
