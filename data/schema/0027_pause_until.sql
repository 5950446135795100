-- A pause may have a day on which the two mean to go on, and a programme says how long is too long without one.
ALTER TABLE spell ADD COLUMN pause_until TEXT;
ALTER TABLE settings ADD COLUMN paused_long_days INTEGER;
UPDATE settings SET paused_long_days = 90;
