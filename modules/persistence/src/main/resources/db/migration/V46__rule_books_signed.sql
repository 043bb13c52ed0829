-- A rule book is approved by signed declarations; bare approvals count no more. A date is part of what is signed, to the microsecond kept here.
DROP TABLE rule_book_word;
