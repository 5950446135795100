-- check: mentor-not-senior
-- rule: R5
-- severity: warn
-- subject: pairing
-- occasion: pairing agreement
-- harm: 41
-- title: Mentor not more experienced
-- says: {guide} has grade {guide_grade}, {learner} has {learner_grade}
-- why: A mentor has been further along the way than the mentee. Peers and reversed pairs work, too, where it is on
--     purpose and both know.
-- fix: mark it as peer or reverse in the agreement, or choose another mentor
-- command: chiron pairing agree {pairing_id} --experience peer
-- key: y
-- screen: pairing {pairing_id} agreed
-- A grade that is not known breaks nothing.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.name AS guide,
	l.name AS learner, g.grade AS guide_grade, l.grade AS learner_grade
FROM pairing p
JOIN settings t ON t.programme_id = p.programme_id
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id
WHERE p.kind = 'mentoring' AND p.state IN ('contracting', 'active', 'paused')
	AND g.grade - l.grade < t.grade_gap
	AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.spell_id = p.spell_id AND a.experience IS NOT NULL)
