-- What HR and the works council signed: append-only. Nothing here is believed; the server checks each row's signature against keys outside the database.
CREATE TABLE declaration (
  seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer  text NOT NULL,
  side      text NOT NULL CHECK (side IN ('HR', 'COUNCIL')),
  after     text NOT NULL,
  text      text NOT NULL,
  signature text NOT NULL,
  UNIQUE (employer, side, after)
);

-- Policy documents that were proposed, as they were written, by the hash of their canonical JSON.
CREATE TABLE policy_text (
  employer text NOT NULL,
  document text NOT NULL,
  text     text NOT NULL,
  PRIMARY KEY (employer, document)
);

CREATE TRIGGER declaration_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declaration
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policy_text_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_text
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON declaration, policy_text FROM PUBLIC, CURRENT_USER;

-- What HR is still writing.
CREATE TABLE policy_draft (
  employer text NOT NULL,
  id       uuid NOT NULL,
  text     text NOT NULL,
  changed  timestamptz NOT NULL,
  version  bigint NOT NULL,
  PRIMARY KEY (employer, id)
);

-- Keys made in a signer's browser: the public half, and the private half wrapped under a passphrase the server never sees.
CREATE TABLE browser_key (
  employer text NOT NULL,
  side     text NOT NULL CHECK (side IN ('HR', 'COUNCIL')),
  public   text NOT NULL,
  wrapped  text NOT NULL,
  made     timestamptz NOT NULL,
  PRIMARY KEY (employer, side, public)
);
