-- Every deferral pays for its indexes twice, when it is held and when it is released: they hold no
-- more than finds it. Those of one person and instant are few enough to be sorted by arrival.
CREATE INDEX deferral_when ON deferral (employer, until, person);
DROP INDEX deferral_due;
DROP INDEX deferral_person;
CREATE INDEX deferral_person ON deferral (person);
DROP INDEX deferral_ref;
CREATE INDEX deferral_ref ON deferral (ref_id);
