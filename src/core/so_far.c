/* What two did before their sessions were recorded here. */
#include "core/fact_day.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

void so_far_settle(struct ch_spell *spell, const struct ch_spell *before, ch_date today)
{
	bool known = spell->sessions_so_far != CH_UNKNOWN;

	if (!known)
		spell->so_far_on = CH_NO_DATE;
	else if (spell->so_far_on == CH_NO_DATE)
		spell->so_far_on = spell->sessions_so_far == before->sessions_so_far ? before->so_far_on : today;
}

static enum ch_status tell(struct change *change, int64_t pairing_id, const struct ch_spell *told,
			   struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	TRY(fact_day_check(change, CH_SPELL, "so_far_on", told->so_far_on, err));
	TRY(fact_day_check(change, CH_SPELL, "last_met_on", told->last_met_on, err));
	const struct ch_spell before = view.spell;
	view.spell.sessions_so_far = told->sessions_so_far;
	view.spell.so_far_on = told->so_far_on;
	view.spell.last_met_on = told->last_met_on;
	so_far_settle(&view.spell, &before, change->today);
	TRY(change_update(change, CH_SPELL, &view.spell, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_pairing_so_far(struct ch_context *c, int64_t pairing_id, const struct ch_spell *told,
				 struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_SO_FAR, CH_PAIRING, pairing_id, err));
	return change_end(&change, tell(&change, pairing_id, told, err), err);
}

enum ch_status ch_pairing_unrecorded(struct ch_context *c, int64_t pairing_id, int64_t *sessions, struct ch_error *err)
{
	bool row = false;

	*sessions = 0;
	TRY(may(c, CH_OP_PAIRING_READ, CH_PAIRING, pairing_id, err));
	struct stmt *q = stmt_ready(c->scheme->db, SQL_SESSIONS_UNRECORDED);
	stmt_bind_int(q, "pairing_id", pairing_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*sessions = stmt_int(q, "sessions");
	stmt_reset(q);
	return status;
}
