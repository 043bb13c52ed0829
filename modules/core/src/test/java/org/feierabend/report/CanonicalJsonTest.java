package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  @Test
  void keys_are_sorted_by_utf_16_code_unit_as_in_rfc_8785_section_3_2_3() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("\u20ac", "Euro Sign");
    json.put("\r", "Carriage Return");
    json.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    json.put("1", "One");
    json.put("\ud83d\ude00", "Emoji: Grinning Face");
    json.put("\u0080", "Control");
    json.put("\u00f6", "Latin Small Letter O With Diaeresis");
    String written = CanonicalJson.write(json);
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With"
            + " Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew"
            + " Letter Dalet With Dagesh\"}",
        written);
    assertEquals(json, JsonReader.object(written));
  }

  @Test
  void strings_are_escaped_as_in_rfc_8785_section_3_2_2() {
    Map<String, Object> read =
        JsonReader.object(
            "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}");
    assertEquals(
        "{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}", CanonicalJson.write(read));
  }

  @Test
  void whole_numbers_are_exact_or_refused() {
    assertEquals(
        "[0,-1,9007199254740991]",
        CanonicalJson.write(List.of(0, -1L, BigInteger.valueOf(9007199254740991L))));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(9007199254740992L));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(1.0));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write("\ud83d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}x",
        "{\"a\":1.5}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "[]",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\"}",
        "{\"a\":[1,]}",
        "{\"a\":99999999999999999999}"
      })
  void what_is_no_ledger_json_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> JsonReader.object(text));
  }
}
