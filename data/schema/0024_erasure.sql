-- That somebody was erased (UK GDPR, Article 17): when, by whom, and what a list or a copy of before is known by.
ALTER TABLE person ADD COLUMN erased_on TEXT;
ALTER TABLE scheme ADD COLUMN keep_months INTEGER;

-- Steps name a coordinator by the number below zero; so does erased_by. The hashes are of the folded e-mail address and
-- of the name, each with the scheme's number: they say whether a row of a list is about that person, and nothing else.
CREATE TABLE erasure (
	person_id INTEGER PRIMARY KEY,
	erased_at TEXT NOT NULL,
	erased_by INTEGER,
	records INTEGER NOT NULL,
	email_hash BLOB,
	name_hash BLOB NOT NULL
) STRICT;
CREATE INDEX erasure_by_email ON erasure (email_hash) WHERE email_hash IS NOT NULL;
CREATE INDEX erasure_by_name ON erasure (name_hash);

-- What was passed on for somebody goes with them, and only so.
DROP TRIGGER referral_is_not_deleted;
CREATE TRIGGER referral_is_not_deleted BEFORE DELETE ON referral WHEN NOT EXISTS (
	SELECT 1 FROM erasure e JOIN pairing p ON p.learner_id = e.person_id WHERE p.pairing_id = old.pairing_id)
BEGIN
	SELECT raise(ABORT, 'a referral stays (R62)');
END;
