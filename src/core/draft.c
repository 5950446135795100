/* Texts are kept as JSON objects of one level: fields of forms come and go, and need no column each. */
#include "chiron/draft.h"

#include <inttypes.h>

#include "base/json.h"
#include "chiron/buffer.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

/* ---- Keeping ---------------------------------------------------------------------------- */

static enum ch_status file_takes_wording(struct ch_context *c, bool *takes, struct ch_error *err)
{
	struct ch_scheme_settings settings;
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = record_get(c->scheme->db, ch_entity_of(CH_SCHEME), 1, &arena, &settings, err);

	*takes = status == CH_OK && settings.notes == CH_NOTES_APART && c->actor.person_id != 0;
	ch_arena_release(&arena);
	return status;
}

enum part { PART_TEXTS, PART_WAS, PART_WORDING };

static const char *part_of(const struct ch_draft *draft, enum part part, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);
	const char *text;

	ch_json_object_begin(&json);
	for (size_t i = 0; i < draft->text_count; i++) {
		const struct ch_draft_text *typed = &draft->texts[i];

		if (typed->wording != (part == PART_WORDING))
			continue;
		ch_json_key(&json, typed->key);
		ch_json_string(&json, part == PART_WAS ? typed->was : typed->text);
	}
	ch_json_object_end(&json);
	text = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return text;
}

static bool has_wording(const struct ch_draft *draft)
{
	for (size_t i = 0; i < draft->text_count; i++)
		if (draft->texts[i].wording)
			return true;
	return false;
}

static enum ch_status write_draft(struct ch_context *c, const struct ch_draft *draft, bool takes_wording,
				  struct ch_arena *arena, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_DRAFT_KEEP);

	stmt_bind_int(q, "actor_id", ch_actor_key(&c->actor));
	stmt_bind_text(q, "form", draft->form);
	stmt_bind_int(q, "subject_id", draft->subject_id);
	stmt_bind_text(q, "title", draft->title);
	stmt_bind_text(q, "kept_at", draft->kept_at);
	stmt_bind_text(q, "texts", part_of(draft, PART_TEXTS, arena));
	stmt_bind_text(q, "was", part_of(draft, PART_WAS, arena));
	stmt_bind_text(q, "wording",
		       takes_wording && has_wording(draft) ? part_of(draft, PART_WORDING, arena) : NULL);
	return stmt_run(q, NULL, err);
}

static bool has_facts(const struct ch_draft *draft)
{
	for (size_t i = 0; i < draft->text_count; i++)
		if (!draft->texts[i].wording)
			return true;
	return false;
}

static enum ch_status keep(struct ch_context *c, struct ch_draft *draft, bool takes_wording, struct ch_arena *arena,
			   struct ch_error *err)
{
	struct ch_error none = CH_NO_ERROR;
	struct ch_draft kept;

	draft->draft_id = 0;
	if (!takes_wording && !has_facts(draft))
		return ch_draft_find(c, draft->form, draft->subject_id, arena, &kept, &none) == CH_OK
			       ? ch_draft_drop(c, kept.draft_id, err)
			       : CH_OK;
	TRY(write_draft(c, draft, takes_wording, arena, err));
	TRY(ch_draft_find(c, draft->form, draft->subject_id, arena, &kept, err));
	draft->draft_id = kept.draft_id;
	return CH_OK;
}

enum ch_status ch_draft_keep(struct ch_context *c, struct ch_draft *draft, struct ch_arena *arena, bool *whole,
			     struct ch_error *err)
{
	bool takes_wording = false;
	char now[CH_INSTANT_SIZE];

	*whole = false;
	TRY(may(c, CH_OP_DRAFT, CH_SCHEME, 0, err));
	if (draft->text_count > CH_DRAFT_TEXTS_MAX)
		return ch_fail(err, CH_DATA, _("a draft has %zu fields; %d is the most"), draft->text_count,
			       CH_DRAFT_TEXTS_MAX);
	TRY(file_takes_wording(c, &takes_wording, err));
	draft->kept_at = ch_arena_copy(arena, ch_clock_now(&c->clock, now));
	TRY(db_begin(c->scheme->db, err));
	enum ch_status status = keep(c, draft, takes_wording, arena, err);
	if (status == CH_OK)
		status = db_commit(c->scheme->db, err);
	else
		db_rollback(c->scheme->db);
	*whole = status == CH_OK && (takes_wording || !has_wording(draft));
	return status;
}

/* ---- Reading ------------------------------------------------------------------------------ */

static enum ch_status read_part(const char *text, const char *was, bool wording, struct ch_arena *arena,
				struct ch_draft_text *texts, size_t *count, struct ch_error *err)
{
	struct json_object now, before = {0};

	if (text == NULL)
		return CH_OK;
	TRY(json_read_object(text, arena, &now, err));
	if (was != NULL)
		TRY(json_read_object(was, arena, &before, err));
	for (size_t i = 0; i < now.count && *count < CH_DRAFT_TEXTS_MAX; i++) {
		const struct json_pair *old = json_find(&before, now.pairs[i].key);

		if (now.pairs[i].text == NULL)
			continue;
		texts[(*count)++] = (struct ch_draft_text){.key = now.pairs[i].key,
							   .text = now.pairs[i].text,
							   .was = old != NULL && old->text != NULL ? old->text : "",
							   .wording = wording};
	}
	return CH_OK;
}

/* Reads the one row that the statement has. */
static enum ch_status read_draft(struct stmt *q, struct ch_arena *arena, struct ch_draft *draft, struct ch_error *err)
{
	struct ch_draft_text *texts = ch_arena_array(arena, CH_DRAFT_TEXTS_MAX, sizeof(*texts));
	bool row = false;

	*draft = (struct ch_draft){.texts = texts};
	TRY(stmt_step(q, &row, err));
	if (!row)
		return CH_MISSING;
	draft->draft_id = stmt_int(q, "draft_id");
	draft->form = stmt_copy(q, "form", arena);
	draft->subject_id = stmt_int(q, "subject_id");
	draft->title = stmt_copy(q, "title", arena);
	draft->kept_at = stmt_copy(q, "kept_at", arena);
	enum ch_status status = read_part(stmt_text(q, "texts"), stmt_text(q, "was"), false, arena, texts,
					  &draft->text_count, err);
	if (status == CH_OK)
		status = read_part(stmt_text(q, "wording"), NULL, true, arena, texts, &draft->text_count, err);
	stmt_reset(q);
	return status;
}

enum ch_status ch_draft_find(struct ch_context *c, const char *form, int64_t subject_id, struct ch_arena *arena,
			     struct ch_draft *draft, struct ch_error *err)
{
	TRY(may(c, CH_OP_DRAFT, CH_SCHEME, 0, err));
	struct stmt *q = stmt_ready(c->scheme->db, SQL_DRAFT_FIND);
	stmt_bind_int(q, "actor_id", ch_actor_key(&c->actor));
	stmt_bind_text(q, "form", form);
	stmt_bind_int(q, "subject_id", subject_id);
	enum ch_status status = read_draft(q, arena, draft, err);
	return status == CH_MISSING ? ch_fail(err, status, _("there is no draft of that form")) : status;
}

static enum ch_status fail_missing(int64_t draft_id, struct ch_error *err)
{
	ch_fail(err, CH_MISSING, _("you have no draft %" PRId64), draft_id);
	return ch_error_fix(err, _("`chiron draft list` shows those you have"));
}

enum ch_status ch_draft_get(struct ch_context *c, int64_t draft_id, struct ch_arena *arena, struct ch_draft *draft,
			    struct ch_error *err)
{
	TRY(may(c, CH_OP_DRAFT, CH_SCHEME, 0, err));
	struct stmt *q = stmt_ready(c->scheme->db, SQL_DRAFT_GET);
	stmt_bind_int(q, "draft_id", draft_id);
	stmt_bind_int(q, "actor_id", ch_actor_key(&c->actor));
	enum ch_status status = read_draft(q, arena, draft, err);
	return status == CH_MISSING ? fail_missing(draft_id, err) : status;
}

/* ---- All of them ---------------------------------------------------------------------------- */

static const struct ch_column columns[] = {
	{.key = "draft_id", .label = N_("No."), .type = CH_TYPE_ID, .width = 4},
	{.key = "kept_at", .label = N_("Kept"), .type = CH_TYPE_INSTANT, .width = 16},
	{.key = "title", .label = N_("Form"), .type = CH_TYPE_TEXT, .width = 40},
	{.key = "form", .label = N_("Kind"), .type = CH_TYPE_TEXT, .extra = true},
	{.key = "subject_id", .label = N_("About"), .type = CH_TYPE_NUMBER, .extra = true},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], LIST_MAX = 1000 };

enum ch_status ch_draft_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err)
{
	bool row = false;

	*grid = (struct ch_grid){.title = _("Drafts"), .columns = columns, .column_count = COLUMNS};
	TRY(may(c, CH_OP_DRAFT, CH_SCHEME, 0, err));
	grid->rows = ch_arena_array(arena, LIST_MAX, sizeof *grid->rows);
	struct stmt *q = stmt_ready(c->scheme->db, SQL_DRAFTS_OF);
	stmt_bind_int(q, "actor_id", ch_actor_key(&c->actor));
	enum ch_status status = stmt_step(q, &row, err);
	for (; status == CH_OK && row && grid->row_count < LIST_MAX; status = stmt_step(q, &row, err)) {
		struct ch_row *next = &grid->rows[grid->row_count++];

		next->cells = ch_arena_array(arena, COLUMNS, sizeof *next->cells);
		for (size_t i = 0; i < COLUMNS; i++)
			next->cells[i] = stmt_copy(q, columns[i].key, arena);
		next->id = stmt_int(q, "draft_id");
	}
	stmt_reset(q);
	return status;
}

enum ch_status ch_draft_drop(struct ch_context *c, int64_t draft_id, struct ch_error *err)
{
	int64_t changed = 0;

	TRY(may(c, CH_OP_DRAFT, CH_SCHEME, 0, err));
	TRY(db_begin(c->scheme->db, err));
	struct stmt *q = stmt_ready(c->scheme->db, SQL_DRAFT_DELETE);
	stmt_bind_int(q, "draft_id", draft_id);
	stmt_bind_int(q, "actor_id", ch_actor_key(&c->actor));
	enum ch_status status = stmt_run(q, &changed, err);
	if (status == CH_OK && changed == 0)
		status = fail_missing(draft_id, err);
	if (status == CH_OK)
		return db_commit(c->scheme->db, err);
	db_rollback(c->scheme->db);
	return status;
}
