-- What the scheme shows instead of coach, coachee, mentor and mentee (R27); NULL: those words.
ALTER TABLE scheme ADD COLUMN shown_mentor TEXT;
ALTER TABLE scheme ADD COLUMN shown_mentors TEXT;
ALTER TABLE scheme ADD COLUMN shown_mentee TEXT;
ALTER TABLE scheme ADD COLUMN shown_mentees TEXT;
ALTER TABLE scheme ADD COLUMN shown_coach TEXT;
ALTER TABLE scheme ADD COLUMN shown_coaches TEXT;
ALTER TABLE scheme ADD COLUMN shown_coachee TEXT;
ALTER TABLE scheme ADD COLUMN shown_coachees TEXT;
