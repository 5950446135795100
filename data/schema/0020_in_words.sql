-- Why a pairing ended and why somebody is not ready, in words, for coordinators: what no list of reasons has.
ALTER TABLE spell ADD COLUMN closure_note TEXT;
ALTER TABLE enrolment ADD COLUMN not_ready_because TEXT;
