package org.feierabend.channels.webpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cryptography of web push against what the standards print. */
class SealedTest {
  private static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  /** RFC 8291, Appendix A. */
  @Test
  void the_example_of_the_standard_comes_out_byte_for_byte() {
    byte[] sealed =
        Sealed.of(
            Sealed.ended(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8)),
            bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            P256.pair(
                bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
                bytes(
                    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));
    assertEquals(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
        Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  @Test
  void messages_are_of_one_length_and_never_the_same() {
    byte[] browser = P256.point(P256.fresh());
    byte[] one = Sealed.of("a".getBytes(StandardCharsets.UTF_8), browser, new byte[16]);
    byte[] two = Sealed.of("b".repeat(400).getBytes(StandardCharsets.UTF_8), browser, new byte[16]);
    assertEquals(one.length, two.length);
    assertNotEquals(
        Base64.getEncoder().encodeToString(one),
        Base64.getEncoder()
            .encodeToString(
                Sealed.of("a".getBytes(StandardCharsets.UTF_8), browser, new byte[16])));
  }

  @Test
  void what_is_no_point_of_the_curve_is_no_key() {
    byte[] off = P256.point(P256.fresh());
    off[64] ^= 1;
    assertThrows(IllegalArgumentException.class, () -> P256.publicKey(off));
    assertThrows(IllegalArgumentException.class, () -> P256.publicKey(new byte[65]));
  }

  /** RFC 8292: who we are, for whom, until when, under our own signature. */
  @Test
  void the_servers_key_is_kept_and_signs_for_one_push_service(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("secrets/web-push-key");
    ServerKey key = ServerKey.in(file, "mailto:it@town.example");
    assertEquals(key.text(), ServerKey.in(file, "mailto:it@town.example").text());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Instant now = Instant.parse("2026-09-15T17:30:00Z");
    String said = key.authorization(URI.create("https://push.example/send/secret"), now);
    assertTrue(said.startsWith("vapid t=") && said.endsWith(", k=" + key.text()), said);
    String[] jwt = said.substring("vapid t=".length(), said.indexOf(',')).split("\\.");
    assertEquals(
        "{\"aud\":\"https://push.example\",\"exp\":%d,\"sub\":\"mailto:it@town.example\"}"
            .formatted(now.getEpochSecond() + 12 * 3600),
        new String(bytes(jwt[1]), StandardCharsets.UTF_8));
    assertTrue(verified(key, jwt));
  }

  static boolean verified(ServerKey key, String[] jwt) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(P256.publicKey(bytes(key.text())));
    signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(bytes(jwt[2]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void nobody_is_pushed_to_behind_our_own_walls(String address) throws UnknownHostException {
    assertFalse(PushService.isPublic(InetAddress.getByName(address)), address);
    String host = address.contains(":") ? "[" + address + "]" : address;
    assertThrows(
        IllegalArgumentException.class,
        () -> new PushService(false).require(URI.create("https://" + host + "/x")));
  }

  @Test
  void public_addresses_by_tls_are_fine() throws UnknownHostException {
    assertTrue(PushService.isPublic(InetAddress.getByName("142.250.74.74")));
    assertTrue(PushService.isPublic(InetAddress.getByName("2a00:1450:4001::")));
    for (String wrong :
        new String[] {
          "http://142.250.74.74/x", "https://142.250.74.74:8443/x", "https://u@142.250.74.74/x"
        })
      assertThrows(
          IllegalArgumentException.class,
          () -> new PushService(false).require(URI.create(wrong)),
          wrong);
    new PushService(false).require(URI.create("https://142.250.74.74/x"));
  }
}
