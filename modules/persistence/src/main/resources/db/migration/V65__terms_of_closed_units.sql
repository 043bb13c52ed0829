-- Terms that have ended stay when their unit closes, as measures do; running ones keep it open (DirectoryRows).
ALTER TABLE telework_agreement DROP CONSTRAINT telework_agreement_employer_unit_fkey;
