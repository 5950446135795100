-- The newest answer to a question stands at the end of the index, so that a list finds it without sorting.
DROP INDEX answer_by_subject;
CREATE INDEX answer_by_subject ON answer (subject, subject_id, question, person_id, answered_on);
