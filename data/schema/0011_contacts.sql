-- How often the coordinator is in contact with each side of a running pairing, and when the next contact is due.
ALTER TABLE settings ADD COLUMN contacts_first_month INTEGER;
ALTER TABLE settings ADD COLUMN contact_every_days INTEGER;
UPDATE settings SET contacts_first_month = 2, contact_every_days = 30;

-- Each side of each active pairing of a programme that asks for contacts, whether or not one is due by now. The first
-- month is 30 days; its contacts are spread over it. While paused nothing falls due: it is counted on from the day
-- they went on.
CREATE VIEW contact_next AS
SELECT pairing_id, spell_id, programme_id, side, person_id, made, last_on,
	date(since, '+' || CASE
		WHEN made < contacts_first_month AND since < date(started_on, '+30 days')
			THEN 30 / contacts_first_month
		ELSE contact_every_days
	END || ' days') AS due_on
FROM (
	SELECT p.pairing_id, p.spell_id, p.programme_id, o.value AS side,
		iif(o.value = 'guide', p.guide_id, p.learner_id) AS person_id, s.started_on,
		t.contacts_first_month, t.contact_every_days,
		(SELECT count(*) FROM checkin c WHERE c.spell_id = s.spell_id AND c.side = o.value) AS made,
		(SELECT max(c.checkin_on) FROM checkin c WHERE c.spell_id = s.spell_id AND c.side = o.value) AS last_on,
		max(s.started_on, ifnull(s.resumed_on, ''), ifnull(
			(SELECT max(c.checkin_on) FROM checkin c WHERE c.spell_id = s.spell_id AND c.side = o.value),
			'')) AS since
	FROM pairing p
	JOIN spell s ON s.spell_id = p.spell_id
	JOIN settings t ON t.programme_id = p.programme_id
	JOIN json_each('["guide","learner"]') o
	WHERE p.state = 'active' AND s.started_on IS NOT NULL AND t.contact_every_days > 0
);
