#include "core/import/pair_import.h"

#include <string.h>

#include "chiron/person.h"
#include "core/import/column_meaning.h"
#include "core/session.h"

void pair_issue(struct pair_import *pairs, struct pair_row *row, enum import_reason reason, bool rejected,
		const char *field, const char *value, const char *message, const char *fix)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = import_columns_heading(pairs->columns, field),
				     .field = field,
				     .value = value,
				     .reason = reason,
				     .rejected = rejected,
				     .message = message,
				     .fix = fix};

	row->rejected |= rejected;
	import_issue_add(pairs->findings, &issue);
}

void pair_count_known(struct pair_import *pairs, struct pair_row *row, int64_t id, bool differs, bool *apply,
		      struct ch_arena *arena)
{
	int64_t earlier = row_map_find(&pairs->seen, id);

	*apply = differs && earlier == 0;
	if (!differs) {
		pairs->same++;
		import_same_add(&pairs->same_rows, row->row, earlier);
	} else if (earlier == 0) {
		pairs->changed++;
	} else {
		pairs->skipped++;
		pair_issue(pairs, row, IMPORT_REPEATED, false, NULL, NULL,
			   ch_arena_printf(arena, _("differs from row %lld, which is about the same"),
					   (long long)earlier),
			   _("the earlier row was taken; correct it there, or take this row out"));
	}
	if (earlier == 0)
		row_map_set(&pairs->seen, id, row->row);
}

static enum ch_status apply(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
			    struct ch_error *err)
{
	TRY(pair_find_people(pairs, row, arena, err));
	if (row->rejected)
		return CH_OK;
	switch (pairs->options->kind) {
	case CH_IMPORT_SESSIONS:
		return session_import_row(pairs, row, arena, err);
	case CH_IMPORT_ENROLMENTS:
		return enrolment_import_row(pairs, row, arena, err);
	case CH_IMPORT_CREDENTIALS:
		return credential_import_row(pairs, row, arena, err);
	case CH_IMPORT_ACTIONS:
		return action_import_row(pairs, row, arena, err);
	default:
		return pairing_import_row(pairs, row, arena, err);
	}
}

/* What the store itself refuses costs the row, not the import, and leaves nothing of the row. */
static enum ch_status apply_or_reject(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				      struct ch_error *err)
{
	struct pair_import before = *pairs;

	TRY(db_begin(pairs->change->db, err));
	enum ch_status status = apply(pairs, row, arena, err);
	if (status == CH_OK)
		return db_commit(pairs->change->db, err);
	db_rollback(pairs->change->db);
	if (status != CH_DATA)
		return status;
	before.seen = pairs->seen;
	before.touched = pairs->touched;
	*pairs = before;
	pair_issue(pairs, row, IMPORT_NOT_STORED, true, err->field[0] != '\0' ? err->field : NULL, NULL, err->message,
		   err->fix);
	*err = CH_NO_ERROR;
	return CH_OK;
}

enum ch_status pair_import_begin(struct pair_import *pairs, struct ch_error *err)
{
	if (pairs->options->kind != CH_IMPORT_CREDENTIALS)
		return CH_OK;
	return credential_columns_find(&pairs->courses, pairs->columns, pairs->change->db, pairs->findings->arena,
				       pairs->findings, err);
}

/* Each session of a row with a column for the date of each; the row counts once, and is rejected where one is. */
static enum ch_status import_sessions(struct pair_import *pairs, const struct import_row *row, size_t dates,
				      struct ch_arena *arena, struct ch_error *err)
{
	struct pair_import before = *pairs;
	bool any = false, rejected = false;

	for (size_t i = 0; i < dates; i++) {
		struct pair_row read;

		pair_row_read(pairs->columns, row, i, pairs->scheme_id, arena, pairs->findings, &read);
		if (read.session_date == CH_NO_DATE && (any || i + 1 < dates))
			continue;
		any = true;
		if (!read.rejected)
			TRY(apply_or_reject(pairs, &read, arena, err));
		rejected |= read.rejected;
	}
	bool created = pairs->created > before.created, changed = pairs->changed > before.changed;
	bool skipped = pairs->skipped > before.skipped;
	pairs->created = before.created + (created && !rejected);
	pairs->changed = before.changed + (changed && !created && !rejected);
	pairs->skipped = before.skipped + (skipped && !created && !changed && !rejected);
	pairs->same = before.same + (!skipped && !created && !changed && !rejected);
	pairs->rejected = before.rejected + rejected;
	return CH_OK;
}

/* A row of which anything is rejected leaves nothing. */
static enum ch_status import_whole(struct pair_import *pairs, const struct import_row *row, size_t dates,
				   struct ch_arena *arena, struct ch_error *err)
{
	int64_t rejected = pairs->rejected;

	TRY(db_begin(pairs->change->db, err));
	enum ch_status status = import_sessions(pairs, row, dates, arena, err);
	if (status == CH_OK && pairs->rejected == rejected)
		return db_commit(pairs->change->db, err);
	db_rollback(pairs->change->db);
	return status;
}

enum ch_status pair_import_row(struct pair_import *pairs, const struct import_row *row, struct ch_arena *arena,
			       struct ch_error *err)
{
	struct pair_row read;
	size_t dates = pairs->options->kind == CH_IMPORT_SESSIONS ? pair_row_sessions(pairs->columns) : 0;

	pairs->cells = row;
	if (dates > 1)
		return import_whole(pairs, row, dates, arena, err);
	pair_row_read(pairs->columns, row, 0, pairs->scheme_id, arena, pairs->findings, &read);
	if (!read.rejected)
		TRY(apply_or_reject(pairs, &read, arena, err));
	pairs->rejected += read.rejected;
	return CH_OK;
}

enum ch_status pair_import_end(struct pair_import *pairs, struct ch_error *err)
{
	size_t place = 0;

	for (int64_t id; (id = row_map_next(&pairs->touched, &place)) != 0;)
		TRY(session_count_anew(pairs->change, id, err));
	if (pairs->people > 0)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld person who was not here came in with their pairing",
				     "%lld people who were not here came in with their pairings", pairs->people),
				  (long long)pairs->people);
	if (pairs->silent > 0 && pairs->options->records_kept)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _("%lld sessions say nothing of their record: it is kept by the pair, as you say, "
				    "and they count as complete"),
				  (long long)pairs->silent);
	else if (pairs->silent > 0)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _("%lld sessions say nothing of their record, so it is unfinished (R42); where the "
				    "pairs keep theirs, import the file once more with --records-kept"),
				  (long long)pairs->silent);
	return CH_OK;
}
