-- Issues outside the remit of a pair (R62). What was said about them is the pair's wording, in pair_text. No row says
-- that something was passed on which the learner, after a documented discussion, had not approved.
CREATE TABLE referral (
	referral_id INTEGER PRIMARY KEY AUTOINCREMENT,
	row_version INTEGER NOT NULL,
	pairing_id INTEGER NOT NULL REFERENCES pairing,
	spell_id INTEGER NOT NULL REFERENCES spell,
	state TEXT NOT NULL,
	raised_on TEXT NOT NULL,
	discussed_on TEXT,
	approved TEXT,
	answered_on TEXT,
	how TEXT,
	recorded_by INTEGER REFERENCES person,
	forwarded_on TEXT,
	closed_on TEXT,
	CHECK (approved IS NULL
		OR (discussed_on >= raised_on AND answered_on >= discussed_on AND how IS NOT NULL)),
	CHECK (state NOT IN ('approved', 'forwarded') OR approved IS 'yes'),
	CHECK (forwarded_on IS NULL OR (approved IS 'yes' AND forwarded_on >= answered_on)),
	CHECK ((state = 'forwarded') <= (forwarded_on IS NOT NULL))
) STRICT;
CREATE INDEX referral_by_pairing ON referral (pairing_id);
CREATE INDEX referral_by_spell ON referral (spell_id);
CREATE INDEX referral_by_raised ON referral (raised_on);
CREATE INDEX referral_by_state ON referral (state);
CREATE INDEX referral_by_recorder ON referral (recorded_by) WHERE recorded_by IS NOT NULL;
CREATE TRIGGER referral_is_documented BEFORE UPDATE ON referral
WHEN new.approved IS NOT NULL AND (
	NOT EXISTS (SELECT 1 FROM pair_text WHERE kind = 'discussion' AND object_id = new.referral_id)
	OR NOT EXISTS (SELECT 1 FROM pair_text WHERE kind = 'referral_to' AND object_id = new.referral_id))
BEGIN
	SELECT raise(ABORT, 'the discussion of a referral is documented before it is answered (R62)');
END;
CREATE TRIGGER referral_begins_as_raised BEFORE INSERT ON referral WHEN new.state <> 'raised'
BEGIN
	SELECT raise(ABORT, 'a referral begins as raised (R62)');
END;
CREATE TRIGGER referral_is_not_deleted BEFORE DELETE ON referral
BEGIN
	SELECT raise(ABORT, 'a referral stays (R62)');
END;
