-- Devices whose pushes wait: the last of each, without any text. They go with the person.
CREATE TABLE held_push (
  employer     int NOT NULL REFERENCES employer,
  person       bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  device       bytea NOT NULL,
  notification text NOT NULL,
  event        bytea NOT NULL,
  events       int NOT NULL,
  until        timestamptz NOT NULL,
  PRIMARY KEY (employer, person, device)
);
CREATE INDEX held_push_until ON held_push (employer, until);
