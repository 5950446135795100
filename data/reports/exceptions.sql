-- report: exceptions
-- title: Exceptions made
-- about: Every rule that was overridden in the period, for whom, why, by whom and when, the newest first; and the rules
--     that a programme has lowered to warnings, whatever the period.
-- columns: made_on:date:Date, rule:text:Rule, check_name:text:What it watches, programme:text:Programme,
--     who:text:For whom,
--     reason:text:Reason, made_by:text:By
-- rules: R2
-- scan: programmes, and so their settings, are few, and so are coordinators
SELECT made_on, rule, check_name, programme, who, reason, made_by
FROM (
	SELECT o.override_id, o.made_on, o.rule, o.check_name, r.name AS programme, g.name || ' / ' || l.name AS who,
		o.reason,
		coalesce(h.name, k.name, (SELECT max(y.name) FROM coordinator y WHERE y.limited IS NOT 'yes'
			HAVING count(*) = 1), 'coordinator') AS made_by
	FROM override o
	LEFT JOIN pairing p ON p.pairing_id = o.pairing_id
	LEFT JOIN person g ON g.person_id = p.guide_id
	LEFT JOIN person l ON l.person_id = p.learner_id
	LEFT JOIN programme r ON r.programme_id = ifnull(p.programme_id, o.programme_id)
	LEFT JOIN person h ON h.person_id = o.made_by
	LEFT JOIN coordinator k ON k.coordinator_id = o.coordinator_id
	WHERE o.made_on BETWEEN ifnull(:from, '') AND ifnull(:to, :today)
		AND (:programme IS NULL OR r.programme_id = :programme)
		AND (:cohort IS NULL OR p.pairing_id IS NULL
			OR p.pairing_id IN (SELECT pairing_id FROM in_cohort WHERE cohort_id = :cohort))
	UNION ALL
	SELECT 0, NULL, t.lowered_rules, NULL, r.name, NULL, 'only warns in this programme, by its settings', NULL
	FROM settings t
	JOIN programme r ON r.programme_id = t.programme_id
	WHERE t.lowered_rules IS NOT NULL AND (:programme IS NULL OR r.programme_id = :programme)
)
ORDER BY made_on DESC, override_id DESC
