-- check: no-telephone
-- rule: R81
-- severity: warn
-- subject: person
-- harm: 2
-- title: No telephone number
-- says: {who} meets by telephone and has no number in the scheme
-- why: Who is to be called has to be reachable; the last round of calls found three who were not.
-- fix: ask for the number
-- command: chiron person set {subject_id} --phone NUMBER
SELECT p.person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id, p.name AS who
FROM person p
WHERE p.phone IS NULL AND p.contact_preference = 'phone'
