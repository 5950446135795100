-- Only undoing an import asks for its people, once: the index cost each import more than it gives.
DROP INDEX person_by_batch;
