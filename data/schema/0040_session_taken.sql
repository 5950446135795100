-- The session of a time together that a coordinator took away last, as recorded by mistake: the two find it said.
ALTER TABLE spell ADD COLUMN taken_session_on TEXT;
ALTER TABLE spell ADD COLUMN taken_on TEXT;
ALTER TABLE spell ADD COLUMN taken_by TEXT;
CREATE INDEX spell_by_taken ON spell (taken_on) WHERE taken_on IS NOT NULL;
