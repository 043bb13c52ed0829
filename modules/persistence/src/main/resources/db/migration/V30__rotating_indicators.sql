-- Weeks that were open before there were indicators that take turns.
DO $$
DECLARE week text;
BEGIN
  FOR week IN SELECT tablename FROM pg_tables
              WHERE schemaname = 'open_week' AND tablename LIKE 'tally\_%' LOOP
    EXECUTE format('ALTER TABLE open_week.%I ADD COLUMN density smallint NOT NULL DEFAULT 0, ADD COLUMN telework smallint NOT NULL DEFAULT 0, ALTER contacts SET DEFAULT 0, ALTER meetings SET DEFAULT 0, ALTER rest SET DEFAULT 0', week);
    EXECUTE format('ALTER TABLE open_week.%I ALTER density SET STATISTICS 0, ALTER telework SET STATISTICS 0', week);
  END LOOP;
END $$;
