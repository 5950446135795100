-- check: paired-in-one-department
-- rule: R19
-- severity: refuse
-- subject: pairing
-- gate: pairing.add pairing.change pairing.reopen proposal.accept
-- harm: 4
-- title: Two of one department
-- says: both are of {department}, and this programme keeps departments apart
-- why: A programme that keeps departments apart wants an ear from elsewhere: who works side by side meets the other
--     every day, and their manager, too.
-- fix: choose somebody of another department, or record why this pairing is right
-- command: chiron pairing show {pairing_id}
-- screen: hand-over {pairing_id}
-- Who has no department on record is of nobody's.
SELECT p.pairing_id AS subject_id, p.pairing_id, p.programme_id, g.name || ' / ' || l.name AS who, g.department
FROM pairing p
JOIN settings t ON t.programme_id = p.programme_id AND t.departments_apart = 'yes'
JOIN person g ON g.person_id = p.guide_id
JOIN person l ON l.person_id = p.learner_id AND folded(l.department) = folded(g.department)
WHERE p.state IN ('contracting', 'active', 'paused')
