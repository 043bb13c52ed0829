package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.feierabend.audit.Who;
import org.feierabend.channels.http.Body;
import org.feierabend.channels.http.Caller;
import org.feierabend.channels.http.EmployerScope;
import org.feierabend.channels.http.PublicAddress;
import org.feierabend.channels.http.Trouble;
import org.feierabend.directory.Import;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.Staff;

/** What both kinds of resources need: the directory, the request's headers, and answers. */
@RequestScoped
public class Desk {
  static final String MEDIA_TYPE = "application/scim+json";
  private static final int LARGEST = 8 * 1024 * 1024; // a group may have many members

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Import imports;
  @Inject PublicAddress address;
  @Inject Clock clock;

  public Employer employer() {
    return new EmployerScope(caller, directory).own();
  }

  public House house() {
    Employer employer = employer();
    return new House(employer, directory.staff(employer));
  }

  /** In one step with whoever else changes the directory. */
  public House change(Function<House, DirectoryChange> step) {
    Employer employer = employer();
    try {
      Staff after =
          imports.change(
              employer,
              now -> step.apply(new House(employer, now)),
              Who.of(Role.PROVISIONER),
              clock.instant());
      return new House(employer, after);
    } catch (Directory.StillLeaving e) {
      throw ScimError.of(
          503, "Somebody with this userName is just leaving; try again in a minute.");
    } catch (IllegalArgumentException e) {
      throw ScimError.of(409, e.getMessage());
    }
  }

  public String base(UriInfo uri) {
    String root =
        address.uri().map(URI::toString).orElseGet(() -> uri.getBaseUri().resolve("/").toString());
    return root.replaceFirst("/+$", "") + "/scim/v2";
  }

  static ObjectNode read(InputStream in, Schema schema) throws IOException {
    return schema.kept(message(in));
  }

  static JsonNode message(InputStream in) throws IOException {
    try {
      return Body.object(in, LARGEST);
    } catch (Trouble e) {
      if (e.status() == 400) throw ScimError.syntax(e.detail().en());
      throw e;
    }
  }

  /** The client speaks of the version it saw, or of none. */
  static void requireMatch(HttpHeaders headers, ObjectNode shown) {
    String wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (wanted != null && !names(wanted, shown))
      throw ScimError.of(412, "The resource has changed: its version is not the one of If-Match.");
  }

  static boolean unchanged(HttpHeaders headers, ObjectNode shown) {
    String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return known != null && names(known, shown);
  }

  private static boolean names(String tags, ObjectNode shown) {
    List<String> all = Arrays.stream(tags.split(",")).map(String::strip).toList();
    return all.contains("*") || all.contains(shown.path("meta").path("version").asText());
  }

  static Response.ResponseBuilder answer(int status, JsonNode body) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .entity(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** One resource, with its version and place. */
  static Response one(int status, ObjectNode shown, Projection projection) {
    JsonNode meta = shown.path("meta");
    return answer(status, projection.of(shown))
        .header(HttpHeaders.ETAG, meta.path("version").asText())
        .header(HttpHeaders.LOCATION, meta.path("location").asText())
        .build();
  }

  static Response notModified(ObjectNode shown) {
    return Response.status(304)
        .header(HttpHeaders.ETAG, shown.path("meta").path("version").asText())
        .build();
  }
}
