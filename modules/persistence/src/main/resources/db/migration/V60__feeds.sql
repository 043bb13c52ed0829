-- Secret addresses of people's free times; the secret is here as SHA-256 of 256 random bits only.
CREATE TABLE feed (
  id       uuid PRIMARY KEY,
  sha256   bytea NOT NULL UNIQUE,
  employer int NOT NULL REFERENCES employer,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  created  timestamptz NOT NULL
);
CREATE INDEX feed_of_person ON feed (employer, person);
