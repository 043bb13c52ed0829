-- Emergencies by the sender's role: whom they reached and who called them stands nowhere.
CREATE TABLE emergency (
  employer int NOT NULL REFERENCES employer,
  id       uuid NOT NULL,
  hour     timestamptz NOT NULL,
  role     text NOT NULL,
  reason   text NOT NULL,
  verdict  text,
  judged   timestamptz,
  PRIMARY KEY (employer, id),
  CHECK ((verdict IS NULL) = (judged IS NULL))
);
CREATE INDEX emergency_hour ON emergency (employer, hour);
