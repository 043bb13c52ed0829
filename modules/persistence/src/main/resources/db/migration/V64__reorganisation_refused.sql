-- When its quarter came and it fitted the directory no more; the personnel office sees it until it withdraws it.
ALTER TABLE reorganisation ADD COLUMN refused timestamptz;
