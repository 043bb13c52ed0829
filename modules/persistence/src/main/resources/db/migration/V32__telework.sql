-- Telework agreements of a person or of a unit's staff, and planned days. A person stands here by number alone.
CREATE TABLE telework_agreement (
  employer         int NOT NULL REFERENCES employer,
  id               uuid NOT NULL,
  person           bigint REFERENCES person ON DELETE CASCADE,
  unit             text,
  state            text NOT NULL,
  proposer         text NOT NULL,
  quota            int NOT NULL, -- hundredths of a per cent
  days_per_week    int NOT NULL,
  weekly_minutes   int,
  presence         text[] NOT NULL,
  places           text[] NOT NULL,
  notice_days      int NOT NULL,
  from_day         date,
  until_day        date,
  revoked_from     date,
  revoked_grounds  boolean,
  equipped         boolean NOT NULL,
  risk_assessed    boolean NOT NULL,
  residence        text NOT NULL,
  changed          timestamptz NOT NULL,
  version          bigint NOT NULL,
  PRIMARY KEY (employer, id),
  FOREIGN KEY (employer, unit) REFERENCES unit,
  CHECK ((person IS NULL) <> (unit IS NULL)),
  CHECK ((revoked_from IS NULL) = (revoked_grounds IS NULL))
);
CREATE UNIQUE INDEX telework_agreed_person ON telework_agreement (employer, person) WHERE state = 'AGREED' AND person IS NOT NULL;
CREATE UNIQUE INDEX telework_agreed_unit ON telework_agreement (employer, unit) WHERE state = 'AGREED' AND unit IS NOT NULL;

CREATE TABLE telework_day (
  employer int NOT NULL REFERENCES employer,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  day      date NOT NULL,
  minutes  int NOT NULL,
  place    text NOT NULL,
  standing text NOT NULL,
  PRIMARY KEY (employer, person, day)
);
CREATE INDEX telework_day_by_date ON telework_day (employer, day);

-- Whoever lets colleagues of the unit see their days.
CREATE TABLE telework_shown (
  employer int NOT NULL REFERENCES employer,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  PRIMARY KEY (employer, person)
);
