-- Two records of one person that are made one: what stands against it, and where a number leads that is no more.

-- name: called_merged
SELECT name AS who, NULL AS about_on FROM merged WHERE merged_id = :id;

-- name: merged_into
SELECT person_id FROM merged WHERE merged_id = :merged_id;

-- name: texts_written_by
SELECT count(*) AS n FROM pair_text WHERE author_id = :person_id;

-- name: merged_of
-- Every number that leads to the person.
SELECT merged_id FROM merged WHERE person_id = :person_id ORDER BY merged_id;

-- name: pairing_of_the_two
SELECT pairing_id FROM pairing WHERE guide_id = :a AND learner_id = :b
UNION ALL
SELECT pairing_id FROM pairing WHERE guide_id = :b AND learner_id = :a
LIMIT 1;

-- name: live_with_the_same
-- Live pairings of each of the two with one and the same person, on the same side.
SELECT p.pairing_id AS pairing_id, o.pairing_id AS other_id, l.name AS name
FROM pairing p
JOIN pairing o ON o.guide_id = :b AND o.learner_id = p.learner_id AND o.state IN ('contracting', 'active', 'paused')
JOIN person l ON l.person_id = p.learner_id
WHERE p.guide_id = :a AND p.state IN ('contracting', 'active', 'paused')
UNION ALL
SELECT p.pairing_id, o.pairing_id, g.name
FROM pairing p
JOIN pairing o ON o.learner_id = :b AND o.guide_id = p.guide_id AND o.state IN ('contracting', 'active', 'paused')
JOIN person g ON g.person_id = p.guide_id
WHERE p.learner_id = :a AND p.state IN ('contracting', 'active', 'paused')
LIMIT 1;

-- name: proposal_of_the_two
SELECT proposal_id FROM proposal WHERE guide_id = :a AND learner_id = :b
UNION ALL
SELECT proposal_id FROM proposal WHERE guide_id = :b AND learner_id = :a
LIMIT 1;

-- name: pair_rule_of_the_two
SELECT pair_rule_id FROM pair_rule WHERE guide_id = :a AND learner_id = :b
UNION ALL
SELECT pair_rule_id FROM pair_rule WHERE guide_id = :b AND learner_id = :a
LIMIT 1;

-- name: wish_of_the_two
SELECT wish_id FROM wish WHERE person_id = :a AND wished_id = :b
UNION ALL
SELECT wish_id FROM wish WHERE person_id = :b AND wished_id = :a
LIMIT 1;

-- name: merge_same_enrolment
SELECT k.enrolment_id AS kept_id
FROM enrolment o
JOIN enrolment k ON k.programme_id = o.programme_id AND k.person_id = :keep AND k.role = o.role
WHERE o.enrolment_id = :id;

-- name: merge_same_seat
SELECT k.committee_member_id AS kept_id
FROM committee_member o
JOIN committee_member k ON k.programme_id = o.programme_id AND k.person_id = :keep
WHERE o.committee_member_id = :id;

-- name: merge_same_wish
-- Of the same person for the same one, by the same: whoever of these two the two were one of.
SELECT k.wish_id AS kept_id
FROM wish o
JOIN wish k ON k.programme_id = o.programme_id AND k.asked_by IS o.asked_by
	AND k.person_id = iif(o.person_id = :other, :keep, o.person_id)
	AND k.wished_id = iif(o.wished_id = :other, :keep, o.wished_id)
WHERE o.wish_id = :id AND k.wish_id <> o.wish_id;

-- name: answers_about
SELECT answer_id FROM answer WHERE subject = :subject AND subject_id = :subject_id ORDER BY answer_id;

-- name: handlings_of_subject
-- scan: what is put off or assigned is little
SELECT handling_id, check_name FROM handling WHERE subject_id = :subject_id ORDER BY handling_id;
