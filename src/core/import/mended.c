#include "core/import/mended.h"

#include <string.h>

#include "core/import/mend.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

enum { CELLS_MOST = 1000 }; /* as the statement has it */

enum ch_status import_mended_read(struct ch_context *c, const char *kind, struct ch_arena *arena,
				  struct import_mended *mended, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_MENDED_CELLS);
	struct import_mended_cell *cells = NULL;
	enum ch_status status;
	bool row = false;

	*mended = (struct import_mended){.count = 0};
	stmt_bind_text(q, "kind", kind);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row && mended->count < CELLS_MOST) {
		if (cells == NULL)
			cells = ch_arena_array(arena, CELLS_MOST, sizeof(*cells));
		cells[mended->count++] = (struct import_mended_cell){
			.mend = {.row = stmt_int(q, "row"),
				 .column = stmt_copy(q, "heading", arena),
				 .was = stmt_copy(q, "was", arena),
				 .to = stmt_copy(q, "meant", arena)},
			.file_hash = stmt_copy(q, "file_hash", arena),
			.sheet = stmt_copy(q, "sheet", arena),
			.on = stmt_date(q, "mended_on"),
		};
	}
	stmt_reset(q);
	mended->cells = cells;
	return status;
}

bool import_mended_is_of(const struct import_mended_cell *cell, const char *file_hash, const char *sheet)
{
	return cell->file_hash != NULL && strcmp(cell->file_hash, file_hash) == 0 &&
	       strcmp(cell->sheet != NULL ? cell->sheet : "", sheet != NULL ? sheet : "") == 0;
}

static enum ch_status keep(struct change *change, const struct import_columns *columns, const struct import_mend *mend,
			   struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_MENDED_CELL_INSERT);

	stmt_bind_int(q, "import_batch_id", change->c->scheme->batch_id);
	stmt_bind_text(q, "sheet", columns->source->sheet);
	stmt_bind_int(q, "row", mend->asked->row);
	stmt_bind_text(q, "heading", mend->asked->column);
	stmt_bind_text(q, "was", mend->asked->row == 0 ? mend->asked->was : *mend->was != '\0' ? mend->was : NULL);
	stmt_bind_text(q, "meant", mend->asked->to);
	stmt_bind_date(q, "mended_on", mend->before != NULL ? mend->before->on : change->today);
	return stmt_run(q, NULL, err);
}

enum ch_status import_mended_keep(struct change *change, const struct import_columns *columns, struct ch_error *err)
{
	for (size_t i = 0; i < columns->mend_count; i++)
		if (columns->mends[i].done > 0 && !columns->mends[i].proposed)
			TRY(keep(change, columns, &columns->mends[i], err));
	return CH_OK;
}
