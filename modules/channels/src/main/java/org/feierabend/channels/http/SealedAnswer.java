package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer under a key derived from the client's own, so that the store can tell nobody what it
 * was nor to whom. Each key seals one answer, so the nonce may be constant.
 *
 * @param id digest of who asks, what, and of the key
 * @param secret what seals the answer
 * @param body digest of the request's body
 */
record SealedAnswer(byte[] id, byte[] secret, byte[] body) {
  private static final GCMParameterSpec NONCE = new GCMParameterSpec(128, new byte[12]);

  static SealedAnswer of(String user, String what, String key, byte[] body) {
    String all = user + "\n" + what + "\n" + key;
    byte[] digest = sha256(body);
    return new SealedAnswer(sha256(bytes("id\n" + all)), sha256(bytes("seal\n" + all)), digest);
  }

  byte[] close(int status, String etag, String location, byte[] content) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(plain)) {
      out.write(body);
      out.writeInt(status);
      out.writeUTF(etag == null ? "" : etag);
      out.writeUTF(location == null ? "" : location);
      out.write(content);
    }
    return crypt(Cipher.ENCRYPT_MODE, plain.toByteArray());
  }

  /** The answer as it was, or 422 where the request was another. */
  Response open(byte[] sealed) throws IOException {
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(crypt(Cipher.DECRYPT_MODE, sealed)));
    if (!MessageDigest.isEqual(in.readNBytes(body.length), body)) throw IdempotencyFilter.taken();
    Response.ResponseBuilder answer =
        Response.status(in.readInt())
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
            .header("Idempotency-Replayed", "true");
    String etag = in.readUTF();
    String location = in.readUTF();
    if (!etag.isEmpty()) answer.header(HttpHeaders.ETAG, etag);
    if (!location.isEmpty()) answer.header(HttpHeaders.LOCATION, location);
    byte[] content = in.readAllBytes();
    if (content.length > 0) answer.entity(content).type(MediaType.APPLICATION_JSON_TYPE);
    return answer.build();
  }

  private byte[] crypt(int mode, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(secret, "AES"), NONCE);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A kept answer cannot be sealed or opened.", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
