-- Who is in which block of a quarter: written when it is cut, changed by nobody, and gone with whoever leaves the house. The plan and its
-- headcounts stay. The server's role may insert and select; rows go with the person's alone.
CREATE TABLE block_member (
  employer int NOT NULL REFERENCES employer,
  quarter  text NOT NULL,
  person   bigint NOT NULL, -- of a person; a foreign key would write their row anew into the log each quarter
  block    int NOT NULL,
  PRIMARY KEY (employer, quarter, person) -- of a block_plan, which nobody may lock for a foreign key
);
CREATE INDEX block_member_of ON block_member (person);
ALTER TABLE block_member ALTER COLUMN person SET STATISTICS 0;

INSERT INTO block_member
SELECT b.employer, b.quarter, m.person, m.block
FROM block_plan b, unnest(b.people, b.blocks) AS m (person, block)
WHERE EXISTS (SELECT 1 FROM person p WHERE p.no = m.person);

ALTER TABLE block_plan DROP COLUMN people, DROP COLUMN blocks;

CREATE TRIGGER block_member_frozen BEFORE UPDATE OR TRUNCATE ON block_member
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION leave_blocks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM block_member WHERE person = OLD.no;
  RETURN OLD;
END $$;
CREATE TRIGGER person_leaves_blocks AFTER DELETE ON person
  FOR EACH ROW EXECUTE FUNCTION leave_blocks();
