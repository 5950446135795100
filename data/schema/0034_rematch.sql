-- Whether the mentee or coachee wants another mentor or coach, asked when a pairing ends. Of earlier ends not known.
ALTER TABLE spell ADD COLUMN rematch TEXT;
