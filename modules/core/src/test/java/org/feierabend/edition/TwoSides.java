package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.signature.Chain;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.Signed;
import org.feierabend.signature.SigningKey;

/** HR and council of a town, with their keys, and whatever lies in the store. */
final class TwoSides {
  static final EmployerId TOWN = new EmployerId("town");
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String BUILT_IN = "b".repeat(64);

  final SigningKey hr = SigningKey.create();
  final SigningKey council = SigningKey.create();
  final List<Signed> store = new ArrayList<>();
  final Map<String, DocumentTerms> documents = new HashMap<>();

  Chain chain(Role side) {
    return Chain.of(TOWN, side, Optional.of((side == Role.HR ? hr : council).publicKey()), store);
  }

  Life life() {
    return new Life(
        chain(Role.HR),
        chain(Role.COUNCIL),
        BUILT_IN,
        ZONE,
        Period.ofMonths(3),
        document -> Optional.ofNullable(documents.get(document)));
  }

  Declaration says(Role side, String at, Matter matter) {
    Declaration said = new Declaration(TOWN, side, chain(side).head(), Instant.parse(at), matter);
    store.add((side == Role.HR ? hr : council).sign(said.text()));
    return said;
  }

  /** A document that holds from that day. */
  String document(String from, String review, String until, boolean afterEffect) {
    return document(from, review, until, afterEffect, 0);
  }

  private String document(
      String from, String review, String until, boolean afterEffect, int consultationDays) {
    String hash = "%064x".formatted(documents.size() + 1);
    documents.put(
        hash,
        new DocumentTerms(
            LocalDate.parse(from),
            Optional.ofNullable(review).map(LocalDate::parse),
            Optional.ofNullable(until).map(LocalDate::parse),
            afterEffect,
            consultationDays));
    return hash;
  }

  /** A document that asks everybody for so long before the next. */
  String asking(String from, int days) {
    return document(from, null, null, false, days);
  }

  Edition next(String document) {
    Life life = life();
    return new Edition(
        life.agreed().size() + 1, life.head(), documents.get(document).from(), document);
  }

  /** Both sign it at that time. */
  Edition agree(String at, String document) {
    Edition edition = next(document);
    says(Role.HR, at, new Matter.Proposal(edition, Optional.empty()));
    says(Role.COUNCIL, at, new Matter.Approval(edition, Map.of()));
    return edition;
  }

  String hash(Edition edition) {
    return edition.hash(TOWN);
  }
}
