-- ANALYZE copies sample values into pg_statistic, where they would outlive their rows and stand
-- outside the directory: not of people, and not of what is held for them. All look-ups go by index.
ALTER TABLE person ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN facts SET STATISTICS 0;
ALTER TABLE account ALTER COLUMN user_name SET STATISTICS 0, ALTER COLUMN person SET STATISTICS 0;
ALTER TABLE session ALTER COLUMN user_name SET STATISTICS 0, ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE deferral ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN person SET STATISTICS 0,
  ALTER COLUMN ref_source SET STATISTICS 0, ALTER COLUMN ref_id SET STATISTICS 0;
ALTER TABLE rest_until ALTER COLUMN person SET STATISTICS 0, ALTER COLUMN until SET STATISTICS 0;
