-- Alerts about units, from releases. Whether a side has taken note is kept, who did is not.
CREATE TABLE alert (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer   int NOT NULL REFERENCES employer,
  week       text NOT NULL,
  unit       text NOT NULL,
  indicator  text NOT NULL,
  rule       text NOT NULL,
  low        numeric NOT NULL,
  high       numeric NOT NULL,
  weeks      int NOT NULL,
  found      timestamptz NOT NULL,
  hr         boolean NOT NULL DEFAULT false,
  management boolean NOT NULL DEFAULT false,
  UNIQUE (employer, week, unit, indicator)
);

CREATE TABLE alert_judged (
  employer int PRIMARY KEY REFERENCES employer,
  week     text NOT NULL
);

-- What stays: how many were found in a month, and how many of them each side noted.
CREATE TABLE alert_count (
  employer   int NOT NULL REFERENCES employer,
  month      text NOT NULL,
  rule       text NOT NULL,
  found      int NOT NULL DEFAULT 0,
  hr         int NOT NULL DEFAULT 0,
  management int NOT NULL DEFAULT 0,
  PRIMARY KEY (employer, month, rule)
);
