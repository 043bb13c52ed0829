-- Which reminder of a telework agreement went to which outlet; an outlet is a digest. No foreign key: an agreement's row is
-- written anew with each change. What belongs to none any more is taken away within a minute.
CREATE TABLE telework_reminded (
  employer  int NOT NULL REFERENCES employer,
  outlet    text NOT NULL,
  agreement uuid NOT NULL,
  kind      text NOT NULL,
  due       date NOT NULL,
  PRIMARY KEY (employer, outlet, agreement, kind, due)
);
