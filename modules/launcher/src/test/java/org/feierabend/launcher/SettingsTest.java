package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static Settings settings(Map<String, String> environment, Map<String, String> file) {
    Properties properties = new Properties();
    properties.putAll(file);
    return new Settings(environment, properties);
  }

  @Test
  void the_environment_wins_over_the_file_in_each_of_its_three_spellings() {
    Map<String, String> file = Map.of("feierabend.kafka.client-properties", "file");
    for (String spelling :
        new String[] {
          "feierabend.kafka.client-properties",
          "feierabend_kafka_client_properties",
          "FEIERABEND_KAFKA_CLIENT_PROPERTIES"
        })
      assertEquals(
          Optional.of("environment"),
          settings(Map.of(spelling, "environment"), file)
              .get("feierabend.kafka.client-properties"));
    assertEquals(
        Optional.of("file"), settings(Map.of(), file).get("feierabend.kafka.client-properties"));
  }

  @Test
  void an_empty_value_is_no_value() {
    assertEquals(
        Optional.empty(),
        settings(Map.of("FEIERABEND_DATABASE_URL", " "), Map.of()).get("feierabend.database.url"));
  }

  @Test
  void a_port_that_is_no_number_is_named() {
    Trouble trouble =
        assertThrows(
            Trouble.class,
            () ->
                settings(Map.of("FEIERABEND_HTTP_PORT", "http"), Map.of())
                    .number("feierabend.http.port", 8470));
    assertEquals("feierabend.http.port must be a number, but is 'http'.", trouble.getMessage());
  }
}
