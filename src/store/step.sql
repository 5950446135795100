-- Steps and the change journal, read for undo and history. What a record is called stands in the step, as it was then.

-- name: newest_standing_step
-- What erased somebody is for good: the one before it is next.
SELECT step_id FROM step WHERE actor_id IS :actor_id AND undone_by IS NULL AND final IS NOT 'erased'
ORDER BY step_id DESC LIMIT 1;

-- name: last_undone_step
-- What was undone last, unless the actor took a step since.
SELECT step_id FROM step
WHERE actor_id IS :actor_id AND undone_by IS NOT NULL
	AND undone_by > (SELECT ifnull(max(step_id), 0) FROM step WHERE actor_id IS :actor_id)
ORDER BY undone_by DESC LIMIT 1;

-- name: changes_of_step
SELECT entity, object_id, before, after FROM change WHERE step = :step ORDER BY change_id;

-- name: changed_by_hand
-- The day on which a field of a record was last changed, where a hand did it and no import.
SELECT substr(n.at, 1, 10) AS day
FROM (
	SELECT c.at, c.batch_id, c.operation
	FROM change c
	WHERE c.entity = :entity AND c.object_id = :object_id AND c.before IS NOT NULL AND c.after IS NOT NULL
		AND json_extract(c.before, '$.' || :key) IS NOT json_extract(c.after, '$.' || :key)
	ORDER BY c.change_id DESC LIMIT 1
) n
WHERE n.batch_id IS NULL AND n.operation NOT IN ('step.undo', 'import.undo');

-- name: newest_change_of
SELECT c.step AS step, c.at AS at, c.actor_id AS actor_id, c.before AS before, ifnull(p.name, k.name) AS actor
FROM change c LEFT JOIN person p ON p.person_id = c.actor_id LEFT JOIN coordinator k ON k.coordinator_id = -c.actor_id
WHERE c.entity = :entity AND c.object_id = :object_id
ORDER BY c.change_id DESC LIMIT 1;

-- name: step_is_undone
UPDATE main.step SET undone_by = :undone_by, undone_at = :undone_at, row_version = row_version + 1
WHERE step_id = :step_id;

-- name: step_grows
-- A further change of a step that was joined; of the same kind, it counts.
UPDATE main.step
SET records = records + (operation = :operation), final = ifnull(final, :final), row_version = row_version + 1
WHERE step_id = :step_id;

-- name: text_of_others
-- Wording about an object that stands and that another step wrote.
SELECT 1 AS found FROM pair_text
WHERE kind = :kind AND object_id = :object_id AND step <> :step LIMIT 1;

-- name: answer_about
SELECT 1 AS found FROM answer WHERE subject = :subject AND subject_id = :subject_id LIMIT 1;

-- name: paired_in_programme
SELECT 1 AS found FROM pairing WHERE programme_id = :programme_id LIMIT 1;

-- name: started_in_programme
SELECT 1 AS found FROM pairing p JOIN spell s ON s.spell_id = p.spell_id
WHERE p.programme_id = :programme_id AND s.started_on IS NOT NULL LIMIT 1;

-- name: spells_of_pairing
SELECT spell_id FROM spell WHERE pairing_id = :pairing_id ORDER BY number;

-- name: other_live_of_the_two
SELECT o.pairing_id AS pairing_id FROM pairing p JOIN pairing o ON o.guide_id = p.guide_id
	AND o.learner_id = p.learner_id AND o.pairing_id <> p.pairing_id
	AND o.state IN ('contracting', 'active', 'paused')
WHERE p.pairing_id = :pairing_id LIMIT 1;

-- name: sides_of_step
SELECT actor_id AS guide_id, actor_id AS learner_id FROM step WHERE step_id = :id;

-- name: called_scheme
SELECT name AS who, NULL AS about_on FROM scheme WHERE scheme_row = :id;

-- name: called_person
SELECT name AS who, NULL AS about_on FROM person WHERE person_id = :id;

-- name: called_programme
SELECT name AS who, NULL AS about_on FROM programme WHERE programme_id = :id;

-- name: called_settings
SELECT name AS who, NULL AS about_on FROM programme WHERE programme_id = :id;

-- name: called_coordinator
SELECT name AS who, NULL AS about_on FROM coordinator WHERE coordinator_id = :id;

-- name: called_charge
SELECT k.name || ': ' || r.name AS who, NULL AS about_on FROM charge h
JOIN coordinator k ON k.coordinator_id = h.coordinator_id JOIN programme r ON r.programme_id = h.programme_id
WHERE h.charge_id = :id;

-- name: called_cohort
SELECT name AS who, NULL AS about_on FROM cohort WHERE cohort_id = :id;

-- name: called_objective
SELECT name AS who, NULL AS about_on FROM objective WHERE objective_id = :id;

-- name: called_requirement
SELECT name AS who, NULL AS about_on FROM requirement WHERE requirement_id = :id;

-- name: called_eligibility
SELECT allowed AS who, NULL AS about_on FROM eligibility WHERE eligibility_id = :id;

-- name: called_credential
SELECT p.name || ': ' || c.name AS who, NULL AS about_on FROM credential c
JOIN person p ON p.person_id = c.person_id
WHERE c.credential_id = :id;

-- name: called_own_file
SELECT name AS who, NULL AS about_on FROM own_file WHERE own_file_id = :id;

-- name: called_custom_field
SELECT name AS who, NULL AS about_on FROM custom_field WHERE custom_field_id = :id;

-- name: called_enrolment
SELECT p.name AS who, NULL AS about_on FROM enrolment e JOIN person p ON p.person_id = e.person_id
WHERE e.enrolment_id = :id;

-- name: called_proposal
SELECT g.name || ' / ' || l.name AS who, NULL AS about_on
FROM proposal o JOIN person g ON g.person_id = o.guide_id JOIN person l ON l.person_id = o.learner_id
WHERE o.proposal_id = :id;

-- name: called_pairing
SELECT g.name || ' / ' || l.name AS who, NULL AS about_on
FROM pairing p JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE p.pairing_id = :id;

-- name: called_spell
SELECT g.name || ' / ' || l.name AS who, NULL AS about_on
FROM spell s JOIN pairing p ON p.pairing_id = s.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE s.spell_id = :id;

-- name: called_agreement
SELECT g.name || ' / ' || l.name AS who, NULL AS about_on
FROM agreement a JOIN spell s ON s.spell_id = a.spell_id JOIN pairing p ON p.pairing_id = s.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE a.agreement_id = :id;

-- name: called_session
SELECT g.name || ' / ' || l.name AS who, s.session_date AS about_on
FROM session s JOIN pairing p ON p.pairing_id = s.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE s.session_id = :id;

-- name: called_goal
SELECT g.name || ' / ' || l.name AS who, o.set_on AS about_on
FROM goal o JOIN pairing p ON p.pairing_id = o.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE o.goal_id = :id;

-- name: called_action
SELECT g.name || ' / ' || l.name AS who, a.set_on AS about_on
FROM action a JOIN pairing p ON p.pairing_id = a.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE a.action_id = :id;

-- name: called_checkin
SELECT g.name || ' / ' || l.name AS who, c.checkin_on AS about_on
FROM checkin c JOIN pairing p ON p.pairing_id = c.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE c.checkin_id = :id;

-- name: called_feedback
SELECT p.name AS who, f.answered_on AS about_on FROM feedback f JOIN person p ON p.person_id = f.person_id
WHERE f.feedback_id = :id;

-- name: called_referral
SELECT g.name || ' / ' || l.name AS who, r.raised_on AS about_on
FROM referral r JOIN pairing p ON p.pairing_id = r.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE r.referral_id = :id;

-- name: called_release
SELECT g.name || ' / ' || l.name AS who, r.noted_on AS about_on
FROM release r JOIN pairing p ON p.pairing_id = r.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE r.release_id = :id;

-- name: called_introduction
SELECT g.name || ' / ' || l.name AS who, r.introduced_on AS about_on
FROM introduction r JOIN pairing p ON p.pairing_id = r.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE r.introduction_id = :id;

-- name: called_assessment
SELECT g.name || ' / ' || l.name AS who, r.taken_on AS about_on
FROM assessment r JOIN pairing p ON p.pairing_id = r.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE r.assessment_id = :id;

-- name: called_manager_feedback
SELECT g.name || ' / ' || l.name AS who, r.given_on AS about_on
FROM manager_feedback r JOIN pairing p ON p.pairing_id = r.pairing_id
JOIN person g ON g.person_id = p.guide_id JOIN person l ON l.person_id = p.learner_id
WHERE r.manager_feedback_id = :id;

-- name: called_answer
SELECT p.name AS who, a.answered_on AS about_on FROM answer a JOIN person p ON p.person_id = a.person_id
WHERE a.answer_id = :id;

-- name: called_override
SELECT ifnull(g.name || ' / ' || l.name, r.name) AS who, NULL AS about_on
FROM override o LEFT JOIN pairing p ON p.pairing_id = o.pairing_id
LEFT JOIN person g ON g.person_id = p.guide_id LEFT JOIN person l ON l.person_id = p.learner_id
LEFT JOIN programme r ON r.programme_id = o.programme_id
WHERE o.override_id = :id;

-- name: called_handling
SELECT coalesce(g.name || ' / ' || l.name, r.name, h.check_name) AS who, NULL AS about_on
FROM handling h LEFT JOIN pairing p ON p.pairing_id = h.pairing_id
LEFT JOIN person g ON g.person_id = p.guide_id LEFT JOIN person l ON l.person_id = p.learner_id
LEFT JOIN programme r ON r.programme_id = h.programme_id
WHERE h.handling_id = :id;

-- name: called_import_batch
SELECT file_name AS who, substr(imported_at, 1, 10) AS about_on FROM import_batch WHERE import_batch_id = :id;

-- name: called_mapping
SELECT substr(headings, 1, 40) AS who, substr(remembered_at, 1, 10) AS about_on FROM mapping WHERE mapping_id = :id;

-- name: called_step
SELECT who, about_on FROM step WHERE step_id = :id;

-- name: called_committee_member
SELECT p.name AS who, NULL AS about_on FROM committee_member m JOIN person p ON p.person_id = m.person_id
WHERE m.committee_member_id = :id;

-- name: called_match_weight
SELECT r.name AS who, NULL AS about_on FROM match_weight w JOIN programme r ON r.programme_id = w.programme_id
WHERE w.match_weight_id = :id;

-- name: called_pair_rule
SELECT g.name || ' / ' || l.name AS who, NULL AS about_on
FROM pair_rule r JOIN person g ON g.person_id = r.guide_id JOIN person l ON l.person_id = r.learner_id
WHERE r.pair_rule_id = :id;

-- name: called_wish
SELECT p.name AS who, w.asked_on AS about_on FROM wish w JOIN person p ON p.person_id = w.person_id
WHERE w.wish_id = :id;

-- name: called_match_run
SELECT r.name AS who, m.made_on AS about_on FROM match_run m JOIN programme r ON r.programme_id = m.programme_id
WHERE m.match_run_id = :id;

-- name: called_approval
SELECT g.name || ' / ' || l.name AS who, a.approved_on AS about_on
FROM approval a JOIN proposal o ON o.proposal_id = a.proposal_id JOIN person g ON g.person_id = o.guide_id
JOIN person l ON l.person_id = o.learner_id
WHERE a.approval_id = :id;
