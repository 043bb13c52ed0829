package org.feierabend.channels.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.feierabend.decision.Language;
import org.feierabend.policy.OpenData;
import org.feierabend.report.Report;

/**
 * A year's figures as open data: CSV with its dictionary, DCAT-AP.de metadata and what the licence
 * allows. The same reports and terms give the same bytes, so that two can agree to them.
 *
 * @param bytes a ZIP
 * @param hash lower-case hex SHA-256 of the bytes
 */
public record OpenDataBundle(int year, byte[] bytes, String hash) {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /**
   * @param reports that of the year first, then those of its quarters
   * @param municipality official key, such as 09564000
   */
  public static OpenDataBundle of(
      int year, List<Report> reports, OpenData terms, String municipality) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("figures.csv", ReportTable.csv(reports));
    files.put("dictionary.csv", ReportTable.dictionary());
    files.put("dcat-ap-de.jsonld", Dcat.of(year, reports.get(0), terms, municipality));
    files.put("LIESMICH.html", OpenDataPage.of(year, reports.get(0), terms, Language.DE));
    files.put("README.html", OpenDataPage.of(year, reports.get(0), terms, Language.EN));
    byte[] bytes = zip(files);
    try {
      return new OpenDataBundle(
          year,
          bytes,
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  public String fileName() {
    return "feierabend-open-data-%d.zip".formatted(year);
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A bundle in memory cannot be written.", e);
    }
    return out.toByteArray();
  }
}
