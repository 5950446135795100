/*
 * Verifying a scheme: the file's own integrity, the audit chain, and that what
 * is kept equals what it was counted from.
 */
#include "chiron/check.h"
#include "chiron/scheme.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/audit.h"

enum { COLUMNS = 3, MOST_ROWS = 3 };

static const struct ch_column verify_columns[COLUMNS] = {
	{.key = "what", .label = N_("What"), .type = CH_TYPE_TEXT, .width = 18},
	{.key = "state", .label = N_("State"), .type = CH_TYPE_TEXT, .width = 8},
	{.key = "detail", .label = N_("Detail"), .type = CH_TYPE_TEXT, .width = 50},
};

static void add(struct ch_grid *grid, struct ch_arena *arena, const char *what, bool good, const char *detail)
{
	const char **cells = ch_arena_array(arena, COLUMNS, sizeof *cells);

	cells[0] = what;
	cells[1] = good ? _("good") : _("WRONG");
	cells[2] = detail;
	grid->rows[grid->row_count++] = (struct ch_row){.cells = cells};
	grid->more |= !good;
}

static enum ch_status verify_file(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				  struct ch_error *err)
{
	char what[256];

	TRY(db_integrity(c->scheme->db, what, err));
	add(grid, arena, _("file"), what[0] == '\0',
	    what[0] == '\0' ? _("every page and every reference fits") : ch_arena_copy(arena, what));
	return CH_OK;
}

static enum ch_status verify_audit(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				   struct ch_error *err)
{
	int64_t rows, broken_at;

	TRY(audit_verify(c->scheme->db, &rows, &broken_at, err));
	add(grid, arena, _("audit log"), broken_at == 0,
	    broken_at == 0 ? ch_arena_printf(arena,
					     _("%lld rows, consistent in themselves; nothing outside the file to "
						      "compare with"),
					     (long long)rows)
			   : ch_arena_printf(arena, _("row %lld does not follow from the one before it"),
					     (long long)broken_at));
	return CH_OK;
}

static enum ch_status verify_kept(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				  struct ch_error *err)
{
	struct ch_findings findings;
	struct ch_check_query query = {.rule = "kept-columns", .all = true};

	TRY(ch_check_run(c, &query, arena, &findings, err));
	add(grid, arena, _("kept columns"), findings.count == 0,
	    findings.count == 0 ? _("equal to a recount") : findings.items[0].says);
	return CH_OK;
}

enum ch_status ch_scheme_verify(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				struct ch_error *err)
{
	TRY(may(c, CH_OP_VERIFY, CH_SCHEME, 1, err));
	*grid = (struct ch_grid){.title = _("Verification"),
				 .columns = verify_columns,
				 .column_count = COLUMNS,
				 .rows = ch_arena_array(arena, MOST_ROWS, sizeof(struct ch_row))};
	TRY(verify_file(c, arena, grid, err));
	TRY(verify_audit(c, arena, grid, err));
	TRY(verify_kept(c, arena, grid, err));
	bool wrong = grid->more;
	grid->more = false;
	return wrong ? CH_FOUND : CH_OK;
}
