-- Comments of employees on a proposal. Without a person nobody is named, and only the day is kept.
CREATE TABLE policy_comment (
  employer text NOT NULL,
  id       uuid NOT NULL,
  edition  text NOT NULL,
  person   text,
  text     text NOT NULL,
  on_day   date NOT NULL,
  PRIMARY KEY (employer, id)
);
CREATE INDEX policy_comment_edition ON policy_comment (employer, edition);
