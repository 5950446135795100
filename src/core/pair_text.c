#include "core/pair_text.h"

#include <string.h>

#include "chiron/goal.h"
#include "chiron/scheme.h"
#include "chiron/text.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "core/journal/step.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

enum { LONGEST_TEXT = 100000 };

const char *ch_text_kind_label(enum ch_text_kind kind)
{
	return choices_text_kind[kind].label;
}

/* The newest revision of a text. */
struct newest {
	const char *text; /* NULL: none was written */
	int64_t spell_id; /* whose wording it is: the text's own, not what a caller believes */
	ch_date written_on;
};

static enum ch_status find_newest(struct db *db, enum ch_text_kind kind, int64_t object_id, struct ch_arena *arena,
				  struct newest *newest, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_PAIR_TEXT_NEWEST);
	bool row = false;

	*newest = (struct newest){.written_on = CH_NO_DATE};
	stmt_bind_text(q, "kind", choices_text_kind[kind].code);
	stmt_bind_int(q, "object_id", object_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		size_t length;
		const void *body = stmt_column_blob(q, "body", &length);
		newest->text = ch_arena_copy_bytes(arena, body, length);
		newest->spell_id = stmt_id(q, "spell_id");
		newest->written_on = stmt_date(q, "written_on");
	}
	stmt_reset(q);
	return status;
}

static enum ch_status last_revision(struct db *db, enum ch_text_kind kind, int64_t object_id, int64_t *revision,
				    struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_PAIR_TEXT_LAST_REVISION);
	bool row = false;

	stmt_bind_text(q, "kind", choices_text_kind[kind].code);
	stmt_bind_int(q, "object_id", object_id);
	enum ch_status status = stmt_step(q, &row, err);
	*revision = status == CH_OK && row ? stmt_id(q, "revision") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status notes_setting(struct db *db, int *notes, struct ch_error *err)
{
	struct ch_scheme_settings settings;
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = record_get(db, ch_entity_of(CH_SCHEME), 1, &arena, &settings, err);

	*notes = status == CH_OK ? settings.notes : CH_NO_NOTES;
	ch_arena_release(&arena);
	return status;
}

static enum ch_status check_text(const char *text, int notes, const char *key, struct ch_error *err)
{
	if (notes == CH_NOTES_OFF) {
		ch_fail_field(err, key, _("this scheme keeps no wording, only facts"));
		return ch_error_fix(err, _("leave the text out, and say that the pair keeps it"));
	}
	if (strlen(text) > LONGEST_TEXT)
		return ch_fail_field(err, key, _("the text is %zu bytes long; %d is the most"), strlen(text),
				     LONGEST_TEXT);
	if (ch_text_has_controls(text, true)) {
		ch_fail_field(err, key, _("the text has control characters in it"));
		return ch_error_fix(err, _("remove what was pasted with it, or type it anew"));
	}
	return CH_OK;
}

static enum ch_status insert_revision(struct change *change, int64_t spell_id, enum ch_text_kind kind,
				      int64_t object_id, const char *text, struct ch_error *err)
{
	struct newest before;
	int64_t last;

	TRY(find_newest(change->db, kind, object_id, &change->arena, &before, err));
	if (before.text != NULL && strcmp(before.text, text) == 0)
		return CH_OK;
	TRY(last_revision(change->db, kind, object_id, &last, err));
	step_note_text(change, false);
	struct stmt *q = stmt_ready(change->db, SQL_PAIR_TEXT_INSERT);
	stmt_bind_text(q, "kind", choices_text_kind[kind].code);
	stmt_bind_int(q, "spell_id", spell_id);
	stmt_bind_int(q, "object_id", object_id);
	stmt_bind_id(q, "author_id", change->c->actor.person_id);
	stmt_bind_int(q, "revision", last + 1);
	stmt_bind_text(q, "written_at", change->now);
	stmt_bind_int(q, "step", change->c->scheme->step);
	stmt_bind_blob(q, "body", text, strlen(text));
	return stmt_run(q, NULL, err);
}

enum ch_status pair_text_insert(struct change *change, int64_t spell_id, enum ch_text_kind kind, int64_t object_id,
				const char *text, struct ch_error *err)
{
	const char *tidy = text == NULL ? NULL : ch_text_tidy_lines(&change->arena, text);
	int notes;

	if (tidy == NULL)
		return CH_OK;
	TRY(notes_setting(change->db, &notes, err));
	TRY(check_text(tidy, notes, choices_text_kind[kind].code, err));
	return insert_revision(change, spell_id, kind, object_id, tidy, err);
}

enum ch_status pair_text_write(struct change *change, int64_t spell_id, enum ch_text_kind kind, int64_t object_id,
			       const char *text, struct ch_error *err)
{
	if (text == NULL || ch_text_tidy_lines(&change->arena, text) == NULL)
		return ch_fail_field(err, choices_text_kind[kind].code, _("there is no text to write"));
	return pair_text_insert(change, spell_id, kind, object_id, text, err);
}

enum ch_status pair_text_newest(struct change *change, enum ch_text_kind kind, int64_t object_id, const char **text,
				struct ch_error *err)
{
	struct newest newest;

	TRY(find_newest(change->db, kind, object_id, &change->arena, &newest, err));
	*text = newest.text;
	return CH_OK;
}

enum ch_status pair_text_remove(struct change *change, enum ch_text_kind kind, int64_t object_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PAIR_TEXT_DELETE);
	int64_t removed = 0;

	stmt_bind_text(q, "kind", choices_text_kind[kind].code);
	stmt_bind_int(q, "object_id", object_id);
	TRY(stmt_run(q, &removed, err));
	q = stmt_ready(change->db, SQL_PAIR_TEXT_ASIDE_DELETE);
	stmt_bind_text(q, "kind", choices_text_kind[kind].code);
	stmt_bind_int(q, "object_id", object_id);
	TRY(stmt_run(q, NULL, err));
	if (removed > 0)
		step_note_text(change, true);
	return CH_OK;
}

enum ch_status pair_text_carry(struct change *change, int64_t spell_id, enum ch_text_kind kind, int64_t from_id,
			       int64_t to_id, struct ch_error *err)
{
	struct newest from;

	TRY(find_newest(change->db, kind, from_id, &change->arena, &from, err));
	return from.text == NULL ? CH_OK : insert_revision(change, spell_id, kind, to_id, from.text, err);
}

/* Whether the pair agreed, both of them, and before it was written, that a coordinator reads this (R58). */
static enum ch_status is_shared(struct ch_context *c, const struct newest *text, bool *shared, struct ch_error *err)
{
	struct change reading = {.c = c, .db = c->scheme->db, .arena = CH_ARENA_EMPTY};
	struct ch_agreement agreement;
	bool row = false;
	enum ch_status status = agreement_of_spell(&reading, text->spell_id, &agreement, err);
	bool agreed = status == CH_OK && agreement.share_action_wording == CH_YES;

	ch_arena_release(&reading.arena);
	*shared = false;
	if (!agreed)
		return status;
	struct stmt *q = stmt_ready(c->scheme->db, SQL_SHARES_ACTIONS);
	stmt_bind_int(q, "spell_id", text->spell_id);
	status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*shared = stmt_int(q, "sides") == 2 && text->written_on >= stmt_date(q, "since");
	stmt_reset(q);
	return status;
}

static enum ch_status may_read(struct ch_context *c, enum ch_text_kind kind, const struct newest *text, bool *reads,
			       struct ch_error *err)
{
	struct ch_error refused = CH_NO_ERROR;

	*reads = false;
	if (c->actor.person_id == 0)
		return kind == CH_TEXT_ACTION ? is_shared(c, text, reads, err) : CH_OK;
	*reads = may(c, CH_OP_TEXT_READ, CH_SPELL, text->spell_id, &refused) == CH_OK;
	return CH_OK;
}

enum ch_status ch_pair_text_read(struct ch_context *c, enum ch_text_kind kind, int64_t object_id,
				 struct ch_arena *arena, const char **text, enum ch_text_state *state,
				 struct ch_error *err)
{
	struct newest newest;
	bool reads = false;
	int notes;

	*text = NULL;
	TRY(notes_setting(c->scheme->db, &notes, err));
	TRY(find_newest(c->scheme->db, kind, object_id, arena, &newest, err));
	if (newest.text != NULL)
		TRY(may_read(c, kind, &newest, &reads, err));
	if (newest.text == NULL)
		*state = notes == CH_NOTES_OFF ? CH_TEXT_OFF : CH_TEXT_NONE;
	else
		*state = reads ? CH_TEXT_THERE : CH_TEXT_WITHHELD;
	if (*state == CH_TEXT_THERE)
		*text = newest.text;
	return CH_OK;
}

enum ch_status ch_pair_texts_kept(struct ch_context *c, int64_t *count, struct ch_error *err)
{
	struct stmt *q;
	bool row = false;

	TRY(may(c, CH_OP_SCHEME_READ, CH_SCHEME, 0, err));
	q = stmt_ready(c->scheme->db, SQL_PAIR_TEXTS_KEPT);
	enum ch_status status = stmt_step(q, &row, err);
	*count = status == CH_OK && row ? stmt_int(q, "n") : 0;
	stmt_reset(q);
	return status;
}

enum ch_status ch_pair_text_write(struct ch_context *c, int64_t spell_id, enum ch_text_kind kind, int64_t object_id,
				  const char *text, struct ch_error *err)
{
	struct change change;

	if (kind == CH_TEXT_GOAL)
		return ch_goal_word(c, object_id, text, err);
	TRY(change_begin(&change, c, CH_OP_TEXT_WRITE, CH_SPELL, spell_id, err));
	return change_end(&change, pair_text_write(&change, spell_id, kind, object_id, text, err), err);
}
