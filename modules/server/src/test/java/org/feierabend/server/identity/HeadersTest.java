package org.feierabend.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void the_import_map_is_allowed_by_the_hash_of_what_stands_between_its_tags() {
    assertEquals(
        " 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='",
        Headers.importMap("<head><script type=\"importmap\">{}</script></head>"));
  }

  @Test
  void no_import_map_no_exception_to_the_policy() {
    assertEquals("", Headers.importMap("<script type=\"module\" src=\"/app/main.js\"></script>"));
  }
}
