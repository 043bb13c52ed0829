-- Counts the changes, so that HR and the person do not overwrite each other unseen.
ALTER TABLE telework_resident ADD COLUMN version bigint NOT NULL DEFAULT 1;
