package org.feierabend.server.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.server.Settings;

/** What a page learns of its own log-in. */
@ApplicationScoped
public class SessionView {
  @Inject Settings settings;
  @Inject Instance<Directory> directories;

  Map<String, Object> of(LoggedIn who) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("user", who.name());
    view.put("roles", who.roles().stream().map(Role::key).sorted().toList());
    who.employer().ifPresent(id -> view.put("employer", employer(id)));
    view.put("person", who.person().map(PersonId::value).orElse(null));
    view.put("csrf", who.csrf().orElse(null));
    view.put("language", who.language().map(l -> l.name().toLowerCase(Locale.ROOT)).orElse("en"));
    view.put("demo", settings.demo());
    return view;
  }

  private Map<String, String> employer(EmployerId id) {
    String name = directories.get().employer(id).map(Employer::name).orElse(id.value());
    return Map.of("id", id.value(), "name", name);
  }
}
