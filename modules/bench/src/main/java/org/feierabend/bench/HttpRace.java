package org.feierabend.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.StartOptions;

/**
 * A whole server on loopback, asked by the same few clients with the same bearer token: for a
 * decision in OpenID AuthZEN, and for what comes nearest to an empty JAX-RS resource, the document
 * that says where the decisions are.
 */
final class HttpRace implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final String EMPTY = "/.well-known/authzen-configuration";

  private final Path folder = Files.createTempDirectory("feierabend-bench");
  private final Instance instance;
  private final String token;

  HttpRace() throws IOException {
    Console quiet =
        new Console(new PrintStream(OutputStream.nullOutputStream(), true), System.err, false);
    instance =
        Instance.start(
            new Home(Variant.home(), folder),
            StartOptions.of(StartOptions.Mode.RUN, OptionalInt.of(freePorts())),
            quiet);
    instance.awaitReady();
    token = found(new Api(instance, quiet));
  }

  /** The employer with its people, and the token of a server that asks for them. */
  private static String found(Api api) {
    ObjectNode city =
        Api.object().put("id", "city").put("name", "City").put("zone", "Europe/Berlin");
    city.put("municipality", "09564000").put("clock", "wall").put("synthetic", true);
    city.put("policy", "p0");
    ObjectNode office = city.putArray("units").addObject().put("id", "office").putNull("parent");
    office.putObject("name").put("de", "Amt").put("en", "Office");
    ArrayNode people = city.putArray("people");
    for (int i = 0; i < Question.PEOPLE; i++)
      people.addObject().put("id", person(i)).put("unit", "office");
    api.post("/api/v1/employers", city);
    ObjectNode token = Api.object().put("name", "bench").put("role", "enforcer");
    return api.post("/api/v1/tokens", token.put("employer", "city")).path("token").asText();
  }

  private static String person(int number) {
    return "person-%04d".formatted(number);
  }

  /** Four ports in a row that nobody uses. */
  private static int freePorts() throws IOException {
    for (int port = 18_470; port < 28_000; port += 10)
      if (free(port) && free(port + 1) && free(port + 2) && free(port + 3)) return port;
    throw new IOException("There are no four free ports in a row from 18470 to 28000.");
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Requests a second for the nearly empty resource. */
  double empty(double seconds) throws Exception {
    return rate(seconds, i -> request("GET", EMPTY, ""));
  }

  /** Evaluations a second, each of another person. */
  double evaluations(double seconds) throws Exception {
    return rate(
        seconds,
        i ->
            request(
                "POST",
                "/access/v1/evaluation",
                """
                {"subject":{"type":"person","id":"%s"},"action":{"name":"contact"},\
                "resource":{"type":"person","id":"%s"},"context":{"channel":"CHAT"}}"""
                    .formatted(
                        person(i % Question.PEOPLE), person((i * 7 + 1) % Question.PEOPLE))));
  }

  private double rate(double seconds, HttpClients.Requests requests) throws Exception {
    URI server = instance.http();
    return HttpClients.rate(server.getHost(), server.getPort(), CLIENTS, seconds, requests);
  }

  private String request(String method, String path, String body) {
    return String.join(
        "\r\n",
        List.of(
            method + " " + path + " HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + token,
            "Content-Type: application/json",
            "Content-Length: " + body.length(),
            "",
            body));
  }

  @Override
  public void close() throws IOException {
    instance.close();
    Folders.delete(folder);
  }
}
