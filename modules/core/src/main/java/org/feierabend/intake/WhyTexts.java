package org.feierabend.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.decision.Reason;

/** The end of a {@link WhyCard}: what a rule says is the same on all its cards, written once. */
final class WhyTexts {
  private static final int MOST = 1_024; // editions come and go

  private record Text(Reason reason, String edition) {}

  private static final Map<Text, byte[]> WRITTEN = new ConcurrentHashMap<>();

  private WhyTexts() {}

  static byte[] bytes(Reason reason, String edition) {
    Text text = new Text(reason, edition);
    byte[] known = WRITTEN.get(text);
    if (known != null) return known;
    if (WRITTEN.size() >= MOST) WRITTEN.clear();
    byte[] written = write(reason, edition);
    WRITTEN.put(text, written);
    return written;
  }

  private static byte[] write(Reason reason, String edition) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(reason.rule());
      out.writeUTF(reason.sentence().de());
      out.writeUTF(reason.sentence().en());
      out.writeUTF(reason.basis());
      out.writeUTF(reason.restsOn().name());
      out.writeUTF(edition);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory took no bytes.", e);
    }
    return bytes.toByteArray();
  }
}
