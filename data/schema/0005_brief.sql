-- What a guide should know before the first session, what three agreed (R37, R60), and that power was spoken of (R35).
ALTER TABLE spell ADD COLUMN brief_on TEXT;
ALTER TABLE spell ADD COLUMN brief_read_on TEXT;
ALTER TABLE spell ADD COLUMN three_way_on TEXT;
ALTER TABLE agreement ADD COLUMN power_spoken TEXT;
ALTER TABLE settings ADD COLUMN power_gap INTEGER;
UPDATE settings SET power_gap = 3;
