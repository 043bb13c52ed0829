-- Which reports were prepared, out of how many rows of the ledger, and which outlets have them. An outlet is a digest.
CREATE TABLE report (
  employer    int NOT NULL REFERENCES employer,
  period      text NOT NULL,
  prepared    timestamptz NOT NULL,
  ledger_rows bigint NOT NULL,
  PRIMARY KEY (employer, period)
);

CREATE TABLE report_handed_over (
  employer int NOT NULL,
  period   text NOT NULL,
  outlet   text NOT NULL,
  PRIMARY KEY (employer, period, outlet),
  FOREIGN KEY (employer, period) REFERENCES report
);

-- Which side agreed to which bytes of a year's open data.
CREATE TABLE open_data_approval (
  employer int NOT NULL REFERENCES employer,
  year     int NOT NULL,
  hash     text NOT NULL,
  role     text NOT NULL CHECK (role IN ('HR', 'COUNCIL')),
  approved timestamptz NOT NULL,
  PRIMARY KEY (employer, year, hash, role)
);
