package org.feierabend.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A page as it comes out of "save as PDF".
 *
 * @param text in one line, as the lines of a PDF break anywhere
 */
record Paper(int pages, String text) {
  static Paper of(Browser browser, String name) {
    Object data =
        browser
            .protocol("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true))
            .get("data");
    byte[] pdf = Base64.getDecoder().decode((String) data);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path folder = Files.createDirectories(Path.of("target", "screens"));
      Files.write(folder.resolve(name + ".pdf"), pdf);
      String text = new PDFTextStripper().getText(document);
      return new Paper(document.getNumberOfPages(), text.replaceAll("\\s+", " "));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what was printed as " + name, e);
    }
  }
}
