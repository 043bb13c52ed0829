package org.feierabend.channels.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A page as a tagged PDF (PDF/UA-1) that carries its fonts in itself. */
final class ReportPdf {
  private static final String FAMILY = "Liberation Sans";

  private ReportPdf() {}

  static byte[] of(String xhtml) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
    builder.withHtmlContent(xhtml, null);
    builder.useUriResolver((base, uri) -> null); // a report loads nothing from anywhere
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be made into a PDF.", e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font(String style) {
    return Objects.requireNonNull(
        ReportPdf.class.getResourceAsStream("/liberation/LiberationSans-%s.ttf".formatted(style)),
        "The Liberation fonts are missing; is openpdf-fonts-extra on the class path?");
  }
}
