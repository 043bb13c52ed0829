package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule file into words. Outside texts and {@code //} comments only ASCII words and the few
 * signs of the rule language pass; a text holds letters, digits and the punctuation of sentences,
 * hence no escape, no template and no quotation mark that could end it elsewhere.
 */
final class RuleTokens {
  enum Kind {
    NAME,
    TEXT,
    SIGN,
    END
  }

  record Token(Kind kind, String text, int line) {
    boolean is(String sign) {
      return kind != Kind.TEXT && text.equals(sign);
    }

    String shown() {
      return kind == Kind.END ? "the end of the file" : "'" + text + "'";
    }
  }

  static final int LARGEST = 64 * 1024;
  private static final int LONGEST_TEXT = 600;
  private static final String PUNCTUATION = " .,;:!?%§&/()'’‘‚„“”«»–—-_+=…€°·";
  private static final List<String> SIGNS =
      List.of("==", "!=", "&&", "||", "(", ")", ",", ";", ".", "@", "!");

  private final String place;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private RuleTokens(String place, String text) {
    this.place = place;
    this.text = text;
  }

  static List<Token> of(Path file) {
    try {
      if (Files.size(file) > LARGEST)
        throw new Unreadable(
            file.toString(),
            1,
            "a rule file has at most %,d bytes, and this one %,d"
                .formatted(LARGEST, Files.size(file)));
      return new RuleTokens(file.toString(), decoded(file)).cut();
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
  }

  private static String decoded(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      int bad = 1;
      for (int i = 0; i < bytes.position(); i++) if (bytes.get(i) == '\n') bad++;
      throw new Unreadable(file.toString(), bad, "a rule file is UTF-8, and this is not");
    }
  }

  private List<Token> cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') line++;
      if (c == '\n' || c == ' ' || c == '\t') at++;
      else if (text.startsWith("//", at)) comment();
      else if (c == '"') quoted();
      else if (letter(c)) name();
      else sign();
    }
    tokens.add(new Token(Kind.END, "", line));
    return tokens;
  }

  private void comment() {
    for (; at < text.length() && text.charAt(at) != '\n'; at++) {
      char c = text.charAt(at);
      // whatever another reader may take for a line's end, or not show, hides nothing here
      if (Character.isISOControl(c) || invisible(c)) throw refuse(c, "in a comment");
    }
  }

  private void quoted() {
    int from = ++at;
    for (; at < text.length() && text.charAt(at) != '"'; at++) {
      char c = text.charAt(at);
      if (c == '\n') throw new Unreadable(place, line, "a text ends on the line it begins");
      if (!Character.isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0) throw refuse(c, "in a text");
    }
    if (at == text.length()) throw new Unreadable(place, line, "the text has no end");
    if (at - from > LONGEST_TEXT)
      throw new Unreadable(place, line, "a text has at most %d characters".formatted(LONGEST_TEXT));
    tokens.add(new Token(Kind.TEXT, text.substring(from, at++), line));
  }

  private void name() {
    int from = at;
    while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) at++;
    tokens.add(new Token(Kind.NAME, text.substring(from, at), line));
  }

  private void sign() {
    for (String s : SIGNS)
      if (text.startsWith(s, at)) {
        tokens.add(new Token(Kind.SIGN, s, line));
        at += s.length();
        return;
      }
    char c = text.charAt(at++);
    // visible: refused by whoever reads the words, who knows what should stand here
    if (c <= ' ' || c > '~') throw refuse(c, "in a rule");
    tokens.add(new Token(Kind.SIGN, String.valueOf(c), line));
  }

  private Unreadable refuse(char c, String where) {
    return new Unreadable(
        place,
        line,
        "%s has no place %s"
            .formatted(
                Character.isISOControl(c) || invisible(c) || c > 126
                    ? "the character U+%04X".formatted((int) c)
                    : "'" + c + "'",
                where));
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean invisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
