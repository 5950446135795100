-- A mentor or coach is found ready by the pairing that is made with them: nothing is asked of them before (R15 asks the
-- other side). Those who were paired while their application was open are so from now on.
UPDATE enrolment SET state = 'ready', ready_on = (
	SELECT min(s.made_on) FROM pairing p JOIN spell s ON s.spell_id = p.spell_id
	WHERE p.guide_id = enrolment.person_id AND p.programme_id = enrolment.programme_id
		AND p.state IN ('contracting', 'active', 'paused')
)
WHERE state = 'applied' AND role IN ('coach', 'mentor') AND EXISTS (
	SELECT 1 FROM pairing p
	WHERE p.guide_id = enrolment.person_id AND p.programme_id = enrolment.programme_id
		AND p.state IN ('contracting', 'active', 'paused')
);
