package org.feierabend.channels.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account;
import org.feierabend.directory.Account.Kind;
import org.feierabend.directory.Reading;
import org.feierabend.directory.Reconciliation;
import org.feierabend.door.Standing;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real slapd, over a real socket. */
class LdapDirectoryTest {
  private static final int PEOPLE = 1_100; // more than a page of results, and than the size limit
  private static final Employer TOWN =
      new Employer(
          new EmployerId("town"),
          1,
          "Town",
          ZoneId.of("Europe/Berlin"),
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W30"),
          false,
          "p0");
  private static final Staff NOBODY =
      new Staff(
          List.of(
              new Unit(
                  new UnitId("Rathaus"), new Sentence("Rathaus", "Rathaus"), Optional.empty())),
          Map.of());

  @Test
  void a_real_slapd_is_followed_and_nobody_leaves_when_it_is_empty_or_away(@TempDir Path folder)
      throws Exception {
    try (Slapd server = new Slapd(folder)) {
      server.load(ldif(PEOPLE));
      LdapDirectory ldap = ldap(server, Slapd.READER);
      Account first = account(NOBODY, ldap.read());
      assertEquals(List.of(), first.complaints());
      assertEquals(PEOPLE, first.count(Kind.JOINS));
      assertEquals(2, first.count(Kind.UNIT_ADDED));
      Staff after = first.after();
      assertEquals("Straßenbau", after.unit(new UnitId("Tiefbau")).orElseThrow().name().de());
      assertEquals(
          Optional.of(new UnitId("Rathaus")),
          after.unit(new UnitId("Tiefbau")).orElseThrow().parent());
      Person anna = after.person(new PersonId("u0")).orElseThrow();
      assertEquals(new UnitId("Tiefbau"), anna.unit(), "by its place in the tree");
      assertEquals(List.of("u0@town.example", "u0.alias@town.example"), anna.addresses().mail());
      assertEquals(List.of("u0@chat.town.example"), anna.addresses().chat());
      assertEquals(
          new UnitId("Parks"),
          after.person(new PersonId("u1")).orElseThrow().unit(),
          "by attribute");

      server.load(ldif(PEOPLE - 10));
      Account fewer = account(after, ldap.read());
      assertEquals(10, fewer.count(Kind.LEAVES));
      server.load(ldif(3));
      Account broken = account(after, ldap.read());
      assertTrue(broken.complaints().get(0).todo().en().contains("1097 of 1100"));
      server.load(ldif(0));
      Account empty = account(after, ldap.read());
      assertTrue(empty.complaints().get(0).todo().en().contains("names nobody"));
      assertEquals(after.people(), empty.after().people());

      assertTrue(ldap.standing() instanceof Standing.Up);
      assertEquals(
          Standing.Trouble.CREDENTIALS_REFUSED,
          ((Standing.Down) ldap(server, "cn=nobody,dc=town,dc=example").standing()).trouble());
      server.stop();
      assertEquals(Standing.Trouble.SERVER_AWAY, ((Standing.Down) ldap.standing()).trouble());
      var away = assertThrows(UncheckedIOException.class, ldap::read);
      assertTrue(away.getMessage().contains("Nothing is changed"), away.getMessage());
      assertFalse(away.getMessage().contains(Slapd.PASSWORD));
    }
  }

  private static Account account(Staff now, Reading reading) {
    return reading.over(new Reconciliation(TOWN, 10).of(now, reading.said()));
  }

  private static LdapDirectory ldap(Slapd server, String user) {
    return new LdapDirectory(
        new LdapSettings(
            URI.create(server.url()),
            user,
            Slapd.PASSWORD,
            TOWN.id(),
            "ou=Rathaus,dc=town,dc=example",
            "(objectClass=organizationalUnit)",
            "ou",
            "description",
            "ou=Rathaus,dc=town,dc=example",
            "(objectClass=inetOrgPerson)",
            "uid",
            "mail",
            "labeledURI",
            "departmentNumber",
            10,
            Duration.ofHours(1)));
  }

  private static String ldif(int people) {
    StringBuilder all =
        new StringBuilder(
            """
            dn: dc=town,dc=example
            objectClass: dcObject
            objectClass: organization
            dc: town
            o: Town

            dn: cn=reader,dc=town,dc=example
            objectClass: organizationalRole
            objectClass: simpleSecurityObject
            cn: reader
            userPassword: %s

            dn: ou=Rathaus,dc=town,dc=example
            objectClass: organizationalUnit
            ou: Rathaus
            description: Rathaus

            dn: ou=Tiefbau,ou=Rathaus,dc=town,dc=example
            objectClass: organizationalUnit
            ou: Tiefbau
            description: Straßenbau

            dn: ou=Parks,ou=Rathaus,dc=town,dc=example
            objectClass: organizationalUnit
            ou: Parks

            """
                .formatted(Slapd.PASSWORD));
    for (int i = 0; i < people; i++)
      all.append(
          """
          dn: uid=u%d,ou=Tiefbau,ou=Rathaus,dc=town,dc=example
          objectClass: inetOrgPerson
          uid: u%d
          cn: Vorname Nachname%d
          sn: Nachname%d
          mail: u%d@town.example
          mail: u%d.alias@town.example
          labeledURI: u%d@chat.town.example
          %s
          """
              .formatted(i, i, i, i, i, i, i, i % 2 == 1 ? "departmentNumber: Parks\n" : ""));
    return all.toString();
  }
}
