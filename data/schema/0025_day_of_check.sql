-- A check or a reference of which no day is known answers no requirement (R78): as a tick in a list it proves nothing.
-- Training without a day still does where the programme sets no months: that somebody did a course is known.
DROP VIEW requirement_held;
CREATE VIEW requirement_held AS
SELECT q.requirement_id, q.programme_id, c.person_id, ifnull(c.awarded_on, '') AS held_from,
	min(ifnull(c.expires_on, '9999-12-31'), CASE
		WHEN q.valid_months IS NOT NULL AND c.awarded_on IS NOT NULL
			THEN months_after(c.awarded_on, q.valid_months)
		WHEN c.awarded_on IS NULL AND c.expires_on IS NULL
				AND (q.valid_months IS NOT NULL OR c.kind IN ('check', 'reference'))
			THEN ''
		WHEN q.valid_months IS NULL THEN '9999-12-31'
		ELSE c.expires_on
	END) AS held_until
FROM requirement q
JOIN credential c ON lower(c.name) = lower(q.name);
