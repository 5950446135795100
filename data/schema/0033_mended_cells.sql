-- Cells that were mended on the way in, remembered for the same file and for lists like it. `row` is 0 where all cells
-- that said `was` were mended; `heading` is 'person' where it was said who a row is about.
CREATE TABLE mended_cell (
	mended_cell_id INTEGER PRIMARY KEY,
	import_batch_id INTEGER NOT NULL REFERENCES import_batch ON DELETE CASCADE,
	sheet TEXT,
	row INTEGER NOT NULL,
	heading TEXT NOT NULL,
	was TEXT,
	meant TEXT NOT NULL,
	mended_on TEXT NOT NULL
) STRICT;
CREATE INDEX mended_cell_by_batch ON mended_cell (import_batch_id);
