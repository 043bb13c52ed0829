-- Rule books on their way in, each compiled and tried in the background; what a stop interrupts is proved again. The bytes go once it is settled.
CREATE TABLE rule_book_proof (
  id      uuid PRIMARY KEY,
  zip     bytea,
  from_at timestamptz NOT NULL,
  asked   timestamptz NOT NULL,
  state   text NOT NULL CHECK (state IN ('PROVING', 'PROPOSED', 'REFUSED')),
  tries   int NOT NULL DEFAULT 0,
  edition text,
  reason  text
);
