-- What lists look words up in, in the order of people's names.

-- name: word_map_rows
-- It goes on behind a name, to the end of the list or until somebody stops it.
SELECT sort_name, search_key FROM person WHERE sort_name > :from ORDER BY sort_name;

-- name: word_map_first_rows
-- scan: every name, once, while nobody waits
SELECT sort_name, search_key FROM person ORDER BY sort_name;

-- name: word_map_people
-- Who has the word among those whose names lie in the stretch.
SELECT person_id FROM person
WHERE sort_name >= :from AND sort_name <= :until AND instr(search_key, :word) > 0 LIMIT :most;
