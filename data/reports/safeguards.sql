-- report: safeguards
-- rules: R28 R29 R41 R58
-- title: What was agreed
-- about: Of the live pairings of each programme: those with an agreement, those in which both sides have said yes
--     to it, those whose mentor or coach declared to have no conflict of interest, and those whose two let
--     the coordinator read the wording of actions.
-- columns: programme:text:Programme, live:number:Live pairings, agreed:number:Agreement, both:number:Both said yes,
--     declared:number:No conflict declared, shared:number:Actions shared
-- scan: programmes are few, and it goes through their live pairings
SELECT r.name AS programme, count(p.pairing_id) AS live, count(a.agreement_id) AS agreed,
	sum(a.agreement_id IS NOT NULL AND (
		SELECT count(DISTINCT w.person_id) FROM answer w
		WHERE w.subject = 'spell' AND w.subject_id = p.spell_id AND w.question = 'knows_purpose'
			AND w.value = 'yes'
	) = 2) AS both,
	sum(ifnull(a.conflict_declared = 'yes', 0)) AS declared,
	sum(ifnull(a.share_action_wording = 'yes', 0)) AS shared
FROM programme r
LEFT JOIN pairing p ON p.programme_id = r.programme_id AND p.state IN ('contracting', 'active', 'paused')
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
LEFT JOIN agreement a ON a.spell_id = p.spell_id
WHERE r.programme_id = ifnull(:programme, r.programme_id)
GROUP BY r.programme_id
ORDER BY r.name
