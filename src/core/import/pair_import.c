#include "core/import/pair_import.h"

#include <string.h>

#include "chiron/person.h"
#include "core/import/column_meaning.h"
#include "core/journal/step.h"
#include "core/scheme_private.h"
#include "core/session.h"
#include "store/record.h"
#include "store/stmt.h"

enum { REPLACED_MOST = 200 };

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
				     .held_back = reason == IMPORT_REPEATED,
				     .message = message,
				     .fix = fix};

	row->rejected |= rejected;
	import_issue_add(pairs->findings, &issue);
}

static enum ch_status name_of(struct pair_import *pairs, int64_t id, const char **name, struct ch_arena *arena,
			      struct ch_error *err)
{
	struct ch_person person;

	*name = NULL;
	if (id == 0)
		return CH_OK;
	TRY(record_get(pairs->change->db, ch_entity_of(CH_PERSON), id, arena, &person, err));
	*name = person.name;
	return CH_OK;
}

enum ch_status pair_note_replaced(struct pair_import *pairs, const struct pair_row *row, enum ch_entity_id id,
				  const void *before, const void *after, struct ch_arena *arena, struct ch_error *err)
{
	const char *guide, *learner, *person;

	if (pairs->replaced.row_count >= REPLACED_MOST)
		return CH_OK;
	TRY(name_of(pairs, row->person_id, &person, arena, err));
	TRY(name_of(pairs, row->guide_id, &guide, arena, err));
	TRY(name_of(pairs, row->learner_id, &learner, arena, err));
	struct ch_arena *kept = pairs->findings->arena;
	step_changes_add(pairs->change->c, ch_entity_of(id),
			 person != NULL ? ch_arena_copy(kept, person)
					: ch_arena_printf(kept, "%s / %s", guide ? guide : "", learner ? learner : ""),
			 before, after, kept, &pairs->replaced);
	return CH_OK;
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
	case CH_IMPORT_FEEDBACK:
		return feedback_import_row(pairs, row, arena, err);
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
	before.open = pairs->open;
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

/* Of a row that was added for each of its parts: once, and only where all of it is the same. */
static void tell_same_once(struct import_same *rows, const struct import_same *before, int64_t row, bool same)
{
	bool known = before->count < IMPORT_SAME_SAID && rows->count > before->count;
	int64_t earlier = known ? rows->again[before->count] : 0;

	*rows = *before;
	if (same)
		import_same_add(rows, row, earlier);
}

/*
 * Each session of a row with a column for the date of each, or each pairing of a row with several learners; the row
 * counts once, and is rejected where one is.
 */
static enum ch_status import_each(struct pair_import *pairs, const struct import_row *row, size_t count,
				  const struct ch_terms *learners, struct ch_arena *arena, struct ch_error *err)
{
	struct pair_import before = *pairs;
	bool any = false, rejected = false;

	for (size_t i = 0; i < count; i++) {
		struct pair_row read;

		pair_row_read(pairs->columns, row, i, learners, pairs->scheme_id, arena, pairs->findings, &read);
		if (learners == NULL && read.session_date == CH_NO_DATE && (any || i + 1 < count))
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
	bool same = !skipped && !created && !changed && !rejected;
	pairs->same = before.same + same;
	tell_same_once(&pairs->same_rows, &before.same_rows, row->row, same);
	pairs->rejected = before.rejected + rejected;
	return CH_OK;
}

/* A row of which anything is rejected leaves nothing. */
static enum ch_status import_whole(struct pair_import *pairs, const struct import_row *row, size_t count,
				   const struct ch_terms *learners, struct ch_arena *arena, struct ch_error *err)
{
	int64_t rejected = pairs->rejected, people = pairs->people, silent = pairs->silent;

	TRY(db_begin(pairs->change->db, err));
	enum ch_status status = import_each(pairs, row, count, learners, arena, err);
	if (status == CH_OK && pairs->rejected == rejected)
		return db_commit(pairs->change->db, err);
	db_rollback(pairs->change->db);
	pairs->people = people;
	pairs->silent = silent;
	return status;
}

enum ch_status pair_import_row(struct pair_import *pairs, const struct import_row *row, struct ch_arena *arena,
			       struct ch_error *err)
{
	struct ch_terms learners = {.count = 0};
	struct pair_row read;
	size_t dates = pairs->options->kind == CH_IMPORT_SESSIONS ? pair_row_sessions(pairs->columns) : 0;

	pairs->cells = row;
	if (dates > 0 && pair_row_waits(pairs->columns, row)) {
		pairs->skipped++;
		pairs->waiting++;
		return CH_OK;
	}
	if (dates > 1)
		return import_whole(pairs, row, dates, NULL, arena, err);
	if (pairs->options->kind == CH_IMPORT_PAIRINGS)
		learners = pair_row_learners(pairs->columns, row, arena);
	if (learners.count > 1)
		return import_whole(pairs, row, learners.count, &learners, arena, err);
	pair_row_read(pairs->columns, row, 0, NULL, pairs->scheme_id, arena, pairs->findings, &read);
	if (!read.rejected)
		TRY(apply_or_reject(pairs, &read, arena, err));
	pairs->rejected += read.rejected;
	return CH_OK;
}

/* Who came in with a pairing, by name: somebody may know them, and that they are here by another spelling. */
static enum ch_status tell_newcomers(struct pair_import *pairs, struct ch_error *err)
{
	enum { NAMED = 12 };
	struct ch_buffer names = CH_BUFFER_EMPTY;
	struct stmt *q = stmt_ready(pairs->change->db, SQL_NAMES_OF_BATCH);
	enum ch_status status;
	int64_t named = 0;
	bool row = false;

	if (pairs->people == 0)
		return CH_OK;
	stmt_bind_int(q, "batch_id", pairs->change->c->scheme->batch_id);
	stmt_bind_int(q, "most", NAMED);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		ch_buffer_printf(&names, "%s%s", named++ > 0 ? ", " : "",
				 import_excerpt(pairs->findings, stmt_text(q, "name")));
	stmt_reset(q);
	if (pairs->people > named)
		ch_buffer_printf(&names, _(" and %lld more"), (long long)(pairs->people - named));
	if (status == CH_OK)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  pairs->options->dry_run
					  ? _n("%lld person who is not here would come in with their pairing: %s",
					       "%lld people who are not here would come in with their pairings: %s",
					       pairs->people)
					  : _n("%lld person who was not here came in with their pairing: %s",
					       "%lld people who were not here came in with their pairings: %s",
					       pairs->people),
				  (long long)pairs->people, names.text);
	ch_buffer_release(&names);
	return status;
}

enum ch_status pair_import_end(struct pair_import *pairs, struct ch_error *err)
{
	size_t place = 0;

	for (int64_t id; (id = row_map_next(&pairs->touched, &place)) != 0;) {
		enum ch_status status = session_count_anew(pairs->change, id, err);

		/* A pairing of a row that did not come in after all is gone. */
		if (status != CH_OK && status != CH_MISSING)
			return status;
		*err = CH_NO_ERROR;
	}
	TRY(session_import_end(pairs, err));
	if (pairs->options->kind == CH_IMPORT_FEEDBACK && pairs->created > 0)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _("what people answered is kept for good: `import undo` does not take it back"));
	if (pairs->waiting > 0)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld row has no session yet, and is passed over",
				     "%lld rows have no session yet, and are passed over", pairs->waiting),
				  (long long)pairs->waiting);
	if (pairs->without > 0)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld row names no training, qualification or check, and is passed over",
				     "%lld rows name no training, qualification or check, and are passed over",
				     pairs->without),
				  (long long)pairs->without);
	TRY(tell_newcomers(pairs, err));
	if (pairs->silent > 0 && pairs->options->records_kept)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld session says nothing of its record: it is kept by the pair, as you say, "
				     "and it counts as complete",
				     "%lld sessions say nothing of their record: it is kept by the pair, as you say, "
				     "and they count as complete",
				     pairs->silent),
				  (long long)pairs->silent);
	else if (pairs->silent > 0)
		import_notice_add(pairs->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld session says nothing of its record, so it is unfinished (R42); where the "
				     "pairs keep theirs, " CH_WAY
				     "import the file once more with --records-kept" CH_KEY
				     "say so: " KEY_(EDIT) ", \"Sessions without notes\"",
				     "%lld sessions say nothing of their record, so it is unfinished (R42); where the "
				     "pairs keep theirs, " CH_WAY
				     "import the file once more with --records-kept" CH_KEY
				     "say so: " KEY_(EDIT) ", \"Sessions without notes\"",
				     pairs->silent),
				  (long long)pairs->silent);
	return CH_OK;
}
