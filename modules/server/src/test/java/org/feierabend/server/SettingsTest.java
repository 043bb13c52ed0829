package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void a_public_address_is_one_of_the_web() {
    for (String good : new String[] {"https://pdp.example.org", "http://127.0.0.1:8470/pdp"})
      assertEquals(good, Settings.address(good).toString());
    for (String bad :
        new String[] {
          "pdp.example.org", "ftp://a.b", "https://a.b?x", "https://a.b#x", "https:/a", "a b"
        })
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> Settings.address(bad))
              .getMessage()
              .contains(bad),
          bad);
  }
}
