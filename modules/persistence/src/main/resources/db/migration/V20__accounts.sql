-- Who logs in, which machines hold a token, who is logged in just now.
-- Secrets are here as hashes only: PBKDF2 for passwords, SHA-256 for 256 random bits.
CREATE TABLE account (
  user_name     text PRIMARY KEY,
  employer      text,
  person        text,
  roles         text NOT NULL,
  language      text NOT NULL,
  password_hash text NOT NULL,
  created       timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE token (
  id       text PRIMARY KEY,
  sha256   bytea NOT NULL UNIQUE,
  label    text NOT NULL,
  employer text,
  roles    text NOT NULL,
  created  timestamptz NOT NULL,
  expires  timestamptz
);

CREATE TABLE session (
  sha256    bytea PRIMARY KEY,
  user_name text NOT NULL REFERENCES account ON DELETE CASCADE,
  created   timestamptz NOT NULL,
  last_use  timestamptz NOT NULL,
  expires   timestamptz NOT NULL
);
CREATE INDEX session_of_user ON session (user_name);
