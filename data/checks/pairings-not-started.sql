-- check: pairings-not-started
-- rule: R28
-- severity: inform
-- subject: programme
-- harm: 26
-- title: Pairings not started yet
-- says: {pairings} new {pairings?pairing has|pairings have} not started, for up to {days} {days?day|days}
-- why: It is essential to clarify expectations and goals at the start; the first weeks decide.
-- fix: record what each pair agreed and each side's yes, then start them; many can be done at once
-- command: chiron pairing agree --all --programme {programme_id} --agreed-by both
-- screen: pairs state:contracting programme_id:{programme_id}
-- measure: pairings
-- Each one by name: agreement-missing, purpose-not-confirmed. A pair that waits too long: never-started.
SELECT r.programme_id AS subject_id, NULL AS pairing_id, r.programme_id, r.name AS who, count(*) AS pairings,
	max(1, max(CAST(julianday(:today) - julianday(k.made_on) AS INTEGER))) AS days
FROM programme r
JOIN pairing p ON p.programme_id = r.programme_id AND p.state = 'contracting'
JOIN spell k ON k.spell_id = p.spell_id
WHERE r.state IN ('open', 'running')
GROUP BY r.programme_id
