-- A programme may keep two of one department from being a pair (R19), which points alone cannot.
ALTER TABLE settings ADD COLUMN departments_apart TEXT;
UPDATE settings SET departments_apart = 'no';
