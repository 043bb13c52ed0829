-- Where somebody lives and how long their contract's week is, whatever terms hold; the person and HR read it.
CREATE TABLE telework_resident (
  employer       int NOT NULL REFERENCES employer,
  person         bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  state          text,
  weekly_minutes int,
  PRIMARY KEY (employer, person)
);

ALTER TABLE telework_day ADD COLUMN exception text;
ALTER TABLE telework_agreement ADD COLUMN renewal boolean NOT NULL DEFAULT false;
ALTER TABLE telework_agreement ADD COLUMN checked text[] NOT NULL DEFAULT '{}';
