-- Rule books handed in, by the hash of their rules. None is in force because a row here says so: both sides' approvals count.
CREATE TABLE rule_book (
  edition  text PRIMARY KEY,
  zip      bytea NOT NULL,
  from_at  timestamptz NOT NULL,
  proposed timestamptz NOT NULL
);

CREATE TABLE rule_book_word (
  edition  text NOT NULL REFERENCES rule_book,
  employer text NOT NULL,
  role     text NOT NULL CHECK (role IN ('HR', 'COUNCIL')),
  reason   text,
  at       timestamptz NOT NULL,
  PRIMARY KEY (edition, employer, role)
);
