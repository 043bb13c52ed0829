-- Whose free times are kept in the calendar server too, because they want it; the times themselves are not here.
CREATE TABLE kept_times (
  person   bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  employer int NOT NULL REFERENCES employer,
  wanted   boolean NOT NULL,
  state    text NOT NULL CHECK (state IN ('WAITING', 'KEPT', 'NOT_OFFERED', 'REFUSED')),
  digest   text -- of what lies there; null: nothing of ours
);
CREATE INDEX kept_times_of_employer ON kept_times (employer);
