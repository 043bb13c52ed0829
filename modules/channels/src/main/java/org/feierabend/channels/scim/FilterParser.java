package org.feierabend.channels.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.channels.http.Json;
import org.feierabend.channels.scim.Filter.Operator;

/** Reads filters: {@code not} binds closer than {@code and}, and that closer than {@code or}. */
final class FilterParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[()\\[\\]]|[^\\s()\\[\\]\"]+)");
  private static final int DEEPEST = 50;

  private final Schema schema;
  private final List<String> tokens = new ArrayList<>();
  private final Optional<Attribute> within;
  private int at;
  private int depth;

  private FilterParser(String text, Schema schema, Optional<Attribute> within) {
    this.schema = schema;
    this.within = within;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank())
      throw ScimError.filter(
          "The filter cannot be read from '%s' on.".formatted(text.substring(end).strip()));
  }

  static Filter read(String text, Schema schema) {
    return whole(new FilterParser(text, schema, Optional.empty()));
  }

  /** A condition between brackets, about one value of a list. */
  static Filter within(String text, Schema schema, Attribute list) {
    return whole(new FilterParser(text, schema, Optional.of(list)));
  }

  private static Filter whole(FilterParser parser) {
    Filter filter = parser.or(parser.within);
    if (parser.at < parser.tokens.size())
      throw ScimError.filter(
          "The filter has '%s' where it should end; join conditions with 'and' or 'or'."
              .formatted(parser.tokens.get(parser.at)));
    return filter;
  }

  private Filter or(Optional<Attribute> list) {
    if (++depth > DEEPEST) throw ScimError.filter("The filter is nested too deeply.");
    Filter left = and(list);
    while (word("or")) left = new Filter.Or(left, and(list));
    depth--;
    return left;
  }

  private Filter and(Optional<Attribute> list) {
    Filter left = one(list);
    while (word("and")) left = new Filter.And(left, one(list));
    return left;
  }

  private Filter one(Optional<Attribute> list) {
    if (word("not")) {
      expect("(");
      Filter inner = or(list);
      expect(")");
      return new Filter.Not(inner);
    }
    if (word("(")) {
      Filter inner = or(list);
      expect(")");
      return inner;
    }
    return condition(list);
  }

  private Filter condition(Optional<Attribute> list) {
    String name = next("an attribute");
    AttributePath path = path(name);
    if (word("[")) {
      if (list.isPresent()) throw ScimError.filter("A value filter holds no other value filter.");
      Filter inner = or(path.definition(schema).or(() -> Optional.of(Attribute.list(name, ""))));
      expect("]");
      return new Filter.Among(path, inner);
    }
    Operator operator = operator(next("an operator"));
    boolean exact = exact(path, list);
    if (operator == Operator.PR)
      return new Filter.Compare(path, operator, Json.MAPPER.nullNode(), exact);
    JsonNode value = value(next("a value"));
    if (value.isBoolean() && operator != Operator.EQ && operator != Operator.NE)
      throw ScimError.filter(
          "'%s' does not compare true and false; use eq or ne.".formatted(operator));
    return new Filter.Compare(path, operator, value, exact);
  }

  private AttributePath path(String name) {
    try {
      return AttributePath.read(name, schema);
    } catch (ScimError e) {
      throw ScimError.filter(e.getMessage());
    }
  }

  private boolean exact(AttributePath path, Optional<Attribute> list) {
    Optional<Attribute> found =
        list.isPresent() ? list.get().part(path.attribute()) : path.definition(schema);
    String part = path.part().orElse("value");
    return found
        .map(
            a ->
                a.type().equals("complex")
                    ? a.part(part).map(Attribute::caseExact).orElse(false)
                    : a.caseExact())
        .orElse(false);
  }

  private static Operator operator(String word) {
    try {
      return Operator.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ScimError.filter(
          "'%s' is no operator; there are eq, ne, co, sw, ew, gt, ge, lt, le and pr."
              .formatted(word));
    }
  }

  private static JsonNode value(String token) {
    try {
      JsonNode value = Json.MAPPER.readTree(token);
      if (value.isValueNode()) return value;
    } catch (JsonProcessingException noJson) {
      throw notAValue(token);
    }
    throw notAValue(token);
  }

  private static ScimError notAValue(String token) {
    return ScimError.filter(
        "'%s' is no value; texts stand in double quotes, besides there are numbers, true, false and null."
            .formatted(token));
  }

  private String next(String what) {
    if (at >= tokens.size())
      throw ScimError.filter("The filter ends where %s should stand.".formatted(what));
    return tokens.get(at++);
  }

  private boolean word(String expected) {
    if (at >= tokens.size() || !tokens.get(at).equalsIgnoreCase(expected)) return false;
    at++;
    return true;
  }

  private void expect(String expected) {
    if (!word(expected))
      throw ScimError.filter(
          "'%s' is missing%s."
              .formatted(expected, at < tokens.size() ? " before '" + tokens.get(at) + "'" : ""));
  }
}
