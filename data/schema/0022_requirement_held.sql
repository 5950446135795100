-- What answers a requirement, and from which day until which (R78): the earlier of the day on the certificate and the
-- programme's own months counts. Names are compared without regard to case. Where neither says a day it holds on, but
-- not in a programme that asks for months: then it holds until ''.
CREATE VIEW requirement_held AS
SELECT q.requirement_id, q.programme_id, c.person_id, ifnull(c.awarded_on, '') AS held_from,
	min(ifnull(c.expires_on, '9999-12-31'), CASE
		WHEN q.valid_months IS NULL THEN '9999-12-31'
		WHEN c.awarded_on IS NOT NULL THEN months_after(c.awarded_on, q.valid_months)
		ELSE ifnull(c.expires_on, '')
	END) AS held_until
FROM requirement q
JOIN credential c ON lower(c.name) = lower(q.name);
