-- Whether the session form asks what a place was like (R50). Who rated places before goes on being asked.
ALTER TABLE settings ADD COLUMN place_ratings TEXT;
UPDATE settings SET place_ratings = iif(EXISTS (
	SELECT 1 FROM session s JOIN pairing p ON p.pairing_id = s.pairing_id
	WHERE p.programme_id = settings.programme_id AND s.place_rating IS NOT NULL
), 'yes', 'no');
