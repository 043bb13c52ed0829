-- Open weeks of an older version get the column their tallies now have (Art. 21 GDPR).
DO $$
DECLARE tally text;
BEGIN
  FOR tally IN SELECT tablename FROM pg_tables WHERE schemaname = 'open_week' AND tablename LIKE 'tally\_%' LOOP
    EXECUTE format('ALTER TABLE open_week.%I ADD COLUMN objected boolean NOT NULL DEFAULT false', tally);
    EXECUTE format('ALTER TABLE open_week.%I ALTER COLUMN objected SET STATISTICS 0', tally);
  END LOOP;
END $$;
