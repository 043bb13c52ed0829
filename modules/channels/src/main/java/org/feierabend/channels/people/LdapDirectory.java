package org.feierabend.channels.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.AuthenticationException;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.Control;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.PagedResultsControl;
import javax.naming.ldap.PagedResultsResponseControl;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.directory.Complaints;
import org.feierabend.directory.DirectorySource;
import org.feierabend.directory.Reading;
import org.feierabend.directory.Said;
import org.feierabend.directory.Said.Field;
import org.feierabend.door.Standing;
import org.feierabend.people.UnitId;

/**
 * Units and people of an LDAP server. It is asked for the few attributes that are kept and for no
 * other: a name never crosses the wire.
 */
public final class LdapDirectory implements DirectorySource {
  private static final int PAGE = 500;
  private static final String PATIENCE = "5000";

  private final LdapSettings settings;

  public LdapDirectory(LdapSettings settings) {
    this.settings = settings;
  }

  @Override
  public EmployerId employer() {
    return settings.employer();
  }

  @Override
  public Reading read() {
    try {
      LdapContext server = new InitialLdapContext(environment(), new Control[0]);
      try {
        return read(server);
      } finally {
        server.close();
      }
    } catch (NamingException | IOException e) {
      throw new UncheckedIOException(
          "The directory server %s does not answer (%s). Nothing is changed; check feierabend.ldap.*."
              .formatted(settings.url(), e.getClass().getSimpleName()),
          e instanceof IOException io ? io : new IOException(e.getClass().getName()));
    }
  }

  /** Whether the server lets us in, at this moment. */
  public Standing standing() {
    String at = settings.url().toString();
    try {
      new InitialLdapContext(environment(), new Control[0]).close();
      return new Standing.Up(at);
    } catch (AuthenticationException e) {
      return new Standing.Down(at, Standing.Trouble.CREDENTIALS_REFUSED);
    } catch (NamingException e) {
      return new Standing.Down(at, Standing.Trouble.SERVER_AWAY);
    }
  }

  private Hashtable<String, String> environment() {
    Hashtable<String, String> env = new Hashtable<>();
    env.put("java.naming.factory.initial", "com.sun.jndi.ldap.LdapCtxFactory");
    env.put("java.naming.provider.url", settings.url().toString());
    env.put("java.naming.security.authentication", settings.user().isBlank() ? "none" : "simple");
    env.put("java.naming.security.principal", settings.user());
    env.put("java.naming.security.credentials", settings.password());
    env.put("java.naming.referral", "ignore");
    env.put("com.sun.jndi.ldap.connect.timeout", PATIENCE);
    env.put("com.sun.jndi.ldap.read.timeout", PATIENCE);
    return env;
  }

  private record Entry(LdapName dn, Map<String, List<String>> values) {
    List<String> all(String attribute) {
      return values.getOrDefault(attribute, List.of());
    }

    Optional<String> first(String attribute) {
      return all(attribute).stream().findFirst();
    }
  }

  private Reading read(LdapContext server) throws NamingException, IOException {
    Complaints complaints = new Complaints();
    List<Entry> units =
        search(
            server,
            settings.unitsBase(),
            settings.unitsFilter(),
            settings.unitsId(),
            settings.unitsName());
    Map<LdapName, UnitId> byDn = new HashMap<>();
    for (Entry unit : units)
      unit.first(settings.unitsId()).ifPresent(id -> byDn.put(unit.dn(), new UnitId(id)));
    List<Said.OfUnit> saidUnits = new ArrayList<>();
    int at = 0;
    for (Entry unit : units) {
      at++;
      if (!byDn.containsKey(unit.dn())) nameless(at, unit, settings.unitsId(), complaints);
      else saidUnits.add(unit(at, unit, byDn));
    }
    List<Said.OfPerson> people = new ArrayList<>();
    for (Entry person :
        search(
            server,
            settings.peopleBase(),
            settings.peopleFilter(),
            settings.peopleId(),
            settings.mail(),
            settings.chat(),
            settings.unit())) {
      at++;
      if (person.first(settings.peopleId()).isEmpty())
        nameless(at, person, settings.peopleId(), complaints);
      else people.add(person(at, person, byDn));
    }
    return new Reading(new Said(saidUnits, people, true), complaints.list(), List.of());
  }

  private Said.OfUnit unit(int at, Entry unit, Map<LdapName, UnitId> byDn) {
    Optional<String> name = unit.first(settings.unitsName());
    return new Said.OfUnit(
        at,
        byDn.get(unit.dn()),
        name,
        name,
        above(unit.dn(), byDn).map(Field::of).orElseGet(Field::none),
        Field.silent(),
        false);
  }

  private Said.OfPerson person(int at, Entry person, Map<LdapName, UnitId> byDn) {
    Optional<UnitId> unit =
        person.first(settings.unit()).map(UnitId::new).or(() -> above(person.dn(), byDn));
    return new Said.OfPerson(
        at,
        new PersonId(person.first(settings.peopleId()).orElseThrow()),
        unit,
        Field.silent(),
        Field.of(person.all(settings.mail())),
        settings.chat().isBlank() ? Field.silent() : Field.of(person.all(settings.chat())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The nearest unit whose entry the name lies below. */
  private static Optional<UnitId> above(LdapName dn, Map<LdapName, UnitId> byDn) {
    for (int length = dn.size() - 1; length > 0; length--) {
      UnitId unit = byDn.get(dn.getPrefix(length));
      if (unit != null) return Optional.of(unit);
    }
    return Optional.empty();
  }

  private static void nameless(int at, Entry entry, String attribute, Complaints complaints) {
    complaints.add(
        at,
        entry.dn().toString(),
        "Der Eintrag hat kein Attribut „%s“; es ergänzen oder den Filter enger fassen."
            .formatted(attribute),
        "The entry has no attribute '%s'; add it or narrow the filter.".formatted(attribute));
  }

  private static List<Entry> search(
      LdapContext server, String base, String filter, String... attributes)
      throws NamingException, IOException {
    SearchControls controls = new SearchControls();
    controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
    controls.setReturningAttributes(attributes);
    List<Entry> found = new ArrayList<>();
    byte[] cookie = new byte[0];
    do {
      server.setRequestControls(
          new Control[] {new PagedResultsControl(PAGE, cookie, Control.CRITICAL)});
      NamingEnumeration<SearchResult> page = server.search(base, filter, controls);
      while (page.hasMore()) found.add(entry(page.next(), attributes));
      cookie = cookie(server.getResponseControls());
    } while (cookie.length > 0);
    return found;
  }

  private static byte[] cookie(Control[] controls) {
    if (controls != null)
      for (Control control : controls)
        if (control instanceof PagedResultsResponseControl paged && paged.getCookie() != null)
          return paged.getCookie();
    return new byte[0];
  }

  private static Entry entry(SearchResult result, String... attributes) throws NamingException {
    Map<String, List<String>> values = new HashMap<>();
    for (String name : attributes) {
      Attribute attribute = name.isBlank() ? null : result.getAttributes().get(name);
      if (attribute == null) continue;
      List<String> all = new ArrayList<>();
      for (int i = 0; i < attribute.size(); i++) all.add(attribute.get(i).toString());
      values.put(name, all);
    }
    return new Entry(name(result), values);
  }

  private static LdapName name(SearchResult result) throws InvalidNameException {
    return new LdapName(result.getNameInNamespace());
  }
}
