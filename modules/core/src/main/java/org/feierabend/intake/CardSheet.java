package org.feierabend.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The cards of one person and batch as bytes; what a rule says stands there once. */
final class CardSheet {
  /** In front of a sheet. A card alone, as they were kept before, begins with a year's zero. */
  private static final int SHEET = 1;

  private CardSheet() {}

  static byte[] bytes(List<WhyCard> cards) {
    Map<byte[], Integer> numbers = new IdentityHashMap<>();
    List<byte[]> texts = new ArrayList<>();
    int[] textOf = new int[cards.size()];
    for (int i = 0; i < textOf.length; i++) {
      byte[] text = WhyTexts.bytes(cards.get(i).reason(), cards.get(i).edition());
      Integer known = numbers.putIfAbsent(text, texts.size());
      textOf[i] = known == null ? texts.size() : known;
      if (known == null) texts.add(text);
    }
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(512 * texts.size() + 64 * textOf.length);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(SHEET);
      out.writeInt(texts.size());
      for (byte[] text : texts) {
        out.writeInt(text.length);
        out.write(text);
      }
      out.writeInt(textOf.length);
      for (int i = 0; i < textOf.length; i++) {
        out.writeInt(textOf[i]);
        cards.get(i).write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory took no bytes.", e);
    }
    return bytes.toByteArray();
  }

  static List<WhyCard> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (bytes[0] != SHEET) return List.of(WhyCard.read(in, in));
      in.skipNBytes(1);
      byte[][] texts = new byte[in.readInt()][];
      for (int i = 0; i < texts.length; i++) texts[i] = in.readNBytes(in.readInt());
      WhyCard[] cards = new WhyCard[in.readInt()];
      for (int i = 0; i < cards.length; i++) {
        byte[] text = texts[in.readInt()];
        cards[i] = WhyCard.read(in, new DataInputStream(new ByteArrayInputStream(text)));
      }
      return List.of(cards);
    } catch (IOException e) {
      throw new UncheckedIOException("Cards of %d bytes end too soon.".formatted(bytes.length), e);
    }
  }
}
