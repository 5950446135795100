-- report: exceptions-by-rule
-- title: Exceptions by rule
-- about: How often a rule was overridden with a reason in the period, by programme; and the rules that a programme
--     lowered to warnings, whatever the period. Who it was for, and why, is in the report exceptions.
-- none: No rule was overridden in the period, and none is lowered to a warning.
-- columns: programme:text:Programme, rule:text:Rule, check_name:text:What it watches, times:number:Overridden,
--     lowered:yes:Only warns
-- rules: R2
-- scan: programmes, and so their settings, are few, and so are overrides
SELECT r.name AS programme, o.rule, o.check_name, count(*) AS times, NULL AS lowered
FROM override o
LEFT JOIN pairing p ON p.pairing_id = o.pairing_id
LEFT JOIN programme r ON r.programme_id = ifnull(p.programme_id, o.programme_id)
WHERE o.made_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
	AND (:programme IS NULL OR r.programme_id = :programme)
	AND (:cohort IS NULL OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
GROUP BY r.programme_id, o.rule, o.check_name
UNION ALL
SELECT r.name, t.lowered_rules, NULL, NULL, 'yes'
FROM settings t
JOIN programme r ON r.programme_id = t.programme_id
WHERE t.lowered_rules IS NOT NULL AND (:programme IS NULL OR r.programme_id = :programme) AND :cohort IS NULL
ORDER BY programme, lowered, rule, check_name
