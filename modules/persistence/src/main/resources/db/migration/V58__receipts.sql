-- Whom a receipt was sent to today: a keyed digest, kept for the day. After a crash of the database somebody may get a second one.
CREATE UNLOGGED TABLE receipt (
  employer int NOT NULL,
  day      date NOT NULL,
  digest   bytea NOT NULL,
  PRIMARY KEY (employer, day, digest)
);
