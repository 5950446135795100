-- Those who have left, or are known to leave, are few of all people: they are looked for by their day.
CREATE INDEX person_by_left ON person (left_on) WHERE left_on IS NOT NULL;
