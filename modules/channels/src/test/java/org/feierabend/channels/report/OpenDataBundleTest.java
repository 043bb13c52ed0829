package org.feierabend.channels.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.feierabend.decision.Language;
import org.feierabend.policy.OpenData;
import org.feierabend.policy.OpenData.Licence;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.junit.jupiter.api.Test;

/** What leaves the house as open data. */
class OpenDataBundleTest {
  private static OpenDataBundle bundle(Licence licence) {
    List<Report> reports =
        List.of(report("2025"), report("2025-Q1"), report("2025-Q2"), report("2025-Q3"));
    return OpenDataBundle.of(
        2025, reports, new OpenData(licence, "Stadt Muster", "statistik@town.example"), "09564000");
  }

  private static Report report(String period) {
    return Report.of("Musterstadt", ReportPeriod.parse(period), SampleReports.figures());
  }

  private static Map<String, String> files(OpenDataBundle bundle) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
    }
    return files;
  }

  @Test
  void the_same_year_gives_the_same_bytes_and_another_licence_others() {
    assertArrayEquals(bundle(Licence.DL_DE_BY).bytes(), bundle(Licence.DL_DE_BY).bytes());
    assertEquals(bundle(Licence.DL_DE_BY).hash(), bundle(Licence.DL_DE_BY).hash());
    assertNotEquals(bundle(Licence.DL_DE_BY).hash(), bundle(Licence.CC_ZERO).hash());
  }

  @Test
  void it_holds_the_year_and_its_quarters_and_says_what_each_column_means() throws IOException {
    Map<String, String> files = files(bundle(Licence.DL_DE_BY));
    assertEquals(
        List.of(
            "LIESMICH.html", "README.html", "dcat-ap-de.jsonld", "dictionary.csv", "figures.csv"),
        List.copyOf(files.keySet()));
    List<String> figures = files.get("figures.csv").lines().toList();
    assertEquals(files.get("dictionary.csv").lines().count() - 1, figures.get(0).split(",").length);
    for (String period : List.of("2025,", "2025-Q1,", "2025-Q3,"))
      assertTrue(figures.stream().anyMatch(l -> l.startsWith(period)), period);
    assertEquals(1, figures.stream().filter(l -> l.startsWith("period")).count());
  }

  @Test
  void canaries_are_in_no_total_and_in_no_file() throws IOException {
    Map<String, String> files = files(bundle(Licence.DL_DE_BY));
    for (String text : files.values())
      assertFalse(text.contains("canary") || text.contains("Prüfgruppen"), text);
    String everybody = "2025,,Alle zusammen,Everybody together,";
    for (String line :
        files.get("figures.csv").lines().filter(l -> l.startsWith(everybody)).toList())
      assertEquals("900", line.substring(everybody.length()).split(",")[0], line);
    for (ReportForm form : List.of(ReportForm.HTML, ReportForm.JSON)) {
      String text = new String(form.of(report("2025"), Language.DE), StandardCharsets.UTF_8);
      assertFalse(text.contains("canary") || text.contains("Prüfgruppen"), text);
    }
  }

  @Test
  void its_metadata_name_licence_publisher_place_and_time() throws IOException {
    JsonNode dcat =
        new ObjectMapper().readTree(files(bundle(Licence.DL_DE_BY)).get("dcat-ap-de.jsonld"));
    assertEquals("dcat:Dataset", dcat.path("@type").asText());
    assertEquals("Stadt Muster", dcat.at("/dct:publisher/foaf:name").asText());
    assertEquals(
        "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
        dcat.path("dcat:distribution").path(0).at("/dct:license/@id").asText());
    assertEquals(
        "Stadt Muster",
        dcat.path("dcat:distribution").path(0).path("dcatde:licenseAttributionByText").asText());
    assertTrue(
        dcat.at("/dcatde:politicalGeocodingURI/@id").asText().endsWith("municipalityKey/09564000"));
    assertEquals("2024-12-30", dcat.at("/dct:temporal/dcat:startDate/@value").asText());
    assertEquals(2, dcat.path("dct:title").size());
  }

  @Test
  void the_page_says_what_commercial_use_means_under_the_licence() throws IOException {
    String by = files(bundle(Licence.DL_DE_BY)).get("README.html");
    assertTrue(by.contains("commercial use included") && by.contains("name the source"), by);
    String zero = files(bundle(Licence.DL_DE_ZERO)).get("LIESMICH.html");
    assertTrue(zero.contains("auch gewerbliche") && zero.contains("Bedingungen gibt es keine"));
    assertFalse(files(bundle(Licence.CC_ZERO)).get("dcat-ap-de.jsonld").contains("AttributionBy"));
  }
}
