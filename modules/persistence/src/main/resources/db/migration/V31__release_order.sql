-- What waits is released by window: whoever reads the first few of many that are due at one instant,
-- such as Monday 07:00, must not sort them all.
CREATE INDEX deferral_due ON deferral (employer, until, person, arrived, id);
DROP INDEX deferral_bell;
