package org.feierabend.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The operator's Ed25519 key. The file holds PKCS #8 and X.509 PEM, readable by its owner only; the
 * public part alone lies beside it as {@code .pub}, to be handed to the works council.
 */
public final class LedgerSigner {
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  public LedgerSigner(KeyPair pair) {
    privateKey = pair.getPrivate();
    publicKey = pair.getPublic();
    if (!verify(
        "probe".repeat(8).getBytes(StandardCharsets.US_ASCII),
        sign("probe".repeat(8).getBytes(StandardCharsets.US_ASCII))))
      throw new IllegalArgumentException(
          "The two halves of the ledger key do not belong together.");
  }

  /** Loads the key, or makes one where there is none yet. */
  public static LedgerSigner openOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) create(file);
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new LedgerSigner(
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(decode(pem, "PUBLIC KEY"))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(decode(pem, "PRIVATE KEY")))));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "%s holds no Ed25519 key; restore it from its backup.".formatted(file), e);
    }
  }

  /** A key that lives as long as this object. */
  public static LedgerSigner create() {
    try {
      return new LedgerSigner(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no Ed25519; any JDK from 17 on has.", e);
    }
  }

  private static void create(Path file) throws IOException {
    LedgerSigner fresh = create();
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path made = Files.createTempFile(parent, "ledger", ".new");
    if (Files.getFileStore(made).supportsFileAttributeView("posix"))
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        made,
        encode("PRIVATE KEY", fresh.privateKey.getEncoded()) + fresh.publicPem(),
        StandardCharsets.US_ASCII,
        StandardOpenOption.SYNC);
    Files.move(made, file);
    Files.writeString(
        file.resolveSibling(file.getFileName().toString().replaceAll("\\.key$", "") + ".pub"),
        fresh.publicPem(),
        StandardCharsets.US_ASCII);
  }

  /** Signs the bytes of a hash. */
  public byte[] sign(byte[] hash) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(hash);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The ledger key cannot sign.", e);
    }
  }

  public boolean verify(byte[] hash, byte[] signed) {
    return verify(publicKey, hash, signed);
  }

  private static boolean verify(PublicKey publicKey, byte[] hash, byte[] signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey);
      signature.update(hash);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // a signature of another shape is no signature of ours
    }
  }

  /** Whether {@code key}, as rows name it, signed this; false where it is no such key. */
  public static boolean verify(String key, byte[] hash, String signature) {
    try {
      PublicKey other =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
      return verify(other, hash, Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // neither a key nor base64
    }
  }

  /** Base64 of {@link #sign} over a hash given in hex. */
  public String sign(String hexHash) {
    return Base64.getEncoder().encodeToString(sign(HexFormat.of().parseHex(hexHash)));
  }

  /** The public key as X.509 (SubjectPublicKeyInfo) in base64, as every ledger row names it. */
  public String publicKey() {
    return Base64.getEncoder().encodeToString(publicKey.getEncoded());
  }

  /** The public key in such a PEM text, as rows name it. */
  public static String publicKey(String pem) throws IOException {
    try {
      return Base64.getEncoder().encodeToString(decode(pem, "PUBLIC KEY"));
    } catch (GeneralSecurityException e) {
      throw new IOException("There is no public key in it; it should be a ledger.pub.", e);
    }
  }

  /** The public key as PEM, for {@code verify --key}. */
  public String publicPem() {
    return encode("PUBLIC KEY", publicKey.getEncoded());
  }

  private static String encode(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  private static byte[] decode(String pem, String label) throws GeneralSecurityException {
    String begin = "-----BEGIN %s-----".formatted(label);
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END %s-----".formatted(label));
    if (from < 0 || to < from)
      throw new GeneralSecurityException("There is no " + label + " in it.");
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
  }
}
