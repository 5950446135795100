-- check: line-manager-not-found
-- rule: R2
-- severity: inform
-- subject: person
-- harm: 0
-- title: Line manager not in the scheme
-- says: {who} reports to {manager}, who is nobody in this scheme, so reporting lines end there
-- why: Whether a mentor is in the mentee's reporting line can only be told where the line is known.
-- fix: import the managers too, or correct the address
-- command: chiron person show {subject_id}
-- scan: the index holds just these people
SELECT h.person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id, h.name AS who, h.manager_email AS manager
FROM person h
WHERE h.manager_id IS NULL AND h.manager_email IS NOT NULL
