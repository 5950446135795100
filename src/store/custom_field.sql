-- Fields of a scheme's own (R80), and the records that have a value of one.

-- name: custom_fields_of
SELECT custom_field_id FROM custom_field WHERE belongs_to = :belongs_to ORDER BY custom_field_id;

-- name: people_with_value
-- scan: a field is dropped or made another kind seldom, and nothing is indexed by what a scheme thinks of
SELECT person_id AS id, custom_values ->> :key AS value FROM person
WHERE custom_values ->> :key IS NOT NULL ORDER BY person_id;

-- name: enrolments_with_value
-- scan: as people_with_value
SELECT enrolment_id AS id, custom_values ->> :key AS value FROM enrolment
WHERE custom_values ->> :key IS NOT NULL ORDER BY enrolment_id;
