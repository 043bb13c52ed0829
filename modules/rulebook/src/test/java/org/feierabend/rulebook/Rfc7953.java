package org.feierabend.rulebook;

/** The example calendars of RFC 7953, section 3.1. */
final class Rfc7953 {
  static final String ALWAYS =
      """
      BEGIN:VAVAILABILITY
      ORGANIZER:mailto:bernard@example.com
      UID:0428C7D2-688E-4D2E-AC52-CD112E2469DF
      DTSTAMP:20111005T133225Z
      BEGIN:AVAILABLE
      UID:34EDA59B-6BB1-4E94-A66C-64999089C0AF
      SUMMARY:Monday to Friday from 9:00 to 17:00
      DTSTART;TZID=America/Montreal:20111002T090000
      DTEND;TZID=America/Montreal:20111002T170000
      RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
      END:AVAILABLE
      END:VAVAILABILITY
      """;

  /** The RFC calls the second block Friday's, but starts it on a Thursday; its dates count. */
  static final String OFFICES =
      """
      BEGIN:VAVAILABILITY
      ORGANIZER:mailto:bernard@example.com
      UID:84D0F948-7FC6-4C1D-BBF3-BA9827B424B5
      DTSTAMP:20111005T133225Z
      DTSTART;TZID=America/Montreal:20111002T000000
      DTEND;TZID=America/Montreal:20111202T000000
      BEGIN:AVAILABLE
      UID:7B33093A-7F98-4EED-B381-A5652530F04D
      SUMMARY:Monday to Thursday from 9:00 to 17:00
      DTSTART;TZID=America/Montreal:20111002T090000
      DTEND;TZID=America/Montreal:20111002T170000
      RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH
      LOCATION:Main Office
      END:AVAILABLE
      BEGIN:AVAILABLE
      UID:DF39DC9E-D8C3-492F-9101-0434E8FC1896
      SUMMARY:Friday from 9:00 to 12:00
      DTSTART;TZID=America/Montreal:20111006T090000
      DTEND;TZID=America/Montreal:20111006T120000
      RRULE:FREQ=WEEKLY
      LOCATION:Branch Office
      END:AVAILABLE
      END:VAVAILABILITY
      """;

  private Rfc7953() {}
}
