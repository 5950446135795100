-- check: gone-silent
-- rule: R33
-- severity: warn
-- subject: pairing
-- occasion: time
-- harm: 7
-- title: Silent
-- says: no session for {days} days; the last {by_then?that is known of was by|was} {last:date}
-- why: Pairs die quietly, and one call in time often saves them. The limit is set by the programme: 60 days, or
--     twice the agreed interval where that is more, unless it says otherwise.
-- fix: ask both how it goes, log a session that was held, or pause or close the pairing
-- command: chiron log {pairing_id}
-- key: L
-- screen: pairing {pairing_id} sessions
SELECT pairing_id AS subject_id, pairing_id, programme_id, who, last, by_then, days
FROM (
	SELECT i.*, CAST(julianday(:today) - julianday(since) AS INTEGER) AS days FROM inactive i
)
WHERE days >= silent_after
ORDER BY days DESC
