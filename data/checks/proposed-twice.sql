-- check: proposed-twice
-- rule: R1
-- severity: absolute
-- subject: proposal
-- gate: proposal.make
-- harm: 0
-- title: Paired or proposed already
-- says: {who} are paired already, or have an earlier open proposal in the same programme
-- why: Both kinds are one to one; the same two are paired once.
-- fix: decide the earlier proposal, or go on with the pairing there is
-- command: chiron proposal decline {subject_id} --by coordinator --reason conflict_of_interest
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
SELECT o.proposal_id AS subject_id, NULL AS pairing_id, o.programme_id, g.name || ' / ' || l.name AS who
FROM proposal o
JOIN person g ON g.person_id = o.guide_id
JOIN person l ON l.person_id = o.learner_id
WHERE o.state IN ('drafted', 'approved') AND (
	EXISTS (
		SELECT 1 FROM pairing p
		WHERE p.guide_id = o.guide_id AND p.state IN ('contracting', 'active', 'paused')
			AND p.learner_id = o.learner_id
	) OR EXISTS (
		SELECT 1 FROM proposal e
		WHERE e.guide_id = o.guide_id AND e.state IN ('drafted', 'approved') AND e.learner_id = o.learner_id
			AND +e.programme_id = o.programme_id AND e.proposal_id < o.proposal_id
			AND ifnull(e.expires_on, :today) >= :today
	)
)
