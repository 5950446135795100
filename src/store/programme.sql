-- name: programme_by_name
SELECT programme_id FROM programme WHERE name = :name;

-- name: live_pairings_of_programme
SELECT count(*) AS live FROM pairing
WHERE programme_id = :programme_id AND state IN ('contracting', 'active', 'paused', 'closing');

-- name: enrolment_of
SELECT enrolment_id FROM enrolment WHERE programme_id = :programme_id AND person_id = :person_id AND role = :role;

-- name: people_to_enrol
-- scan: enrolling everybody looks at everybody
-- Roles are a list of codes joined by "; ": one is in it when it stands between separators.
SELECT person_id FROM person p
WHERE left_on IS NULL AND instr('; ' || roles || ';', '; ' || :role || ';') > 0
	AND NOT EXISTS (SELECT 1 FROM enrolment e
		WHERE e.programme_id = :programme_id AND e.person_id = p.person_id AND e.role = :role)
ORDER BY person_id;

-- name: enrolments_in_state
SELECT enrolment_id FROM enrolment WHERE programme_id = :programme_id AND state = :state ORDER BY enrolment_id;
