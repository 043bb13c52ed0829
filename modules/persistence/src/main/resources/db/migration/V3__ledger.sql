-- The signed, hash-chained account of all releases: append-only.
CREATE TABLE ledger (
  employer int NOT NULL REFERENCES employer,
  seq      bigint NOT NULL,
  type     text NOT NULL CHECK (type IN ('RELEASE', 'DESTROYED', 'WITHDRAWN')),
  week     text,
  prev     text NOT NULL,
  hash     text NOT NULL,
  json     text NOT NULL CHECK (json::json IS NOT NULL),
  PRIMARY KEY (employer, seq),
  UNIQUE (employer, week, type)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % is append-only: % is refused. Write a WITHDRAWN row instead.',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER block_plan_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON block_plan
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The owner could grant itself the right again, or drop the trigger; a role that is not the owner
-- can do neither.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger, block_plan FROM PUBLIC, CURRENT_USER;
