package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A condition on a resource, or on one value of a list (RFC 7644, section 3.4.2.2). */
sealed interface Filter {
  enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE,
    PR
  }

  boolean matches(JsonNode resource);

  record And(Filter left, Filter right) implements Filter {
    @Override
    public boolean matches(JsonNode resource) {
      return left.matches(resource) && right.matches(resource);
    }
  }

  record Or(Filter left, Filter right) implements Filter {
    @Override
    public boolean matches(JsonNode resource) {
      return left.matches(resource) || right.matches(resource);
    }
  }

  record Not(Filter inner) implements Filter {
    @Override
    public boolean matches(JsonNode resource) {
      return !inner.matches(resource);
    }
  }

  /** At least one value of a list for which the inner condition holds. */
  record Among(AttributePath path, Filter inner) implements Filter {
    @Override
    public boolean matches(JsonNode resource) {
      for (JsonNode value :
          Values.at(
              resource, new AttributePath(path.extension(), path.attribute(), Optional.empty())))
        if (inner.matches(value)) return true;
      return false;
    }
  }

  /**
   * @param value a JSON value; missing for {@code pr}
   */
  record Compare(AttributePath path, Operator operator, JsonNode value, boolean exact)
      implements Filter {
    @Override
    public boolean matches(JsonNode resource) {
      List<JsonNode> found = new ArrayList<>();
      for (JsonNode v : Values.at(resource, path)) {
        JsonNode plain = v.isObject() && operator != Operator.PR ? v.path("value") : v;
        if (!plain.isMissingNode() && !plain.isNull()) found.add(plain);
      }
      if (operator == Operator.PR) return found.stream().anyMatch(Values::present);
      if (operator == Operator.NE) return found.stream().noneMatch(this::equal);
      if (value.isNull()) return operator == Operator.EQ && found.isEmpty();
      return found.stream().anyMatch(this::holds);
    }

    private boolean holds(JsonNode found) {
      return switch (operator) {
        case EQ -> equal(found);
        case CO -> text(found).contains(text(value));
        case SW -> text(found).startsWith(text(value));
        case EW -> text(found).endsWith(text(value));
        case GT -> order(found) > 0;
        case GE -> order(found) >= 0;
        case LT -> order(found) < 0;
        case LE -> order(found) <= 0;
        case NE, PR -> throw new IllegalStateException("asked before");
      };
    }

    private boolean equal(JsonNode found) {
      if (value.isNull()) return false;
      return found.isTextual() && value.isTextual()
          ? text(found).equals(text(value))
          : found.asText().equals(value.asText());
    }

    private int order(JsonNode found) {
      return found.isNumber() && value.isNumber()
          ? found.decimalValue().compareTo(value.decimalValue())
          : text(found).compareTo(text(value));
    }

    private String text(JsonNode node) {
      return exact ? node.asText() : node.asText().toLowerCase(Locale.ROOT);
    }
  }
}
