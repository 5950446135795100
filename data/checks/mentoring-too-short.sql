-- check: mentoring-too-short
-- rule: R39
-- severity: warn
-- subject: programme
-- occasion: programme opening
-- harm: 0
-- title: Planned for less than nine months
-- says: {who} plans {months} {months?month|months} for a pairing, less than the {least} that mentoring takes
-- why: Successful mentoring lasts nine months to a year. Induction programmes may be shorter.
-- fix: plan nine to twelve months, or make it an induction programme
-- command: chiron programme set {subject_id} --planned-months 9
-- screen: programme {programme_id}
-- scan: programmes are few
SELECT programme_id AS subject_id, NULL AS pairing_id, programme_id, name AS who, planned_months AS months,
	shortest_months AS least
FROM programme
JOIN settings USING (programme_id)
WHERE kind = 'mentoring' AND planned_months < shortest_months AND ifnull(type, 'standard') = 'standard'
	AND state IN ('design', 'open', 'running')
