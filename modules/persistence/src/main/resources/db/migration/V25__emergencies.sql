-- An emergency that went to the on-call first: deleted by an answer, else due like what waited.
ALTER TABLE deferral ADD COLUMN unless_answered boolean NOT NULL DEFAULT false;
