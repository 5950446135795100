-- The pairings of a cohort: those whose learner is in it, in the programme of the pairing. Reports are narrowed by it.
CREATE VIEW in_cohort AS
SELECT e.cohort_id, p.pairing_id
FROM enrolment e
JOIN pairing p ON p.learner_id = e.person_id AND (+p.programme_id) = e.programme_id
WHERE e.cohort_id IS NOT NULL AND e.role IN ('coachee', 'mentee');
