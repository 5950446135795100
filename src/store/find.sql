-- Who and what a text may name. That a name really has the words is decided by core: these narrow it down.

-- name: find_people
-- scan: the words may be any part of a name, so every key is looked at
-- The shortest names first: the one that is nothing but the words is among them.
SELECT person_id, name, email, sort_name FROM person WHERE instr(search_key, :word) > 0
ORDER BY length(name), person_id;

-- name: find_own_people
-- The actor, and those they have or had a pairing with.
SELECT person_id, name, email, sort_name FROM person
WHERE person_id IN (SELECT :me UNION ALL SELECT learner_id FROM pairing WHERE guide_id = :me
	UNION ALL SELECT guide_id FROM pairing WHERE learner_id = :me)
ORDER BY length(name), person_id;

-- name: find_programmes
-- scan: a scheme has few programmes
SELECT programme_id AS id, name FROM programme ORDER BY name;

-- name: find_coordinators
-- scan: a handful
SELECT coordinator_id AS id, name FROM coordinator ORDER BY name;

-- name: find_pairings_of
SELECT p.pairing_id AS pairing_id, p.guide_id AS guide_id, p.learner_id AS learner_id, p.state AS state,
	guide.name AS guide, guide.email AS guide_email, guide.sort_name AS guide_sort_name,
	learner.name AS learner, learner.email AS learner_email, learner.sort_name AS learner_sort_name,
	programme.name AS programme
FROM pairing AS p
	CROSS JOIN person AS guide ON guide.person_id = p.guide_id
	CROSS JOIN person AS learner ON learner.person_id = p.learner_id
	CROSS JOIN programme ON programme.programme_id = p.programme_id
WHERE p.guide_id = :person_id OR p.learner_id = :person_id
ORDER BY p.state = 'closed', p.pairing_id;

-- name: find_cohorts
-- scan: cohorts of all programmes are few
SELECT c.cohort_id AS id, c.name AS name, r.name AS programme
FROM cohort c CROSS JOIN programme r ON r.programme_id = c.programme_id
WHERE :programme_id = 0 OR c.programme_id = :programme_id
ORDER BY c.name, id;

-- name: find_objectives
-- scan: objectives of all programmes are few
SELECT o.objective_id AS id, o.name AS name, r.name AS programme
FROM objective o CROSS JOIN programme r ON r.programme_id = o.programme_id
WHERE :programme_id = 0 OR o.programme_id = :programme_id
ORDER BY o.name, id;
