package org.feierabend.channels.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** A page as a tagged PDF (PDF/UA-1) that carries its fonts in itself. */
final class ReportPdf {
  private static final String FAMILY = "Liberation Sans";
  private static final String MOMENT =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";

  private ReportPdf() {}

  /**
   * The same page and day always give the same bytes.
   *
   * @param dated the day the document says it was made, from midnight UTC
   */
  static byte[] of(String xhtml, LocalDate dated) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
    builder.withHtmlContent(xhtml, null);
    builder.useUriResolver((base, uri) -> null); // a report loads nothing from anywhere
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      date(document, dated);
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      document.save(pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be made into a PDF.", e);
    }
  }

  /** Instead of the moment it was drawn, which is another at each download. */
  private static void date(PDDocument document, LocalDate dated) throws IOException {
    Instant midnight = dated.atStartOfDay(ZoneOffset.UTC).toInstant();
    GregorianCalendar moment = GregorianCalendar.from(midnight.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(moment);
    document.getDocumentInformation().setModificationDate(moment);
    document.setDocumentId(midnight.toEpochMilli());
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    metadata.importXMPMetadata(
        xmp.replaceAll(MOMENT, midnight.toString()).getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream font(String style) {
    return Objects.requireNonNull(
        ReportPdf.class.getResourceAsStream("/liberation/LiberationSans-%s.ttf".formatted(style)),
        "The Liberation fonts are missing; is openpdf-fonts-extra on the class path?");
  }
}
