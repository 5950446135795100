-- Whether the two knew each other when they were paired (R34).
ALTER TABLE agreement ADD COLUMN known_before TEXT;
