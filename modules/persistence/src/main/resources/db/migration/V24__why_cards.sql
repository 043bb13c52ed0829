-- Who wants no explanations kept. The cards themselves live in tables of the open week.
CREATE TABLE card_unwanted (
  employer int NOT NULL REFERENCES employer,
  person   bigint NOT NULL,
  PRIMARY KEY (employer, person)
);

-- Weeks that were open before there were cards.
DO $$
DECLARE week text;
BEGIN
  FOR week IN SELECT substr(tablename, 6) FROM pg_tables
              WHERE schemaname = 'open_week' AND tablename LIKE 'seen\_%' LOOP
    EXECUTE format('CREATE UNLOGGED TABLE open_week.%I (pseudonym bytea, n int, sealed bytea NOT NULL, PRIMARY KEY (pseudonym, n))', 'card_' || week);
    EXECUTE format('CREATE UNLOGGED TABLE open_week.%I (pseudonym bytea PRIMARY KEY, n int NOT NULL)', 'card_count_' || week);
    EXECUTE format('ALTER TABLE open_week.%I ALTER pseudonym SET STATISTICS 0, ALTER n SET STATISTICS 0, ALTER sealed SET STATISTICS 0', 'card_' || week);
    EXECUTE format('ALTER TABLE open_week.%I ALTER pseudonym SET STATISTICS 0, ALTER n SET STATISTICS 0', 'card_count_' || week);
  END LOOP;
END $$;

-- A deferral is decided anew when it is due: what its contact was, in finite words.
ALTER TABLE deferral ADD COLUMN class text NOT NULL DEFAULT 'MESSAGE NORMAL COLLEAGUE false NONE';
