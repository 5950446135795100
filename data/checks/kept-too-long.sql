-- check: kept-too-long
-- rule: R84
-- severity: warn
-- subject: person
-- occasion: time
-- harm: 48
-- title: Kept longer than you said
-- says: {who} has had no part in it since {since:date}; people are kept for {keep} months
-- why: What is no longer needed of people is not kept (UK GDPR, Article 5); how long it is needed a scheme says itself.
-- fix: see what would go and what would stay, and erase them; or write down why not by acknowledging it
-- command: chiron person erase {subject_id}
-- key: d
-- screen: person {subject_id}
-- scan: the people once, where a scheme says how long it keeps them
-- The scheme is asked first (CROSS JOIN), so that without months nobody is looked at. Who left counts from that day;
-- who did not, from the end of their last pairing, unless they wait for another.
SELECT h.person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id, h.name AS who, k.keep_months AS keep,
	ifnull(h.left_on, (
		SELECT max(s.closed_on) FROM pairing p JOIN spell s ON s.spell_id = p.spell_id
		WHERE p.guide_id = h.person_id OR p.learner_id = h.person_id
	)) AS since
FROM scheme k
CROSS JOIN person h ON k.keep_months IS NOT NULL AND h.erased_on IS NULL
WHERE months_after(ifnull(h.left_on, (
		SELECT max(s.closed_on) FROM pairing p JOIN spell s ON s.spell_id = p.spell_id
		WHERE p.guide_id = h.person_id OR p.learner_id = h.person_id
	)), k.keep_months) < :today
	AND (h.left_on IS NOT NULL OR NOT EXISTS (
		SELECT 1 FROM enrolment e WHERE e.person_id = h.person_id AND e.state NOT IN ('completed', 'withdrawn')
	))
	AND NOT EXISTS (
		SELECT 1 FROM pairing p
		WHERE (p.guide_id = h.person_id OR p.learner_id = h.person_id) AND p.state <> 'closed'
	)
