-- Why somebody left; of who has died or cannot be reached nothing more is asked.
ALTER TABLE person ADD COLUMN left_because TEXT;
