package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** CloudEvents attributes in HTTP headers: quoted or not, percent-encoded UTF-8. */
final class CeHeaders {
  private CeHeaders() {}

  static UnaryOperator<String> of(HttpHeaders headers) {
    return name ->
        name.equals("datacontenttype")
            ? headers.getHeaderString(HttpHeaders.CONTENT_TYPE)
            : decoded(name, headers.getHeaderString("ce-" + name));
  }

  static String decoded(String name, String value) {
    if (value == null) return null;
    String bare = unquoted(value);
    return bare.indexOf('%') < 0 ? bare : percentDecoded(name, bare);
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) return value;
    StringBuilder bare = new StringBuilder(value.length());
    for (int i = 1; i < value.length() - 1; i++) {
      if (value.charAt(i) == '\\' && i + 1 < value.length() - 1) i++;
      bare.append(value.charAt(i));
    }
    return bare.toString();
  }

  private static String percentDecoded(String name, String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        plain.put(encoded[i]);
        continue;
      }
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
      if (high < 0 || low < 0) throw broken(name);
      plain.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(plain.flip()).toString();
    } catch (CharacterCodingException e) {
      throw broken(name);
    }
  }

  private static Trouble broken(String name) {
    return Trouble.field(
        "/" + name,
        "Die Kopfzeile ce-%s ist nicht richtig prozentkodiert (UTF-8).".formatted(name),
        "The header ce-%s is not percent-encoded properly (UTF-8).".formatted(name));
  }
}
