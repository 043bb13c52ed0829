package org.feierabend.channels.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.feierabend.decision.Language;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The reference checker reads what we send. */
class ReportPdfTest {
  @BeforeAll
  static void checker() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-Q1, DE",
    "2026-Q1, EN",
    "2026-W13, DE",
    "2026-03, EN",
    "2025, DE",
    "2031-Q4, EN"
  })
  void every_report_is_accessible_in_both_languages(String period, Language language)
      throws VeraPDFException, IOException {
    byte[] pdf = pdf(period, language);
    Files.write(Path.of("target/report-%s-%s.pdf".formatted(period, language)), pdf);
    assertEquals(List.of(), failures(pdf, PDFAFlavour.PDFUA_1));
  }

  @ParameterizedTest
  @CsvSource({
    "DE, Verfahren und Garantie, epsilon = '7,3'",
    "EN, Method and guarantee, epsilon = 7.3"
  })
  void the_last_page_says_how_and_what_is_guaranteed(
      Language language, String heading, String epsilon) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf("2026-Q1", language))) {
      PDFTextStripper text = new PDFTextStripper();
      text.setStartPage(document.getNumberOfPages());
      String last = text.getText(document);
      assertTrue(last.contains(heading), last);
      assertTrue(last.contains(epsilon.replace("'", "")), last);
    }
  }

  @Test
  void a_report_drawn_later_has_the_same_bytes() throws InterruptedException {
    Report report =
        Report.of("Musterstadt", ReportPeriod.parse("2026-Q1"), SampleReports.figures());
    byte[] first = ReportForm.PDF.of(report, Language.EN);
    Thread.sleep(1_100); // a PDF's dates have seconds
    assertArrayEquals(first, ReportForm.PDF.of(report, Language.EN));
  }

  @Test
  void the_checker_notices_a_page_without_tags() throws VeraPDFException, IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(plain);
    }
    assertFalse(failures(plain.toByteArray(), PDFAFlavour.PDFUA_1).isEmpty());
  }

  private static byte[] pdf(String period, Language language) {
    Report report = Report.of("Musterstadt", ReportPeriod.parse(period), SampleReports.figures());
    return ReportForm.PDF.of(report, language);
  }

  static List<String> failures(byte[] pdf, PDFAFlavour flavour)
      throws VeraPDFException, IOException {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .map(a -> a.getRuleId().getClause() + " " + a.getMessage() + " " + a.getLocation())
          .distinct()
          .limit(20)
          .toList();
    }
  }
}
