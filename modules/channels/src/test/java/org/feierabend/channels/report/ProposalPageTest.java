package org.feierabend.channels.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.edition.Comments.Comment;
import org.feierabend.edition.Proposed;
import org.feierabend.people.Role;
import org.feierabend.policy.PolicyTrials.Difference;
import org.feierabend.policy.PolicyWords;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What an association or another city is shown of a proposal. */
class ProposalPageTest {
  private static final Path POLICY =
      Path.of(System.getProperty("feierabend.home", "../.."), "config/policies/city.yaml");
  private static final EmployerId CITY = new EmployerId("musterstadt");
  private static final String SAID = "Bitte freitags schon um 13 Uhr.";
  private static final String ANSWER = "Der Publikumsverkehr endet um 14 Uhr.";

  @BeforeAll
  static void checker() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private static ProposalPage page(Language language) throws IOException {
    Edition edition =
        new Edition(3, "a".repeat(64), LocalDate.parse("2027-01-01"), "b1".repeat(32));
    Comment comment =
        new Comment(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            edition.hash(CITY),
            Optional.of(new PersonId("p-4711")),
            SAID,
            LocalDate.parse("2026-10-14"));
    Declaration proposal =
        said(Role.HR, new Matter.Proposal(edition, Optional.of(LocalDate.parse("2026-10-31"))));
    Declaration approval =
        said(Role.COUNCIL, new Matter.Approval(edition, Map.of(comment.id().toString(), ANSWER)));
    String text = Files.readString(POLICY);
    return new ProposalPage(
        "Stadt Musterstadt",
        new Proposed(
            edition, proposal, Optional.of(LocalDate.parse("2026-10-31")), Optional.of(approval)),
        text.replace("14:00", "15:00"),
        text,
        List.of(
            new PolicyWords(
                new Sentence("Zeiten", "Hours"),
                List.of(
                    new PolicyWords.Line(
                        "windows",
                        new Sentence("Fenster", "Window"),
                        new Sentence("freitags 07:30–14:00", "Fridays 07:30–14:00"))))),
        new Difference(
            List.of(
                new Sentence(
                    "Das Fenster endet freitags um 14 statt 15 Uhr.", "The window ends at 14.")),
            List.of(new Sentence("Eine Nachricht um 14:30 wartet.", "A message at 14:30 waits."))),
        List.of(comment),
        language);
  }

  private static Declaration said(Role side, Matter matter) {
    return new Declaration(
        CITY, side, Declaration.FIRST, Instant.parse("2026-10-05T09:00:00Z"), matter);
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 'Dienstvereinbarung, Fassung 3', Unterschrieben von beiden Seiten am 5. Oktober 2026, 1. Januar 2027, Anhang: das Dokument, Seite 1 von",
    "EN, 'Service agreement, edition 3', Signed by both sides on 5 October 2026, 1 January 2027, Annex: the document, Page 1 of"
  })
  void it_says_what_is_proposed_where_it_stands_what_was_said_and_answered_and_no_name(
      Language language, String title, String state, String from, String annex, String number)
      throws IOException, VeraPDFException {
    byte[] pdf = page(language).pdf();
    Files.write(Path.of("target/proposal-%s.pdf".formatted(language)), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      String opening = first.getText(document);
      for (String shown : List.of("Stadt Musterstadt", title, state, from, SAID, ANSWER, number))
        assertTrue(
            opening.contains(shown), "no '%s' on the first page: %s".formatted(shown, opening));
      String all = new PDFTextStripper().getText(document);
      assertTrue(all.contains(annex) && all.contains("telework-percent: 40"), all);
      assertTrue(all.contains("07:30–14:00"), "in words: " + all);
      assertFalse(all.contains("4711"), "names are left out");
    }
    assertEquals(List.of(), ReportPdfTest.failures(pdf, PDFAFlavour.PDFUA_1));
  }
}
