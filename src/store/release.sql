-- name: release_words_open
-- What an achievement says, for those it may be told to.
INSERT OR REPLACE INTO main.released_words (release_id, words)
SELECT object_id, CAST(body AS TEXT) FROM pair_text
WHERE kind = 'release' AND object_id = :release_id ORDER BY revision DESC LIMIT 1;

-- name: release_words
SELECT words FROM released_words WHERE release_id = :release_id;

-- name: three_way_yes
-- How many of the three have said yes, and since when the last.
SELECT count(DISTINCT person_id) AS sides, max(answered_on) AS since FROM answer
WHERE subject = 'spell' AND subject_id = :spell_id AND question = 'three_way' AND value = 'yes'
	AND person_id IN (:guide_id, :learner_id, :manager_id);
