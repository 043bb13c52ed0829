package org.feierabend.channels.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.feierabend.policy.OpenData;
import org.feierabend.report.Report;

/** A bundle's metadata as DCAT-AP.de 3.0 (https://www.dcat-ap.de/def/), in JSON-LD. */
final class Dcat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EU = "http://publications.europa.eu/resource/authority/";

  private Dcat() {}

  static String of(int year, Report report, OpenData terms, String municipality) {
    ObjectNode set = JSON.createObjectNode();
    ObjectNode context = set.putObject("@context");
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("dcatde", "http://dcat-ap.de/def/dcatde/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    set.put("@type", "dcat:Dataset");
    set.put("dct:identifier", "feierabend-%s-%d".formatted(municipality, year));
    text(
        set,
        "dct:title",
        "Störungen der freien Zeit der Beschäftigten %d – %s".formatted(year, report.employer()),
        "Disturbances of employees' free time %d – %s".formatted(year, report.employer()));
    text(
        set,
        "dct:description",
        "Anteile der Beschäftigten je Organisationseinheit, deren freie Zeit gestört wurde, mit 95-%%-Bereich. Jeder Zahl ist vor der Veröffentlichung Zufall addiert (Differential Privacy); keine Gruppe hat weniger als %s Personen. Angaben über einzelne Personen gibt es nicht."
            .formatted(k(report)),
        "Shares of employees by organisational unit whose free time was disturbed, with 95 %% interval. Chance is added to every number before it is published (differential privacy); no group has fewer than %s people. There are no data about single persons."
            .formatted(k(report)));
    ObjectNode publisher = set.putObject("dct:publisher");
    publisher.put("@type", "foaf:Organization").put("foaf:name", terms.publisher());
    ObjectNode contact = set.putObject("dcat:contactPoint");
    contact.put("@type", "vcard:Organization").put("vcard:fn", terms.publisher());
    contact.putObject("vcard:hasEmail").put("@id", "mailto:" + terms.contact());
    set.putObject("dcat:theme").put("@id", EU + "data-theme/GOVE");
    ArrayNode keywords = set.putArray("dcat:keyword");
    for (String word : new String[] {"Arbeitszeit", "Erreichbarkeit", "Personal", "Vereinbarkeit"})
      keywords.addObject().put("@language", "de").put("@value", word);
    set.putObject("dct:accrualPeriodicity").put("@id", EU + "frequency/ANNUAL");
    set.putObject("dct:language").put("@id", EU + "language/DEU");
    set.putObject("dct:accessRights").put("@id", EU + "access-right/PUBLIC");
    set.putObject("dcatde:politicalGeocodingLevelURI")
        .put("@id", "http://dcat-ap.de/def/politicalGeocoding/Level/municipality");
    set.putObject("dcatde:politicalGeocodingURI")
        .put("@id", "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/" + municipality);
    ObjectNode temporal = set.putObject("dct:temporal").put("@type", "dct:PeriodOfTime");
    date(temporal, "dcat:startDate", report.period().from().monday().toString());
    date(temporal, "dcat:endDate", report.period().to().monday().plusDays(6).toString());
    ArrayNode distributions = set.putArray("dcat:distribution");
    distribution(distributions, "figures.csv", "Zahlen", "Figures", terms);
    distribution(distributions, "dictionary.csv", "Datenbeschreibung", "Data dictionary", terms);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(set);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain texts always make JSON.", e);
    }
  }

  private static String k(Report report) {
    return report.newest().map(r -> Integer.toString(r.plan().k())).orElse("10");
  }

  private static void distribution(
      ArrayNode all, String file, String de, String en, OpenData terms) {
    ObjectNode one = all.addObject().put("@type", "dcat:Distribution");
    one.putObject("dcat:accessURL").put("@id", file);
    text(one, "dct:title", de, en);
    one.putObject("dct:license").put("@id", terms.licence().uri().toString());
    if (terms.licence().attribution())
      one.put("dcatde:licenseAttributionByText", terms.publisher());
    one.putObject("dct:format").put("@id", EU + "file-type/CSV");
    one.putObject("dcat:mediaType")
        .put("@id", "http://www.iana.org/assignments/media-types/text/csv");
  }

  private static void text(ObjectNode node, String property, String de, String en) {
    ArrayNode texts = node.putArray(property);
    texts.addObject().put("@language", "de").put("@value", de);
    texts.addObject().put("@language", "en").put("@value", en);
  }

  private static void date(ObjectNode node, String property, String day) {
    node.putObject(property).put("@type", "xsd:date").put("@value", day);
  }
}
