package org.feierabend.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Role;
import org.feierabend.report.CanonicalJson;
import org.feierabend.report.JsonReader;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Evidence;
import org.feierabend.signature.Matter;
import org.feierabend.signature.PublicKey;

/**
 * What HR and the works council of the city it comes from have signed about what a bundle holds.
 * Here it is evidence and counts for nothing else.
 *
 * @param words HR's first, then the works council's, then papers attached by it
 */
public record Undersigned(List<Evidence> words) {
  public static final String FILE = "declarations.json";
  private static final String WORDS = "declarations";

  /**
   * @throws BundleRefused when these words are not both sides' agreement to one and the same
   */
  public Undersigned {
    words = List.copyOf(words);
    if (words.size() < 2)
      throw refused(
          "hat weniger als zwei Erklärungen; beide Seiten unterschreiben",
          "has fewer than two declarations; both sides sign");
    Evidence hr = words.get(0);
    Evidence council = words.get(1);
    if (hr.said().side() != Role.HR || council.said().side() != Role.COUNCIL)
      throw refused(
          "beginnt mit dem Wort des Personalamts und dem des Personalrats, diese Datei nicht",
          "begins with HR's word and the works council's, but this does not");
    if (hr.key().equals(council.key()))
      throw refused(
          "hat einen Schlüssel für beide Seiten: " + hr.key().fingerprint(),
          "holds one key for both sides: " + hr.key().fingerprint());
    if (!hr.said().employer().equals(council.said().employer()))
      throw refused("hat Erklärungen von zwei Arbeitgebern", "holds words of two employers");
    if (!agreed(hr.said().matter(), council.said().matter()))
      throw refused(
          "hat Erklärungen beider Seiten, die nicht von ein und demselben handeln",
          "holds words of both sides that are not about one and the same");
    for (Evidence more : words.subList(2, words.size()))
      if (!(more.said().matter() instanceof Matter.Attachment a)
          || !(hr.said().matter() instanceof Matter.Proposal p)
          || !a.edition().equals(p.edition().hash(hr.said().employer())))
        throw refused(
            "hat eine Erklärung der Art %s, die darin keinen Platz hat"
                .formatted(more.said().matter().kind()),
            "holds a %s that has no place in it".formatted(more.said().matter().kind()));
  }

  private static boolean agreed(Matter hr, Matter council) {
    if (hr instanceof Matter.Proposal p && council instanceof Matter.Approval a)
      return p.edition().equals(a.edition());
    return hr instanceof Matter.RuleBook b && b.equals(council) && b.rejected().isEmpty();
  }

  public Evidence hr() {
    return words.get(0);
  }

  public Evidence council() {
    return words.get(1);
  }

  /** Empty: it is about a rule book. */
  public Optional<Edition> edition() {
    return hr().said().matter() instanceof Matter.Proposal p
        ? Optional.of(p.edition())
        : Optional.empty();
  }

  /** Hash of the policy document, or of the rules, that both sides signed. */
  public String about() {
    return hr().said().matter() instanceof Matter.RuleBook b
        ? b.rules()
        : edition().orElseThrow().document();
  }

  /** When it takes force in the city it comes from. */
  public String from() {
    return hr().said().matter() instanceof Matter.RuleBook b
        ? b.from().toString()
        : edition().orElseThrow().from().toString();
  }

  /** The council's resolutions behind it. */
  public List<Matter.Attachment> papers() {
    return words.subList(2, words.size()).stream()
        .map(e -> (Matter.Attachment) e.said().matter())
        .toList();
  }

  /**
   * @param hash of what lies in the bundle
   */
  public void requireAbout(String file, String hash) {
    if (!hash.equals(about()))
      throw new BundleRefused(
          file,
          "ist nicht, was beide Seiten von %s unterschrieben haben: Die Prüfsumme ist %s, unterschrieben wurde %s"
              .formatted(hr().said().employer(), hash, about()),
          "is not what both sides of %s signed: its hash is %s, and signed was %s"
              .formatted(hr().said().employer(), hash, about()));
  }

  byte[] bytes() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Evidence e : words)
      all.add(Map.of("key", e.key().base64(), "signature", e.signature(), "text", e.said().text()));
    return CanonicalJson.write(Map.of(WORDS, all)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param city whose words they have to be
   */
  static Undersigned read(String city, BundleKind kind, byte[] content) {
    List<Evidence> words = new ArrayList<>();
    try {
      Object all = JsonReader.object(new String(content, StandardCharsets.UTF_8)).get(WORDS);
      for (Object one : (List<?>) all) {
        Map<?, ?> word = (Map<?, ?>) one;
        words.add(
            new Evidence(
                Declaration.read((String) word.get("text")),
                new PublicKey((String) word.get("key")),
                (String) word.get("signature")));
      }
    } catch (IllegalArgumentException unlike) {
      Sentence why = BadValue.told(unlike);
      throw refused("ist nicht glaubhaft: " + why.de(), "cannot be believed: " + why.en());
    } catch (ClassCastException | NullPointerException unlike) {
      throw refused(
          "ist nicht glaubhaft: Es fehlt etwas oder hat eine andere Form.",
          "cannot be believed: something is missing or has another form.");
    }
    Undersigned read = new Undersigned(words);
    if (!read.hr().said().employer().value().equals(city))
      throw refused(
          "hat Erklärungen von %s in einem Bündel von %s"
              .formatted(read.hr().said().employer(), city),
          "holds words of %s in a bundle of %s".formatted(read.hr().said().employer(), city));
    if (read.edition().isPresent() != (kind == BundleKind.POLICY))
      throw refused(
          "handelt von etwas anderem als einem Bündel der Art " + kind.word(),
          "has words about something else than a bundle of kind " + kind.word());
    return read;
  }

  private static BundleRefused refused(String de, String en) {
    return new BundleRefused(FILE, de, en);
  }
}
