-- check: unfinished-record
-- rule: R42
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 20
-- title: Unfinished record
-- says: {unfinished} {unfinished?session has|sessions have} no summary or no word on actions yet
-- why: The learning and the actions of each session are summed up, or they are lost.
-- fix: the mentor or coach adds a summary, or says the pair keeps it, and the actions or that there are none
-- command: chiron session list --pairing {pairing_id} complete:no
-- screen: pairing {pairing_id} sessions {first}
-- measure: unfinished
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	p.unfinished_records AS unfinished,
	(
		SELECT s.session_id FROM session s
		WHERE s.pairing_id = p.pairing_id AND (+s.state) = 'held' AND s.complete IS NOT 'yes'
		ORDER BY s.session_date LIMIT 1
	) AS first
FROM pairing p
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.unfinished_records > 0 AND p.state IN ('contracting', 'active', 'paused', 'closing')
