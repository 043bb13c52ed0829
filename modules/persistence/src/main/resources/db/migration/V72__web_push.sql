-- Browsers that want to be told when a window opens, and openings still to be told. All of it goes with the person.
CREATE TABLE push_subscription (
  id       uuid PRIMARY KEY,
  employer int NOT NULL REFERENCES employer,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  endpoint text NOT NULL UNIQUE,
  key      bytea NOT NULL,
  auth     bytea NOT NULL,
  language text NOT NULL,
  created  timestamptz NOT NULL
);
CREATE INDEX push_subscription_of_person ON push_subscription (employer, person);

CREATE TABLE window_opening (
  no       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer int NOT NULL REFERENCES employer,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  key      bytea NOT NULL UNIQUE,
  counts   int[] NOT NULL,
  at       timestamptz NOT NULL
);
CREATE INDEX window_opening_of_employer ON window_opening (employer, person, no);
