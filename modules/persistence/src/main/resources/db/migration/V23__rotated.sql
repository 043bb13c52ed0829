-- A ledger may hand over from one signing key to the next.
ALTER TABLE ledger DROP CONSTRAINT ledger_type_check;
ALTER TABLE ledger ADD CONSTRAINT ledger_type_check
  CHECK (type IN ('RELEASE', 'DESTROYED', 'WITHDRAWN', 'ROTATED') AND (type = 'ROTATED') = (week IS NULL));
