-- check: kept-columns
-- rule: -
-- severity: absolute
-- subject: pairing
-- harm: 0
-- title: Kept figures differ from a recount
-- says: {kept} kept, {counted} counted (sessions held, last session, open actions, unfinished records)
-- why: Lists show what is kept with each pairing; what is kept must equal what is there.
-- fix: this is a fault in chiron: keep a backup of the file and report it
-- command: chiron pairing show {pairing_id}
-- scan: it recounts every pairing, which is the point; it is not run for the first screen
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, kept, counted
FROM (
	SELECT p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
		p.sessions_held || ', ' || ifnull(p.last_session_on, '-') || ', ' || p.open_actions || ', '
			|| p.unfinished_records AS kept,
		(
			SELECT count(*) || ', ' || ifnull(max(s.session_date), '-')
			FROM session s WHERE s.pairing_id = p.pairing_id AND (+s.state) = 'held'
		) || ', ' || (
			SELECT count(*) FROM action a WHERE a.pairing_id = p.pairing_id AND a.state = 'open'
		) || ', ' || (
			SELECT count(*) FROM session s
			WHERE s.pairing_id = p.pairing_id AND (+s.state) = 'held' AND s.complete IS NOT 'yes'
		) AS counted
	FROM pairing p
	JOIN person g ON g.person_id = p.guide_id
	JOIN person l ON l.person_id = p.learner_id
)
WHERE kept <> counted
