-- Addresses under which other systems know people and units; in the directory and nowhere else.
CREATE TABLE person_address (
  employer int NOT NULL REFERENCES employer,
  kind     text NOT NULL CHECK (kind IN ('MAIL', 'CHAT', 'EXTERNAL')),
  address  text NOT NULL,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  position int NOT NULL,
  PRIMARY KEY (employer, kind, address)
);
CREATE INDEX person_address_of ON person_address (person);
ALTER TABLE person_address ALTER COLUMN address SET STATISTICS 0, ALTER COLUMN person SET STATISTICS 0;

ALTER TABLE unit ADD COLUMN external_id text;

-- Gone for every question, not yet erased everywhere: a crash in between is made good at the next start.
ALTER TABLE person ADD COLUMN leaving boolean NOT NULL DEFAULT false;
CREATE INDEX person_leaving ON person (employer) WHERE leaving;
