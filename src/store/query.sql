-- What overrides say of a finding: the newest reason counts.

-- name: override_of_pairing
SELECT reason FROM override WHERE pairing_id = :pairing_id AND check_name = :check_name
ORDER BY override_id DESC LIMIT 1;

-- name: override_of_programme
-- One made for a pairing speaks for that pairing alone.
SELECT reason FROM override WHERE programme_id = :programme_id AND check_name = :check_name AND pairing_id IS NULL
ORDER BY override_id DESC LIMIT 1;

-- name: rule_lowered
SELECT programme_id FROM settings
WHERE programme_id = :programme_id AND instr('; ' || lowered_rules || ';', '; ' || :rule || ';') > 0;
