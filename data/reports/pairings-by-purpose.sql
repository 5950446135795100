-- report: pairings-by-purpose
-- title: Pairings by purpose and objective
-- about: Pairings made in the period, by what they are for (a specific need, new expertise, the next level) and by the
--     objective of the organisation that they serve, as the agreement in force says; those that say
--     nothing are counted in a row without it.
-- columns: programme:text:Programme, purpose:agreement.purpose:Purpose, objective:text:Objective,
--     pairings:number:Pairings, live:number:Live now
-- rules: R24 R25
-- scan: it goes through every pairing
SELECT r.name AS programme, a.purpose, o.name AS objective, count(*) AS pairings,
	sum(p.state NOT IN ('closing', 'closed')) AS live
FROM programme r
JOIN counted_pairing p ON p.programme_id = r.programme_id
LEFT JOIN agreement a ON a.spell_id = p.spell_id
LEFT JOIN objective o ON o.objective_id = a.objective_id
WHERE r.programme_id = ifnull(:programme, r.programme_id)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	AND p.made_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
GROUP BY r.programme_id, a.purpose, a.objective_id
ORDER BY r.name, pairings DESC, a.purpose, o.name
