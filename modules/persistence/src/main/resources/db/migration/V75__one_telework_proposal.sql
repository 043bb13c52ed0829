-- One telework proposal at a time for a person or a unit, of two in the same instant too. Of older ones the newest goes on waiting, the others are taken back.
UPDATE telework_agreement AS older
   SET state = 'WITHDRAWN', version = version + 1
 WHERE state = 'PROPOSED'
   AND EXISTS (SELECT FROM telework_agreement newer
                WHERE newer.employer = older.employer AND newer.state = 'PROPOSED'
                  AND newer.person IS NOT DISTINCT FROM older.person AND newer.unit IS NOT DISTINCT FROM older.unit
                  AND (newer.changed, newer.id) > (older.changed, older.id));
CREATE UNIQUE INDEX telework_proposed_person ON telework_agreement (employer, person) WHERE state = 'PROPOSED' AND person IS NOT NULL;
CREATE UNIQUE INDEX telework_proposed_unit ON telework_agreement (employer, unit) WHERE state = 'PROPOSED' AND unit IS NOT NULL;
