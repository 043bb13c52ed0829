-- The open weeks and what surrounds them. A person is a number here, never an id.
CREATE TABLE week (
  employer int NOT NULL REFERENCES employer,
  week     text NOT NULL CHECK (week ~ '^\d{4}-W\d{2}$'),
  state    text NOT NULL CHECK (state IN ('OPEN', 'SEALED', 'RELEASED', 'DESTROYED')),
  PRIMARY KEY (employer, week)
);

-- Every open week has its own UNLOGGED tables in here: made when it opens, dropped when it is
-- released, so that nothing of it stays in WAL, backups or dead rows.
CREATE SCHEMA open_week;

CREATE TABLE inbound_offset (
  employer    int NOT NULL,
  week        text NOT NULL,
  partition   int NOT NULL,
  next_offset bigint NOT NULL,
  PRIMARY KEY (employer, week, partition)
);

CREATE TABLE lane (
  employer int NOT NULL,
  lane     int NOT NULL,
  until    timestamptz NOT NULL,
  ended    boolean NOT NULL,
  PRIMARY KEY (employer, lane)
);

CREATE TABLE rest_until (
  employer int NOT NULL,
  person   bigint NOT NULL,
  until    timestamptz NOT NULL,
  PRIMARY KEY (employer, person)
);

-- Exact counts: synthetic employers only.
CREATE TABLE total (
  employer int NOT NULL,
  name     text NOT NULL,
  count    bigint NOT NULL,
  PRIMARY KEY (employer, name)
);

CREATE TABLE deferral (
  id         bytea PRIMARY KEY,
  employer   int NOT NULL,
  person     bigint NOT NULL,
  ref_source text NOT NULL,
  ref_id     text NOT NULL,
  channel    text NOT NULL,
  until      timestamptz NOT NULL,
  arrived    bigint NOT NULL -- what comes at the same instant comes in this order
);
CREATE INDEX deferral_bell ON deferral (employer, until, arrived, id);
CREATE INDEX deferral_person ON deferral (employer, person);

-- Frozen per quarter; person numbers and their block indices side by side.
CREATE TABLE block_plan (
  employer int NOT NULL REFERENCES employer,
  quarter  text NOT NULL,
  plan     text NOT NULL CHECK (plan::json IS NOT NULL),
  people   bigint[] NOT NULL,
  blocks   int[] NOT NULL,
  PRIMARY KEY (employer, quarter),
  CHECK (cardinality(people) = cardinality(blocks))
);
