-- check: proposals-waiting
-- rule: R17
-- severity: inform
-- subject: programme
-- harm: 26
-- title: Proposals waiting for a decision
-- says: {waiting} {waiting?proposal waits|proposals wait} for a decision, the oldest {days} {days?day|days} old
-- why: An open proposal holds a place, and two people wait for it.
-- fix: accept or decline them
-- command: chiron proposal list --programme {programme_id}
-- screen: board {programme_id}
-- measure: waiting
-- Each one: proposal-waiting.
SELECT r.programme_id AS subject_id, NULL AS pairing_id, r.programme_id, r.name AS who, count(*) AS waiting,
	max(CAST(julianday(:today) - julianday(coalesce(o.proposed_on, :today)) AS INTEGER)) AS days
FROM programme r
JOIN proposal o ON o.programme_id = r.programme_id AND o.state IN ('drafted', 'approved')
	AND ifnull(o.expires_on, :today) >= :today
GROUP BY r.programme_id
