package org.feierabend.channels.scim;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a resource a value stands: {@code emails.value}, or with a schema's urn in front.
 *
 * @param extension urn of the extension it lies in; empty for the core schema
 * @param attribute as the client wrote it
 */
record AttributePath(String extension, String attribute, Optional<String> part) {
  private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern URN =
      Pattern.compile("(?i)(urn:[a-z0-9:.\\-]+:2\\.0:[A-Za-z]+)(?::(.*))?");

  static AttributePath read(String text, Schema schema) {
    String rest = text;
    String extension = "";
    Matcher urn = URN.matcher(text);
    if (urn.matches()) {
      rest = urn.group(2) == null ? "" : urn.group(2);
      extension = extension(urn.group(1), schema);
    }
    if (rest.isEmpty() && !extension.isEmpty())
      return new AttributePath(extension, "", Optional.empty());
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    Optional<String> part = dot < 0 ? Optional.empty() : Optional.of(rest.substring(dot + 1));
    if (!NAME.matcher(name).matches() || part.filter(p -> !NAME.matcher(p).matches()).isPresent())
      throw ScimError.path("'%s' is no attribute path; one is like emails.value.".formatted(text));
    return new AttributePath(extension, name, part);
  }

  private static String extension(String urn, Schema schema) {
    if (urn.equalsIgnoreCase(schema.urn())) return "";
    return schema.extension().keySet().stream()
        .filter(e -> e.equalsIgnoreCase(urn))
        .findFirst()
        .orElseThrow(
            () ->
                ScimError.path(
                    "The schema '%s' is not one of a %s."
                        .formatted(urn, schema.name().toLowerCase(Locale.ROOT))));
  }

  /** The definition; empty for what is not kept, or not known. */
  Optional<Attribute> definition(Schema schema) {
    return extension.isEmpty()
        ? schema.attribute(attribute)
        : Schema.find(schema.extension().get(extension), attribute);
  }
}
