-- The signed, hash-chained account of changes to policies, rules, roles, terms, keys and releases.
CREATE TABLE audit (
  employer int NOT NULL REFERENCES employer,
  seq      bigint NOT NULL,
  prev     text NOT NULL,
  hash     text NOT NULL,
  json     text NOT NULL CHECK (json::json IS NOT NULL),
  PRIMARY KEY (employer, seq)
);

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % is append-only: % is refused. Append a row that says what is right instead.',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM PUBLIC, CURRENT_USER;
