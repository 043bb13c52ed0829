package org.feierabend.channels.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;

/** A request that cannot be served, on its way to becoming a problem document. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Sentence detail;
  private final transient Optional<String> field;
  private final transient Optional<String> schema;

  private Trouble(int status, Sentence detail, Optional<String> field, Optional<String> schema) {
    super(detail.en(), null, false, false);
    this.status = status;
    this.detail = detail;
    this.field = field;
    this.schema = schema;
  }

  public static Trouble of(int status, String de, String en) {
    return new Trouble(status, new Sentence(de, en), Optional.empty(), Optional.empty());
  }

  /** What a bare status means. */
  public static Trouble of(int status) {
    return switch (status) {
      case 401 -> of(401, "Bitte zuerst anmelden.", "Please log in first.");
      case 403 ->
          of(
              403,
              "Dieses Konto hat die nötige Rolle nicht.",
              "This account does not have the role for that.");
      case 404 -> of(404, "Diese Adresse gibt es nicht.", "There is no such address.");
      case 405 ->
          of(405, "Diese Adresse kennt diese Methode nicht.", "This address has no such method.");
      case 406 ->
          of(
              406,
              "In diesem Format gibt es die Antwort nicht.",
              "The answer does not exist in this format.");
      case 415 ->
          of(
              415,
              "Diesen Medientyp versteht diese Adresse nicht.",
              "This address does not understand this media type.");
      default -> of(status, "Die Anfrage ist nicht möglich.", "The request is not possible.");
    };
  }

  /** 400 that names the field, as a JSON pointer. */
  public static Trouble field(String field, String de, String en) {
    return new Trouble(400, new Sentence(de, en), Optional.of(field), Optional.empty());
  }

  /** A value that cannot be is the request's mistake: 400, with the reason in both languages. */
  public static <T> T unlessFit(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      Sentence why = BadValue.told(e);
      throw of(400, why.de(), why.en());
    }
  }

  static Trouble schema(String field, String schema, Sentence detail) {
    return new Trouble(400, detail, Optional.of(field), Optional.of(schema));
  }

  public int status() {
    return status;
  }

  public Sentence detail() {
    return detail;
  }

  public Optional<String> field() {
    return field;
  }

  public Optional<String> schema() {
    return schema;
  }
}
