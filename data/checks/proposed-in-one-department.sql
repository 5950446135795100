-- check: proposed-in-one-department
-- rule: R19
-- severity: refuse
-- subject: proposal
-- gate: proposal.make
-- harm: 0
-- title: Two of one department proposed
-- says: both are of {department}, and this programme keeps departments apart
-- why: A programme that keeps departments apart wants an ear from elsewhere: who works side by side meets the other
--     every day, and their manager, too.
-- fix: propose somebody of another department, or record why this pair is right
-- command: chiron proposal decline {subject_id} --by coordinator --reason other
SELECT o.proposal_id AS subject_id, NULL AS pairing_id, o.programme_id, g.name || ' / ' || l.name AS who, g.department
FROM proposal o
JOIN settings t ON t.programme_id = o.programme_id AND t.departments_apart = 'yes'
JOIN person g ON g.person_id = o.guide_id
JOIN person l ON l.person_id = o.learner_id AND folded(l.department) = folded(g.department)
WHERE o.state IN ('drafted', 'approved')
