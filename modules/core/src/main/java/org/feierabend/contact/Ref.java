package org.feierabend.contact;

/**
 * What makes a contact countable once: CloudEvents source and id, or a mail door and queue id.
 * Opaque to us.
 */
public record Ref(String source, String id) {
  public Ref {
    if (source == null || source.isBlank() || source.length() > 512)
      throw new IllegalArgumentException("A ref needs a source of 1 to 512 characters.");
    if (id == null || id.isBlank() || id.length() > 256)
      throw new IllegalArgumentException("A ref needs an id of 1 to 256 characters.");
  }
}
