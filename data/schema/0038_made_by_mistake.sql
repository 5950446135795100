-- What figures count: a pairing that was made by mistake, the wrong person clicked, is no ending and no match. One that
-- was re-opened since counts again, in the time together that it has now.
CREATE VIEW counted_spell AS
SELECT * FROM spell WHERE closure_reason IS NOT 'made_by_mistake';

CREATE VIEW counted_pairing AS
SELECT p.* FROM pairing p
WHERE NOT EXISTS (SELECT 1 FROM spell k WHERE k.spell_id = p.spell_id AND k.closure_reason = 'made_by_mistake');

-- As in 0037, but who was paired by mistake waits since the day they waited before.
DROP VIEW waiting;
DROP VIEW unpaired;
-- Whom the matching has to find somebody for: who applied or was found ready, is not known to leave, and is in no live
-- pairing of that role there. `since`: the end of their last pairing there, else when they were found ready or applied.
-- A plus keeps SQLite from going by that column's index: a programme may have thousands where a person has few.
CREATE VIEW unpaired AS
SELECT e.enrolment_id, e.programme_id, e.person_id, h.name, e.role, e.state, e.cohort_id, e.applied_on,
	ifnull(e.seeks, h.seeks) AS seeks, ifnull((
		SELECT max(s.closed_on) FROM pairing p JOIN counted_spell s ON s.spell_id = p.spell_id
		WHERE p.learner_id = e.person_id AND +p.programme_id = e.programme_id
			AND e.role IN ('coachee', 'mentee')
	), ifnull(e.ready_on, e.applied_on)) AS since
FROM enrolment e
JOIN person h ON h.person_id = e.person_id AND h.left_on IS NULL
WHERE e.state IN ('applied', 'ready') AND NOT EXISTS (
	SELECT 1 FROM pairing p
	WHERE p.learner_id = e.person_id AND e.role IN ('coachee', 'mentee')
		AND p.state IN ('contracting', 'active', 'paused') AND +p.programme_id = e.programme_id
) AND NOT EXISTS (
	SELECT 1 FROM pairing p
	WHERE p.guide_id = e.person_id AND e.role IN ('coach', 'mentor')
		AND p.state IN ('contracting', 'active', 'paused') AND +p.programme_id = e.programme_id
);

-- Who waits: for a match where they are ready and no mentor or coach, else to be found ready. Nobody waits for a
-- programme that is not open yet, or is closing.
CREATE VIEW waiting AS
SELECT u.*, r.name AS programme
FROM unpaired u
JOIN programme r ON r.programme_id = u.programme_id AND r.state IN ('open', 'running');
