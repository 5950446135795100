/*
 * One walk over what a person has, written twice: as lines "Label: value" under
 * headings, or as JSON with the keys of the field tables. What may be read is
 * decided by the class of each field and by the gate of the wording. A
 * coordinator's walk for somebody else has what coordinators keep about them,
 * and no wording.
 */
#include <string.h>

#include "chiron/answer.h"
#include "chiron/custom_field.h"
#include "chiron/exchange.h"
#include "chiron/json.h"
#include "chiron/list.h"
#include "chiron/pair_text.h"
#include "chiron/pairing.h"
#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/scheme.h"
#include "chiron/wish.h"
#include "core/id_list.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "model/choices.h"
#include "store/list.h"
#include "store/record.h"
#include "store/stmt.h"

enum { MOST_KINDS = 4 };

struct mine {
	struct ch_context *c;
	int64_t me; /* whose it is; the actor, but where it is disclosed */
	bool is_disclosed;
	struct ch_arena arena;
	ch_date today;
	bool is_json;
	bool is_learner; /* of the pairing that is being written */
	struct ch_buffer *out;
	struct ch_json_writer json;
};

/* What a pairing has, in the order in which it is read, with its wording. */
static const struct part {
	enum ch_entity_id entity;
	enum ch_text_kind kinds[MOST_KINDS];
	bool by_person; /* each of the two has their own */
} parts[] = {
	{CH_GOAL, {CH_TEXT_GOAL}, false},
	{CH_SESSION, {CH_TEXT_TOPICS, CH_TEXT_LEARNING}, false},
	{CH_ACTION, {CH_TEXT_ACTION, CH_TEXT_TRIED}, false},
	{CH_INTRODUCTION, {CH_TEXT_INTRODUCTION}, false},
	{CH_ASSESSMENT, {CH_TEXT_ASSESSMENT}, false},
	{CH_MANAGER_FEEDBACK, {CH_TEXT_MANAGER_FEEDBACK}, false},
	{CH_RELEASE, {CH_TEXT_RELEASE, CH_TEXT_CONSENT}, false},
	{CH_REFERRAL, {CH_TEXT_REFERRAL, CH_TEXT_REFERRAL_TO, CH_TEXT_DISCUSSION}, false},
	{CH_FEEDBACK, {CH_NO_TEXT_KIND}, true},
};
static const enum ch_text_kind spell_kinds[MOST_KINDS] = {CH_TEXT_BRIEF, CH_TEXT_THREE_WAY};

/* ---- Writing ---- */

static void begin_section(struct mine *mine, const char *key, const char *title)
{
	if (mine->is_json) {
		ch_json_key(&mine->json, key);
		ch_json_array_begin(&mine->json);
	} else {
		ch_buffer_printf(mine->out, "\n== %s ==\n", title);
	}
}

static void end_section(struct mine *mine)
{
	if (mine->is_json)
		ch_json_array_end(&mine->json);
}

static void begin_record(struct mine *mine)
{
	if (mine->is_json)
		ch_json_object_begin(&mine->json);
	else
		ch_buffer_add(mine->out, "\n");
}

static void end_record(struct mine *mine)
{
	if (mine->is_json)
		ch_json_object_end(&mine->json);
}

/* Texts of many lines go on indented, so that a label always begins its line. */
static void add_line(struct mine *mine, const char *label, const char *text)
{
	ch_buffer_printf(mine->out, "%s: ", label);
	for (; *text != '\0'; text++) {
		ch_buffer_add_char(mine->out, *text);
		if (*text == '\n')
			ch_buffer_add(mine->out, "    ");
	}
	ch_buffer_add(mine->out, "\n");
}

static void add_text(struct mine *mine, const char *key, const char *label, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (mine->is_json) {
		ch_json_key(&mine->json, key);
		ch_json_string(&mine->json, text);
	} else {
		add_line(mine, label, text);
	}
}

/* The name of a person or programme; NULL where the actor may read none. */
static const char *name_of(struct mine *mine, enum ch_entity_id entity, int64_t id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_programme programme;
	struct ch_person person;

	if (entity == CH_PERSON && ch_person_get(mine->c, id, &mine->arena, &person, &ignored) == CH_OK)
		return person.name;
	if (entity == CH_PROGRAMME && ch_programme_get(mine->c, id, &mine->arena, &programme, &ignored) == CH_OK)
		return programme.name;
	return NULL;
}

static void add_field(struct mine *mine, const struct ch_field *field, const void *record)
{
	const char *text = ch_field_text(field, record, &mine->arena);

	if (text == NULL || (field->flags & CH_FIELD_HIDDEN) || field->refers_to == CH_PAIRING ||
	    field->refers_to == CH_SPELL || (field->access == CH_CLASS_PAIR && !mine->is_learner))
		return;
	if (field->refers_to == CH_PERSON || field->refers_to == CH_PROGRAMME) {
		size_t length = strlen(field->key);
		int64_t id;

		memcpy(&id, (const char *)record + field->offset, sizeof(id));
		/* "guide_id" is the number of one who is named here. */
		if (length > 3 && strcmp(field->key + length - 3, "_id") == 0)
			length -= 3;
		add_text(mine, ch_arena_copy_bytes(&mine->arena, field->key, length), _(field->label),
			 name_of(mine, field->refers_to, id));
	} else if (mine->is_json) {
		ch_json_key(&mine->json, field->key);
		ch_cell_add_json(&mine->json, field->type, text, &mine->arena);
	} else {
		/* Days with their year: it is read years later. */
		add_line(mine, _(field->label),
			 field->type == CH_TYPE_DATE ? text : ch_field_show(field, record, mine->today, &mine->arena));
	}
}

/* In JSON apart from the facts, of which one has the name of a kind of text: "learning". */
static enum ch_status add_wording(struct mine *mine, const enum ch_text_kind kinds[MOST_KINDS], int64_t object_id,
				  struct ch_error *err)
{
	enum ch_text_state state;
	const char *text;

	if (!mine->is_learner || kinds[0] == CH_NO_TEXT_KIND)
		return CH_OK;
	if (mine->is_json) {
		ch_json_key(&mine->json, "wording");
		ch_json_object_begin(&mine->json);
	}
	for (size_t i = 0; i < MOST_KINDS && kinds[i] != CH_NO_TEXT_KIND; i++) {
		TRY(ch_pair_text_read(mine->c, kinds[i], object_id, &mine->arena, &text, &state, err));
		add_text(mine, choices_text_kind[kinds[i]].code, _(ch_text_kind_label(kinds[i])), text);
	}
	if (mine->is_json)
		ch_json_object_end(&mine->json);
	return CH_OK;
}

/* Coordinators keep these, so that no desk but theirs has them; but what was given to somebody is that person's own. */
static bool is_certificate(enum ch_entity_id entity)
{
	return entity == CH_CREDENTIAL;
}

static enum ch_status add_record(struct mine *mine, enum ch_entity_id entity, int64_t id, struct ch_error *err)
{
	const struct ch_entity *table = ch_entity_of(entity);
	void *record = ch_arena_alloc(&mine->arena, table->size);

	TRY(record_get(mine->c->scheme->db, table, id, &mine->arena, record, err));
	if (!is_certificate(entity))
		may_redact(mine->c, table, record, true);
	TRY(ch_custom_widen(mine->c, entity, record, &mine->arena, &table, &record, err));
	for (size_t i = entity == CH_AGREEMENT; /* it has its spell's number */ i < table->field_count; i++)
		add_field(mine, &table->fields[i], record);
	return CH_OK;
}

/* ---- What there is ---- */

static struct ch_context reader_of(const struct mine *mine, enum ch_entity_id entity)
{
	struct ch_context reader = *mine->c;

	if (is_certificate(entity))
		reader.actor.person_id = 0;
	return reader;
}

static enum ch_status add_rows(struct mine *mine, const struct part *part, const struct ch_list_query *query,
			       struct ch_error *err)
{
	const struct ch_entity *table = ch_entity_of(part->entity);
	struct ch_context reader = reader_of(mine, part->entity);
	struct ch_grid grid;

	TRY(ch_list_fetch(&reader, query, &mine->arena, &grid, err));
	if (grid.row_count == 0)
		return CH_OK;
	begin_section(mine, table->name, _(list_info(query->list)->title));
	for (size_t i = 0; i < grid.row_count; i++) {
		begin_record(mine);
		TRY(add_record(mine, part->entity, grid.rows[i].id, err));
		TRY(add_wording(mine, part->kinds, grid.rows[i].id, err));
		end_record(mine);
	}
	end_section(mine);
	return CH_OK;
}

static void add_cell(struct mine *mine, const struct ch_column *column, const char *cell)
{
	if (!mine->is_json && column->type != CH_TYPE_DATE)
		cell = ch_cell_show(column, cell, mine->today, &mine->arena);
	add_text(mine, column->key, _(column->label), cell);
}

static enum ch_status add_answers(struct mine *mine, struct ch_error *err)
{
	struct ch_grid grid;

	TRY(ch_answer_list(mine->c, mine->me, &mine->arena, &grid, err));
	if (grid.row_count == 0)
		return CH_OK;
	begin_section(mine, "answer", _("Answers"));
	for (size_t row = 0; row < grid.row_count; row++) {
		begin_record(mine);
		for (size_t i = 0; i < grid.column_count; i++)
			add_cell(mine, &grid.columns[i], grid.rows[row].cells[i]);
		end_record(mine);
	}
	end_section(mine);
	return CH_OK;
}

static enum ch_status add_spell(struct mine *mine, int64_t spell_id, int64_t agreement_id, struct ch_error *err)
{
	begin_record(mine);
	TRY(add_record(mine, CH_SPELL, spell_id, err));
	if (agreement_id != 0)
		TRY(add_record(mine, CH_AGREEMENT, agreement_id, err));
	TRY(add_wording(mine, spell_kinds, spell_id, err));
	end_record(mine);
	return CH_OK;
}

/* Each time the two were at it: what was agreed then, and how it ended. */
static enum ch_status add_spells(struct mine *mine, int64_t pairing_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(mine->c->scheme->db, SQL_AGREEMENTS_OF_PAIRING);
	struct id_list ids = ID_LIST_EMPTY, agreements = ID_LIST_EMPTY;
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "pairing_id", pairing_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		id_list_add(&ids, stmt_id(q, "spell_id"));
		id_list_add(&agreements, stmt_id(q, "agreement_id"));
	}
	stmt_reset(q);
	begin_section(mine, "spell", _("What was agreed"));
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = add_spell(mine, ids.ids[i], agreements.ids[i], err);
	end_section(mine);
	id_list_release(&ids);
	id_list_release(&agreements);
	return status;
}

/* What a coordinator noted of speaking with them; with the other of the two they spoke about the other. */
static enum ch_status add_checkins(struct mine *mine, const struct ch_pairing *pairing, struct ch_error *err)
{
	const struct part checkins = {.entity = CH_CHECKIN};
	const struct ch_list_query query = {.list = CH_LIST_CHECKINS,
					    .pairing_id = pairing->pairing_id,
					    .filter = pairing->guide_id == mine->me ? "side:guide" : "side:learner"};

	return add_rows(mine, &checkins, &query, err);
}

/* Whom they asked for; who asked for them is others'. */
static enum ch_status add_wishes(struct mine *mine, struct ch_error *err)
{
	const struct ch_list_query query = {.list = CH_LIST_WISHES, .person_id = mine->me};
	struct ch_grid grid;
	struct ch_wish wish;

	bool any = false;

	TRY(ch_list_fetch(mine->c, &query, &mine->arena, &grid, err));
	for (size_t i = 0; i < grid.row_count; i++) {
		TRY(record_get(mine->c->scheme->db, ch_entity_of(CH_WISH), grid.rows[i].id, &mine->arena, &wish, err));
		if (wish.person_id != mine->me)
			continue;
		if (!any)
			begin_section(mine, "wish", _("Wishes"));
		any = true;
		begin_record(mine);
		TRY(add_record(mine, CH_WISH, wish.wish_id, err));
		end_record(mine);
	}
	if (any)
		end_section(mine);
	return CH_OK;
}

static enum ch_status add_pairing(struct mine *mine, int64_t pairing_id, struct ch_error *err)
{
	struct ch_pairing pairing;

	TRY(ch_pairing_get(mine->c, pairing_id, &mine->arena, &pairing, err));
	mine->is_learner = !mine->is_disclosed && pairing.learner_id == mine->me;
	begin_record(mine);
	TRY(add_record(mine, CH_PAIRING, pairing_id, err));
	TRY(add_spells(mine, pairing_id, err));
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct ch_list_query query = {.list = list_of_entity(parts[i].entity), .pairing_id = pairing_id};

		if (parts[i].by_person)
			query.person_id = mine->me;
		TRY(add_rows(mine, &parts[i], &query, err));
	}
	if (mine->is_disclosed)
		TRY(add_checkins(mine, &pairing, err));
	end_record(mine);
	return CH_OK;
}

/* What it is, for whoever is handed it. */
static enum ch_status add_cover(struct mine *mine, struct ch_error *err)
{
	struct ch_scheme_settings settings;
	char day[CH_DATE_WORDS_SIZE];

	TRY(ch_scheme_settings_get(mine->c, &mine->arena, &settings, err));
	ch_buffer_printf(mine->out, _("What %s keeps about %s, on %s\n\n"), settings.name,
			 name_of(mine, CH_PERSON, mine->me), ch_date_words(mine->today, CH_NO_DATE, day));
	ch_buffer_add(mine->out,
		      _("Not in here: what the two of a pairing wrote, which only they read and can print\n"
			"themselves; what others answered or asked for; that records were changed, and when.\n\n"));
	return CH_OK;
}

static enum ch_status add_all(struct mine *mine, struct ch_error *err)
{
	const int64_t me = mine->me;
	const struct part enrolments = {.entity = CH_ENROLMENT}, credentials = {.entity = CH_CREDENTIAL};
	struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .person_id = me};
	struct ch_grid pairings;

	if (mine->is_disclosed && !mine->is_json)
		TRY(add_cover(mine, err));
	TRY(add_record(mine, CH_PERSON, me, err));
	TRY(add_rows(mine, &enrolments, &query, err));
	query.list = CH_LIST_CREDENTIALS;
	TRY(add_rows(mine, &credentials, &query, err));
	TRY(add_answers(mine, err));
	query.list = CH_LIST_PAIRINGS;
	TRY(ch_list_fetch(mine->c, &query, &mine->arena, &pairings, err));
	begin_section(mine, "pairing", _("Pairings"));
	for (size_t i = 0; i < pairings.row_count; i++)
		TRY(add_pairing(mine, pairings.rows[i].id, err));
	end_section(mine);
	return mine->is_disclosed ? add_wishes(mine, err) : CH_OK;
}

static enum ch_status write_all(struct ch_context *c, int64_t person_id, bool json, struct ch_buffer *out,
				struct ch_error *err)
{
	struct mine mine = {.c = c,
			    .me = person_id,
			    .is_disclosed = c->actor.person_id != person_id,
			    .arena = CH_ARENA_EMPTY,
			    .today = ch_clock_today(&c->clock),
			    .is_json = json,
			    .out = out,
			    .json = CH_JSON_WRITER(out)};
	enum ch_status status;

	if (json)
		ch_json_object_begin(&mine.json);
	status = add_all(&mine, err);
	if (status == CH_OK && json) {
		ch_json_object_end(&mine.json);
		ch_buffer_add(out, "\n");
	}
	ch_arena_release(&mine.arena);
	return status;
}

enum ch_status ch_export_mine(struct ch_context *c, bool json, struct ch_buffer *out, struct ch_error *err)
{
	if (c->actor.person_id == 0) {
		ch_fail(err, CH_USAGE, _("it is not said whose it is: a coordinator has no record of their own"));
		return ch_error_fix(err, _("give the person's e-mail: `chiron --as EMAIL export mine`"));
	}
	TRY(may(c, CH_OP_PERSON_READ, CH_PERSON, c->actor.person_id, err));
	return write_all(c, c->actor.person_id, json, out, err);
}

enum ch_status ch_export_disclosed(struct ch_context *c, int64_t person_id, bool json, struct ch_buffer *out,
				   struct ch_error *err)
{
	struct change change;

	TRY(may(c, CH_OP_PERSON_DISCLOSE, CH_PERSON, person_id, err));
	TRY(write_all(c, person_id, json, out, err));
	if (db_read_only(c->scheme->db))
		return CH_OK;
	TRY(change_begin(&change, c, CH_OP_PERSON_DISCLOSE, CH_PERSON, person_id, err));
	return change_end(&change, CH_OK, err);
}
