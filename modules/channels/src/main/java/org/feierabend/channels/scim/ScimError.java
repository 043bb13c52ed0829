package org.feierabend.channels.scim;

/** A request that cannot be served, in SCIM's words (RFC 7644, section 3.12). */
final class ScimError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;

  /** Such as {@code invalidFilter}; empty where the RFC has no word. */
  final String scimType;

  private ScimError(int status, String scimType, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.scimType = scimType;
  }

  static ScimError filter(String detail) {
    return new ScimError(400, "invalidFilter", detail);
  }

  static ScimError path(String detail) {
    return new ScimError(400, "invalidPath", detail);
  }

  static ScimError noTarget(String detail) {
    return new ScimError(400, "noTarget", detail);
  }

  static ScimError value(String detail) {
    return new ScimError(400, "invalidValue", detail);
  }

  static ScimError syntax(String detail) {
    return new ScimError(400, "invalidSyntax", detail);
  }

  static ScimError mutability(String detail) {
    return new ScimError(400, "mutability", detail);
  }

  static ScimError taken(String detail) {
    return new ScimError(409, "uniqueness", detail);
  }

  static ScimError of(int status, String detail) {
    return new ScimError(status, "", detail);
  }

  static ScimError notFound(String id) {
    return of(404, "There is no resource %s here.".formatted(id));
  }
}
