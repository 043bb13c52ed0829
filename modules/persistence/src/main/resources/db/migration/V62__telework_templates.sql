-- Model terms of telework taken over from other cities: drafts of HR's, as the bundle had them.
CREATE TABLE telework_template (
  employer text NOT NULL,
  id       uuid NOT NULL,
  city     text NOT NULL,
  made     date NOT NULL,
  text     text NOT NULL,
  PRIMARY KEY (employer, id)
);
