-- name: release_words_open
-- What an achievement says, for those it may be told to.
INSERT OR REPLACE INTO main.released_words (release_id, words)
SELECT object_id, CAST(body AS TEXT) FROM pair_text
WHERE kind = 'release' AND object_id = :release_id ORDER BY revision DESC LIMIT 1;

-- name: release_words
SELECT words FROM released_words WHERE release_id = :release_id;

-- name: three_way_yes
-- When each of the three last said yes.
SELECT max(CASE WHEN person_id = :guide_id THEN answered_on END) AS guide_on,
	max(CASE WHEN person_id = :learner_id THEN answered_on END) AS learner_on,
	max(CASE WHEN person_id = (SELECT manager_id FROM person WHERE person_id = :learner_id) THEN answered_on END)
		AS manager_on
FROM answer
WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'three_way' AND value = 'yes';
