-- name: coordinator_with_account
SELECT 1 AS given FROM coordinator WHERE account IS NOT NULL LIMIT 1;

-- name: coordinator_by_account
SELECT coordinator_id FROM coordinator WHERE account = :account;

-- name: coordinator_by_name
SELECT coordinator_id FROM coordinator WHERE lower(name) = lower(:name);

-- name: coordinator_of_scheme
-- Who alone looks after the whole scheme: what was done in nobody's name was theirs.
-- scan: coordinators are few
SELECT max(name) AS name FROM coordinator WHERE limited IS NOT 'yes' HAVING count(*) = 1;

-- name: charges_of
SELECT h.charge_id AS id, h.programme_id AS programme_id, r.name AS name
FROM charge h JOIN programme r ON r.programme_id = h.programme_id
WHERE h.coordinator_id = :coordinator_id ORDER BY r.name;

-- name: takes_part_unseen
-- Whether the person is enrolled or paired where a limited coordinator does not see it: limit.h.
SELECT 1 AS found WHERE EXISTS (
	SELECT 1 FROM main.enrolment e WHERE e.person_id = :person_id
		AND NOT EXISTS (SELECT 1 FROM enrolment v WHERE v.enrolment_id = e.enrolment_id)
) OR EXISTS (
	SELECT 1 FROM main.pairing p WHERE (p.guide_id = :person_id OR p.learner_id = :person_id)
		AND NOT EXISTS (SELECT 1 FROM pairing v WHERE v.pairing_id = p.pairing_id)
);

-- name: charge_of
SELECT charge_id AS id FROM charge WHERE coordinator_id = :coordinator_id AND programme_id = :programme_id;

-- name: handlings_of_coordinator
SELECT handling_id AS id FROM handling WHERE assigned_coordinator_id = :coordinator_id;

-- name: coordinator_is_named
-- Whether an import or an override says that it was them.
SELECT 1 AS found FROM import_batch WHERE coordinator_id = :coordinator_id
UNION ALL SELECT 1 FROM override WHERE coordinator_id = :coordinator_id LIMIT 1;
