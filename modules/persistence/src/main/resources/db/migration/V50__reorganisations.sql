-- Reorganisations that wait for their quarter. Units as text; people by number, so that who leaves leaves here too.
CREATE TABLE reorganisation (
  employer  int NOT NULL REFERENCES employer,
  quarter   text NOT NULL CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  units     text NOT NULL CHECK (units::json IS NOT NULL),
  proposed  timestamptz NOT NULL,
  confirmed timestamptz,
  applied   timestamptz,
  PRIMARY KEY (employer, quarter)
);

CREATE TABLE reorganisation_move (
  employer int NOT NULL,
  quarter  text NOT NULL,
  person   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  unit     text NOT NULL,
  PRIMARY KEY (employer, quarter, person),
  FOREIGN KEY (employer, quarter) REFERENCES reorganisation ON DELETE CASCADE
);
ALTER TABLE reorganisation_move ALTER COLUMN person SET STATISTICS 0;
