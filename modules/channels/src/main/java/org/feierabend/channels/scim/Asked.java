package org.feierabend.channels.scim;

import jakarta.ws.rs.QueryParam;

/** What the address of a request asks for (RFC 7644, sections 3.4.2 and 3.9). */
public class Asked {
  @QueryParam("filter")
  String filter;

  @QueryParam("sortBy")
  String sortBy;

  @QueryParam("sortOrder")
  String sortOrder;

  @QueryParam("startIndex")
  String startIndex;

  @QueryParam("count")
  String count;

  @QueryParam("attributes")
  String attributes;

  @QueryParam("excludedAttributes")
  String excluded;

  Query query(Schema schema) {
    return Query.of(
        schema,
        filter,
        sortBy,
        sortOrder,
        whole("startIndex", startIndex),
        whole("count", count),
        projection(schema));
  }

  Projection projection(Schema schema) {
    return Projection.of(schema, attributes, excluded);
  }

  private static Integer whole(String name, String text) {
    if (text == null || text.isBlank()) return null; // as if it were not there
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw ScimError.value("'%s' is a whole number, but got '%s'.".formatted(name, text));
    }
  }
}
