package org.feierabend.channels.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Addresses in a small answer about our own account: property → the hrefs below it. Nobody's
 * calendar is read this way.
 */
record DavAnswer(Map<String, List<String>> properties) {
  private static final int LONGEST = 65_536;
  private static final String HREF = "href";

  List<String> hrefs(String property) {
    return properties.getOrDefault(property, List.of());
  }

  static DavAnswer read(InputStream body) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Map<String, List<String>> found = new TreeMap<>();
    try {
      XMLStreamReader xml =
          factory.createXMLStreamReader(new java.io.ByteArrayInputStream(body.readNBytes(LONGEST)));
      String property = "";
      while (xml.hasNext())
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals(HREF))
            found
                .computeIfAbsent(property, p -> new ArrayList<>())
                .add(xml.getElementText().strip());
          else property = xml.getLocalName();
        }
    } catch (XMLStreamException e) {
      throw new IOException("The calendar server's answer is no XML.", e);
    }
    return new DavAnswer(found);
  }
}
