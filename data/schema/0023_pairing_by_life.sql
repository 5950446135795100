-- A list of pairings by their state begins with those that are alive.
CREATE INDEX pairing_by_life ON pairing (CASE state WHEN 'active' THEN 'a' WHEN 'paused' THEN 'b'
	WHEN 'contracting' THEN 'c' WHEN 'closing' THEN 'd' ELSE 'e' END);
