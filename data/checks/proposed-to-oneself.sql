-- check: proposed-to-oneself
-- rule: R1
-- severity: absolute
-- subject: proposal
-- gate: proposal.make
-- harm: 0
-- title: A person is proposed to themself
-- says: {who} cannot be paired with themself
-- why: Both kinds are one to one: mentor and mentee, or coach and coachee. (The file itself bars such a pairing.)
-- fix: propose somebody else
-- command: chiron proposal decline {subject_id} --by coordinator --reason conflict_of_interest
SELECT o.proposal_id AS subject_id, NULL AS pairing_id, o.programme_id, g.name AS who
FROM proposal o
JOIN person g ON g.person_id = o.guide_id
WHERE o.state IN ('drafted', 'approved') AND o.guide_id = o.learner_id
