package org.feierabend.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.channels.door.PassingBody;
import org.feierabend.people.Secret;

/** How a source shows that it is the one. The header's name is part of the mapping file. */
sealed interface Proof {
  /** Where it is sent. */
  String header();

  /** Reads along while the body passes, and knows in the end. */
  interface Witness extends PassingBody.Witness {
    boolean convinced();
  }

  Witness witness(String secret, UnaryOperator<String> headers);

  /** The secret itself, after {@code Bearer} or alone. */
  record Bearer(String header) implements Proof {
    private static final String WORD = "Bearer ";

    @Override
    public Witness witness(String secret, UnaryOperator<String> headers) {
      String sent = Optional.ofNullable(headers.apply(header)).orElse("").strip();
      String shown =
          sent.regionMatches(true, 0, WORD, 0, WORD.length())
              ? sent.substring(WORD.length()).strip()
              : sent;
      boolean same = Secret.same(shown, secret);
      return new Witness() {
        @Override
        public void saw(byte[] bytes, int from, int length) {
          // the secret says it all
        }

        @Override
        public boolean convinced() {
          return same;
        }
      };
    }
  }

  /** How a signature is written. */
  enum Written {
    HEX(text -> HexFormat.of().parseHex(text)),
    BASE64(text -> Base64.getDecoder().decode(text));

    private final Function<String, byte[]> reader;

    Written(Function<String, byte[]> reader) {
      this.reader = reader;
    }
  }

  /**
   * An HMAC over the body.
   *
   * @param algorithm such as {@code HmacSHA256}
   * @param prefix before the signature in the header, such as {@code sha256=}
   * @param salt a header whose value is signed before the body
   */
  record Signature(
      String header, String algorithm, Written written, String prefix, Optional<String> salt)
      implements Proof {
    @Override
    public Witness witness(String secret, UnaryOperator<String> headers) {
      Mac mac = mac(secret);
      salt.map(headers).ifPresent(s -> mac.update(s.getBytes(StandardCharsets.UTF_8)));
      Optional<byte[]> sent = sent(headers);
      return new Witness() {
        @Override
        public void saw(byte[] bytes, int from, int length) {
          mac.update(bytes, from, length);
        }

        @Override
        public boolean convinced() {
          byte[] ours = mac.doFinal();
          return sent.filter(theirs -> MessageDigest.isEqual(ours, theirs)).isPresent();
        }
      };
    }

    private Optional<byte[]> sent(UnaryOperator<String> headers) {
      String text = Optional.ofNullable(headers.apply(header)).orElse("").strip();
      if (!text.startsWith(prefix)) return Optional.empty();
      try {
        return Optional.of(written.reader.apply(text.substring(prefix.length())));
      } catch (IllegalArgumentException noSignature) {
        return Optional.empty();
      }
    }

    private Mac mac(String secret) {
      try {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java has no %s.".formatted(algorithm), e);
      }
    }
  }
}
