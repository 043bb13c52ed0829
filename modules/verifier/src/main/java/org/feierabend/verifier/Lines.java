package org.feierabend.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file as lines, each of which is a row or wrong; which one is wrong is told by its number. */
record Lines<R>(List<R> rows, List<Said> wrong) {
  /** Reads one line. */
  interface Reader<R> {
    R read(String line) throws Wrong;
  }

  static <R> Lines<R> of(byte[] bytes, Reader<R> reader) {
    Lines<R> lines = new Lines<>(new ArrayList<>(), new ArrayList<>());
    int number = 1;
    for (int start = 0; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') end++;
      lines.line(number, ByteBuffer.wrap(bytes, start, end - start), end < bytes.length, reader);
      start = end + 1;
    }
    return lines;
  }

  private void line(int number, ByteBuffer bytes, boolean ended, Reader<R> reader) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (!ended)
        throw new Wrong("endet nicht mit einem Zeilenvorschub", "does not end with a line feed");
      rows.add(reader.read(text));
    } catch (CharacterCodingException e) {
      wrong.add(Said.of("Zeile %d ist kein UTF-8", "line %d is not UTF-8", number));
    } catch (Wrong e) {
      wrong.add(Said.of("Zeile %d %s", "line %d %s", number, e.said()));
    }
  }
}
