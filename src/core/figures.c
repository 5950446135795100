#include "chiron/figures.h"

#include "core/journal/change.h"
#include "core/look.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

static enum ch_status read_pairings(struct ch_context *c, struct ch_figures *figures, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_FIGURES_OF_PAIRINGS);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	if (status == CH_OK && row) {
		figures->active = stmt_int(q, "active");
		figures->contracting = stmt_int(q, "contracting");
		figures->paused = stmt_int(q, "paused");
		figures->sessions = stmt_int(q, "sessions");
		figures->unfinished = stmt_int(q, "unfinished");
		figures->actions = stmt_int(q, "actions");
	}
	stmt_reset(q);
	return status;
}

static enum ch_status read_scheme(struct ch_context *c, struct ch_figures *figures, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_FIGURES_OF_SCHEME);
	ch_date today = ch_clock_today(&c->clock);
	struct ch_ymd now = ch_date_split(today);
	bool row = false;

	stmt_bind_date(q, "today", today);
	stmt_bind_date(q, "month", ch_date_of(now.year, now.month, 1));
	enum ch_status status = stmt_step(q, &row, err);

	if (status == CH_OK && row) {
		figures->has_people = stmt_int(q, "has_people") != 0;
		figures->programmes = stmt_int(q, "programmes");
		figures->has_enrolled = stmt_int(q, "has_enrolled") != 0;
		figures->waiting = stmt_int(q, "waiting");
	figures->applied = stmt_int(q, "applied");
		figures->sessions_this_month = stmt_int(q, "sessions_this_month");
		figures->actions_overdue = stmt_int(q, "actions_overdue");
	}
	stmt_reset(q);
	return status;
}

enum ch_status ch_figures_read(struct ch_context *c, struct ch_figures *figures, struct ch_error *err)
{
	*figures = (struct ch_figures){.has_people = false};
	TRY(may(c, CH_OP_REPORT, CH_SCHEME, 0, err));
	enum ch_status status = look_begin(c, err);

	if (status == CH_OK)
		status = read_pairings(c, figures, err);
	if (status == CH_OK)
		status = read_scheme(c, figures, err);
	look_end(c);
	return status;
}
