/* Erasing a person: what is asked before, the one transaction, and the certificate. What is theirs: store/erase.h. */
#include "chiron/erasure.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/check.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "chiron/undo.h"
#include "core/action.h"
#include "core/erasure_certificate.h"
#include "core/erasure_former.h"
#include "core/feedback.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/bulk.h"
#include "store/copies.h"
#include "store/erase.h"
#include "store/record.h"
#include "store/stmt.h"

/* Of each check by name, the entity that its findings are about. */
static const char *subjects_of_checks(struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	ch_json_object_begin(&json);
	for (size_t i = 0; i < ch_check_count(); i++) {
		ch_json_key(&json, ch_check_at(i)->name);
		ch_json_string(&json, ch_entity_of(ch_check_at(i)->subject)->name);
	}
	ch_json_object_end(&json);
	const char *text = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return text;
}

static struct erase erase_of(struct ch_context *c, int64_t person_id, struct ch_arena *arena)
{
	return (struct erase){.db = c->scheme->db,
			      .person_id = person_id,
			      .called = ch_arena_printf(arena, _("erased person %lld"), (long long)person_id),
			      .checks = subjects_of_checks(arena),
			      .arena = arena};
}

/* ---- What stands against it ---- */

static enum ch_status refuse_erased(const struct ch_person *person, struct ch_error *err)
{
	char day[CH_DATE_WORDS_SIZE];

	if (person->erased_on == CH_NO_DATE)
		return CH_OK;
	return ch_fail(err, CH_DATA, _("person %lld was erased on %s"), (long long)person->person_id,
		       ch_date_words(person->erased_on, CH_NO_DATE, day));
}

static enum ch_status refuse_live(struct ch_context *c, const struct ch_person *person, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_LIVE_PAIRING_OF_PERSON);
	bool row = false;

	stmt_bind_int(q, "person_id", person->person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		status = ch_fail(err, CH_DATA, _("%s has a live pairing: %lld, %s and %s"),
				 person->name, (long long)stmt_id(q, "pairing_id"), stmt_text(q, "guide"),
				 stmt_text(q, "learner"));
		ch_error_fix(err, _("end it first: `chiron person leave %lld --close`"), (long long)person->person_id);
	}
	stmt_reset(q);
	return status;
}

static enum ch_status get_erasable(struct ch_context *c, struct erase *work, struct ch_person *person,
				   struct ch_error *err)
{
	TRY(erasure_person_get(work->db, work->person_id, work->arena, person, &work->former, err));
	TRY(refuse_erased(person, err));
	return refuse_live(c, person, err);
}

/* ---- Telling ---- */

enum { COLUMNS = 3 };

static const struct ch_choice fates[] = {
	{"", ""},
#define X(name, code, label) {code, label},
	CH_FATES(X)
#undef X
	{NULL, NULL},
};

static const struct ch_column columns[COLUMNS] = {
	{.key = "what", .label = N_("What there is of them"), .type = CH_TYPE_TEXT, .width = 36},
	{.key = "records", .label = N_("How many"), .type = CH_TYPE_NUMBER, .width = 8},
	{.key = "becomes", .label = N_("What becomes of it"), .type = CH_TYPE_CHOICE, .choices = fates, .width = 20},
};

static void add_row(struct ch_grid *grid, const char *what, int64_t records, enum ch_fate fate,
		    struct ch_arena *arena)
{
	if (records == 0)
		return;
	const char **cells = ch_grid_append(grid, 0, arena);
	cells[0] = what;
	cells[1] = ch_arena_printf(arena, "%lld", (long long)records);
	cells[2] = fates[fate].code;
}

static const char *label_of(const struct erase_rule *rule)
{
	return _(rule->label != NULL ? rule->label : ch_entity_named(rule->table)->plural);
}

static enum ch_fate fate_of(const struct erase_rule *rule)
{
	return rule->fate == ERASE_REMOVED ? CH_FATE_REMOVED
	       : rule->fate == ERASE_EMPTIED ? CH_FATE_EMPTIED
					     : CH_FATE_KEPT;
}

/* What the journal has under other numbers of theirs, as of an import that was taken back. */
static enum ch_status tell_others(const struct erase *erase, const struct ch_person *person, struct ch_grid *grid,
				  struct ch_error *err)
{
	struct erasure_numbers others;
	int64_t sum = 0, records;

	TRY(erasure_numbers_read(erase->db, person, erase->arena, &others, err));
	for (size_t i = 0; i < others.count; i++) {
		struct erase former = *erase;
		former.person_id = others.list[i].merged_id;
		TRY(erase_count_journal(&former, &records, err));
		sum += records;
	}
	add_row(grid, _("what history has of them by another number"), sum, CH_FATE_REMOVED, erase->arena);
	return CH_OK;
}

static enum ch_status tell(const struct erase *erase, const struct ch_person *person, struct ch_grid *grid,
			   struct ch_error *err)
{
	const struct erase_rule *rule;
	int64_t records;

	*grid = (struct ch_grid){.columns = columns, .column_count = COLUMNS};
	add_row(grid, _("name, addresses and all else of the person"), !erase->former, CH_FATE_REMOVED, erase->arena);
	for (int fate = CH_FATE_REMOVED; fate <= CH_FATE_KEPT; fate++) {
		for (size_t i = 0; (rule = erase_rule_at(i)) != NULL; i++) {
			if (fate_of(rule) != (enum ch_fate)fate)
				continue;
			TRY(erase_count(erase, rule, &records, err));
			add_row(grid, label_of(rule), records, (enum ch_fate)fate, erase->arena);
		}
		if (fate != CH_FATE_REMOVED)
			continue;
		TRY(erase_count_journal(erase, &records, err));
		add_row(grid, _("earlier values, kept for undo"), records, CH_FATE_REMOVED, erase->arena);
		TRY(tell_others(erase, person, grid, err));
	}
	return CH_OK;
}

enum ch_status ch_erasure_tell(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err)
{
	struct erase erase = erase_of(c, person_id, arena);
	struct ch_person person;

	TRY(may(c, CH_OP_PERSON_ERASE, CH_PERSON, person_id, err));
	TRY(get_erasable(c, &erase, &person, err));
	return tell(&erase, &person, grid, err);
}

/* ---- Doing it ---- */

/* Nothing is asked of them or about them any more, or left to do; a pairing that waits for feedback alone is closed. */
static enum ch_status settle_open(struct change *change, int64_t person_id, struct ch_error *err)
{
	TRY(feedback_drop_of_erased(change, person_id, err));
	return action_drop_of_erased(change, person_id, err);
}

static enum ch_status note(struct change *change, const struct erase *erase, const char *sort_name,
			   const char *email_key, int64_t records, struct ch_error *err)
{
	unsigned char email[HASH_SIZE], name[HASH_SIZE];
	struct ch_scheme_settings settings;

	TRY(record_get(change->db, ch_entity_of(CH_SCHEME), 1, &change->arena, &settings, err));
	erase_hash(settings.scheme_id, sort_name, name);
	if (email_key != NULL)
		erase_hash(settings.scheme_id, email_key, email);
	return erase_note(erase,
			  &(struct erase_stone){.at = change->now,
						.by = ch_actor_key(&change->c->actor),
						.records = records,
						.email_hash = email_key != NULL ? email : NULL,
						.name_hash = name},
			  err);
}

/* ---- Other numbers of theirs (erasure_former.h) ---- */

/* What the journal and drafts have under such a number, and texts under the name it had; the rest became theirs. */
static enum ch_status erase_number_of(struct change *change, const struct erase *erase, const struct ch_merged *number,
				      int64_t *mentions, struct ch_error *err)
{
	struct erase former = *erase;
	int64_t texts;

	former.person_id = number->merged_id;
	TRY(note(change, &former, number->sort_name, number->email_key, 0, err));
	TRY(erase_read_names(&former, err));
	TRY(erase_journal(&former, err));
	TRY(erase_drafts(&former, err));
	TRY(erase_mentions(&former, &texts, err));
	*mentions += texts;
	return CH_OK;
}

static int64_t sum_of(const struct ch_grid *told)
{
	int64_t sum = 0;

	for (size_t i = 0; i < told->row_count; i++)
		if (strcmp(told->rows[i].cells[2], fates[CH_FATE_KEPT].code) != 0)
			sum += strtoll(told->rows[i].cells[1], NULL, 10);
	return sum;
}

static enum ch_status erase(struct change *change, struct erase *erase, const struct ch_person *person,
			    const struct ch_grid *told, struct ch_erased *erased, struct ch_error *err)
{
	struct erasure_numbers numbers;
	int64_t rows;
	bool removed;

	TRY(settle_open(change, person->person_id, err));
	erased->records = sum_of(told);
	TRY(note(change, erase, person->sort_name, person->email_key, erased->records, err));
	TRY(erasure_numbers_read(change->db, person, &change->arena, &numbers, err));
	TRY(erase_read_names(erase, err));
	TRY(erase_journal(erase, err));
	TRY(erase_rows(erase, &rows, err));
	TRY(erase_drafts(erase, err));
	TRY(erase_person_row(erase, change->today, &removed, err));
	TRY(erase_mentions(erase, &erased->mentions, err));
	for (size_t i = 0; i < numbers.count; i++)
		TRY(erase_number_of(change, erase, &numbers.list[i], &erased->mentions, err));
	/* The step stands in the history under the number, and says at undo why it stays. */
	change->who = ch_arena_printf(&change->arena, _("person %lld"), (long long)person->person_id);
	change->c->scheme->notes.wrote = true;
	change->c->scheme->notes.final = CH_FINAL_ERASED;
	return CH_OK;
}

static enum ch_status erase_in_change(struct ch_context *c, struct erase *work, const struct ch_person *person,
				      const struct ch_grid *told, struct ch_erased *erased, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PERSON_ERASE, CH_PERSON, person->person_id, err));
	return change_end(&change, erase(&change, work, person, told, erased, err), err);
}

/* ---- Copies ---- */

/* Somebody whom a copy may have by another number: one from before two records were made one. */
struct copy_of {
	struct copy copy;
	int64_t *ids;
	size_t count, room;
};

struct copies {
	struct copy_of *list;
	size_t count, room;
};

static struct copy_of *copy_at(struct copies *all, const struct copy *copy, struct ch_arena *arena)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].copy.path, copy->path) == 0)
			return &all->list[i];
	all->list = ch_arena_room(arena, all->list, all->count, &all->room, sizeof *all->list);
	all->list[all->count] = (struct copy_of){.copy = *copy};
	return &all->list[all->count++];
}

static enum ch_status add_copies(struct ch_context *c, const char *scheme_id, const struct ch_merged *who,
				 struct ch_arena *arena, struct copies *all, struct ch_error *err)
{
	struct copy *copies;
	size_t found;

	TRY(copies_with_person(c->scheme->db, scheme_id, who->merged_id, who->name, who->email_key, arena, &copies,
			       &found, err));
	for (size_t i = 0; i < found; i++) {
		struct copy_of *copy = copy_at(all, &copies[i], arena);
		copy->ids = ch_arena_room(arena, copy->ids, copy->count, &copy->room, sizeof *copy->ids);
		copy->ids[copy->count++] = who->merged_id;
	}
	return CH_OK;
}

static enum ch_status find_copies(struct ch_context *c, const struct ch_person *person, struct ch_arena *arena,
				  struct copy_of **copies, size_t *count, struct ch_error *err)
{
	const struct ch_merged self = {
		.merged_id = person->person_id, .name = person->name, .email_key = person->email_key};
	struct ch_scheme_settings settings;
	struct copies all = {.list = NULL};
	struct erasure_numbers numbers;

	TRY(record_get(c->scheme->db, ch_entity_of(CH_SCHEME), 1, arena, &settings, err));
	TRY(erasure_numbers_read(c->scheme->db, person, arena, &numbers, err));
	TRY(add_copies(c, settings.scheme_id, &self, arena, &all, err));
	for (size_t i = 0; i < numbers.count; i++)
		TRY(add_copies(c, settings.scheme_id, &numbers.list[i], arena, &all, err));
	*copies = all.list;
	*count = all.count;
	return CH_OK;
}

/* As in the scheme itself, but that a pairing which was live then does not stand against it. */
static enum ch_status erase_in_copy(const struct ch_context *c, const struct copy *copy, int64_t person_id,
				    struct ch_arena *arena, struct ch_error *err)
{
	struct ch_scheme scheme = {.watch = -1};
	struct ch_context there = *c;
	struct ch_erased ignored;
	struct ch_person person;
	struct ch_grid told;

	TRY(db_open(copy->path, &scheme.db, err));
	there.scheme = &scheme;
	struct erase work = erase_of(&there, person_id, arena);
	enum ch_status status = erasure_person_get(scheme.db, person_id, arena, &person, &work.former, err);
	if (status == CH_OK)
		status = tell(&work, &person, &told, err);
	if (status == CH_OK)
		status = erase_in_change(&there, &work, &person, &told, &ignored, err);
	if (status == CH_OK)
		status = bulk_compact(scheme.db, err);
	db_close(scheme.db);
	return status;
}

static const char *see_to_copy(const struct ch_context *c, const struct copy_of *copy, bool in_copies,
			       struct ch_arena *arena)
{
	struct ch_error err = CH_NO_ERROR;

	if (!in_copies)
		return _("still holds them");
	if (copy->copy.is_older && copy_remove(&copy->copy, &err) == CH_OK)
		return _("was of an earlier version, and is removed");
	for (size_t i = 0; !copy->copy.is_older && i < copy->count && err.status == CH_OK; i++)
		erase_in_copy(c, &copy->copy, copy->ids[i], arena, &err);
	if (!copy->copy.is_older && err.status == CH_OK)
		return _("erased there as well");
	return ch_arena_printf(arena, _("still holds them: %s"), err.message);
}

static void see_to_copies(const struct ch_context *c, const struct copy_of *copies, size_t count, bool in_copies,
			  struct ch_arena *arena, struct ch_erased *erased)
{
	erased->copies = ch_arena_array(arena, count, sizeof *erased->copies);
	erased->copy_count = count;
	for (size_t i = 0; i < count; i++)
		erased->copies[i] = (struct ch_erased_copy){
			.path = copies[i].copy.path,
			.made_on = copies[i].copy.made_on,
			.became = see_to_copy(c, &copies[i], in_copies, arena)};
}

enum ch_status ch_erasure_copies(struct ch_context *c, int64_t person_id, size_t *count, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_person person;
	struct copy_of *copies;

	TRY(may(c, CH_OP_PERSON_ERASE, CH_PERSON, person_id, err));
	bool former;

	enum ch_status status = erasure_person_get(c->scheme->db, person_id, &arena, &person, &former, err);
	if (status == CH_OK)
		status = find_copies(c, &person, &arena, &copies, count, err);
	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_person_erase(struct ch_context *c, int64_t person_id, bool in_copies, struct ch_arena *arena,
			       struct ch_erased *erased, struct ch_error *err)
{
	struct erase work = erase_of(c, person_id, arena);
	struct ch_error untidy = CH_NO_ERROR;
	struct ch_person person;
	struct copy_of *copies;
	struct ch_grid told;
	size_t count;

	TRY(may(c, CH_OP_PERSON_ERASE, CH_PERSON, person_id, err));
	TRY(get_erasable(c, &work, &person, err));
	TRY(tell(&work, &person, &told, err));
	TRY(find_copies(c, &person, arena, &copies, &count, err));
	*erased = (struct ch_erased){.person_id = person_id, .name = person.name, .called = work.called};
	TRY(erase_in_change(c, &work, &person, &told, erased, err));
	/* What could not be tidied is said and not undone: the records are gone. */
	if (db_depth(c->scheme->db) == 0 && bulk_compact(c->scheme->db, &untidy) != CH_OK)
		erased->left_behind = ch_arena_copy(arena, untidy.message);
	see_to_copies(c, copies, count, in_copies, arena, erased);
	erased->certificate = erasure_certificate(c, erased, &told, arena);
	return CH_OK;
}

const char *ch_erasure_name(struct ch_context *c, int64_t person_id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;
	bool former;

	if (may(c, CH_OP_PERSON_ERASE, CH_PERSON, person_id, &ignored) == CH_OK &&
	    erasure_person_get(c->scheme->db, person_id, arena, &person, &former, &ignored) == CH_OK)
		return person.name;
	return ch_arena_printf(arena, _("person %lld"), (long long)person_id);
}

bool ch_erasure_is_named(const char *name, const char *typed)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool same = strcmp(ch_text_fold(&arena, ch_text_tidy(&arena, name)),
			   ch_text_fold(&arena, ch_text_tidy(&arena, typed))) == 0;

	ch_arena_release(&arena);
	return same;
}

/* ---- Who was ---- */

enum ch_status ch_erasure_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err)
{
	static const struct ch_column erasures[] = {
		{.key = "person_id", .label = N_("Person"), .type = CH_TYPE_ID, .width = 7},
		{.key = "erased_at", .label = N_("Erased"), .type = CH_TYPE_INSTANT, .width = 20},
		{.key = "erased_by", .label = N_("By"), .type = CH_TYPE_TEXT, .width = 24},
		{.key = "records", .label = N_("Records"), .type = CH_TYPE_NUMBER, .width = 8},
	};
	struct stmt *q;
	bool row = false;
	enum ch_status status;

	*grid = (struct ch_grid){.columns = erasures, .column_count = sizeof erasures / sizeof erasures[0]};
	TRY(may(c, CH_OP_PERSON_ERASE, CH_PERSON, 0, err));
	q = stmt_ready(c->scheme->db, SQL_ERASURES);
	stmt_bind_text(q, "coordinator", _("the coordinator"));
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char **cells = ch_grid_append(grid, 0, arena);
		for (size_t i = 0; i < grid->column_count; i++)
			cells[i] = stmt_copy(q, erasures[i].key, arena);
	}
	stmt_reset(q);
	return status;
}
