-- Whoever is away for a while, ill or on leave, may have a day on which they mean to be back; why they are away is not
-- kept.
ALTER TABLE person ADD COLUMN back_on TEXT;
