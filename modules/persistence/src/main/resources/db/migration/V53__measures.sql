-- Measures of HR and works council. A unit is named by its key alone: a reorganisation must not take away what a council decided.
CREATE TABLE measure (
  employer int NOT NULL REFERENCES employer,
  id       uuid NOT NULL,
  state    text NOT NULL,
  begun    date,
  done     date,
  changed  timestamptz NOT NULL,
  version  bigint NOT NULL,
  PRIMARY KEY (employer, id),
  CHECK (done IS NULL OR begun IS NOT NULL AND done >= begun)
);

-- What was agreed, and what waits for the other side; a proposal without a title is to give the measure up.
CREATE TABLE measure_plan (
  employer          int NOT NULL,
  measure           uuid NOT NULL,
  standing          text NOT NULL CHECK (standing IN ('AGREED', 'PROPOSED')),
  proposer          text,
  title_de          text,
  title_en          text,
  horizon           text,
  owner             text,
  scope             text,
  due               date,
  indicator         text,
  staff_days        numeric(12, 2),
  euros             numeric(16, 2),
  resolution_date   date,
  resolution_number text,
  PRIMARY KEY (employer, measure, standing),
  FOREIGN KEY (employer, measure) REFERENCES measure ON DELETE CASCADE,
  CHECK ((standing = 'PROPOSED') = (proposer IS NOT NULL)),
  CHECK (title_de IS NOT NULL OR standing = 'PROPOSED')
);
