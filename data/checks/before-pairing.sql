-- check: before-pairing
-- rule: R34
-- severity: warn
-- subject: session
-- occasion: session
-- harm: 0
-- title: Before they were paired
-- says: {held:date} is before the two were paired, {since:date}
-- why: A session cannot well have been held before the two had been brought together: one of the two days is mistyped,
--     or they have met longer than is recorded.
-- fix: correct the day of the session; where it is right, say in the agreement since when they have met
-- command: chiron session show {subject_id}
-- Of the days since when they may have met, the earliest counts. On the day on which a pair is entered,
-- what they had done before is entered, too; an introductory meeting may come before. Only what is new is worth a word.
SELECT s.session_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who,
	s.session_date AS held, min(k.made_on, ifnull(k.started_on, k.made_on), ifnull(a.starts_on, k.made_on)) AS since
FROM session s
JOIN spell k ON k.spell_id = s.spell_id
JOIN pairing p ON p.pairing_id = s.pairing_id
JOIN settings t ON t.programme_id = p.programme_id
LEFT JOIN agreement a ON a.spell_id = s.spell_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE s.state = 'held' AND s.session_date BETWEEN date(:today, '-' || t.recent_days || ' days') AND :today
	AND s.session_date >= date(:today, '-' || (SELECT max(recent_days) FROM settings) || ' days')
	AND s.session_date < min(k.made_on, ifnull(k.started_on, k.made_on), ifnull(a.starts_on, k.made_on))
	AND min(k.made_on, ifnull(k.started_on, k.made_on), ifnull(a.starts_on, k.made_on)) < :today
	AND s.introduction IS NOT 'yes' AND p.state IN ('contracting', 'active', 'paused')
