-- check: agreed-too-short
-- rule: R39
-- severity: warn
-- subject: pairing
-- occasion: agreement
-- harm: 0
-- title: Agreed for less than nine months
-- says: they agreed to end on {ends:date}, before the {least} months that mentoring takes are over
-- why: Successful mentoring lasts nine months to a year. Induction programmes may be shorter.
-- fix: agree on a later end, or on none; whoever means it so acknowledges it
-- command: chiron pairing agree {pairing_id} --planned-end-on {until}
-- key: y
-- The plan of a whole programme: mentoring-too-short.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	a.planned_end_on AS ends, t.shortest_months AS least, months_after(a.starts_on, t.shortest_months) AS until
FROM pairing p
JOIN programme r ON r.programme_id = p.programme_id
JOIN settings t ON t.programme_id = p.programme_id
JOIN agreement a ON a.spell_id = p.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'mentoring' AND p.state IN ('contracting', 'active', 'paused')
	AND ifnull(r.type, 'standard') = 'standard' AND ifnull(a.open_ended, 'no') <> 'yes'
	AND a.planned_end_on < months_after(a.starts_on, t.shortest_months)
	AND ifnull(r.planned_months, t.shortest_months) >= t.shortest_months
ORDER BY ends
