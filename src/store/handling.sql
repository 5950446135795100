-- name: handling_of_finding
SELECT h.handling_id AS handling_id, h.measure AS measure, h.snoozed_until AS snoozed_until,
	h.acknowledged_until AS acknowledged_until, h.reason AS reason, coalesce(k.name, p.name) AS assigned_name
FROM handling h
	LEFT JOIN person p ON p.person_id = h.assigned_to
	LEFT JOIN coordinator k ON k.coordinator_id = h.assigned_coordinator_id
WHERE h.check_name = :check_name AND h.subject_id = :subject_id;
