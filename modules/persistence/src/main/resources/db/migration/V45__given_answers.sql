-- Answers to requests with an Idempotency-Key, for a day: ids are digests, answers sealed under the client's key.
CREATE TABLE given_answer (
  id     bytea PRIMARY KEY,
  began  timestamptz NOT NULL,
  answer bytea
);
