/*
 * Making two records of a person one: what stands against it, what is told
 * before, and the one change. What changes hands is merge_records.c's.
 */
#include "core/merge.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/custom_field.h"
#include "chiron/person.h"
#include "core/feedback.h"
#include "core/may.h"
#include "core/merge_fields.h"
#include "core/merge_records.h"
#include "core/person_keys.h"
#include "core/scheme_private.h"
#include "store/merge_rows.h"
#include "store/record.h"
#include "store/stmt.h"

/* Steps have no journal of their own, and numbers that were joined before are
 * not told again. */
static bool is_told(enum ch_entity_id id)
{
	return id != CH_STEP && id != CH_MERGED && id != CH_SPELL;
}

/* ---- What stands against it ---- */

static enum ch_status refuse_same(const struct ch_merging *merging, struct ch_error *err)
{
	if (merging->keep_id != merging->other_id)
		return CH_OK;
	ch_fail(err, CH_DATA, _("person %lld is one record already"), (long long)merging->keep_id);
	return ch_error_fix(err, _("name the two records that are the same person"));
}

static enum ch_status refuse_erased(const struct ch_person *person, struct ch_error *err)
{
	char day[CH_DATE_WORDS_SIZE];

	if (person->erased_on == CH_NO_DATE)
		return CH_OK;
	return ch_fail(err, CH_DATA, _("person %lld was erased on %s, and is nobody any more"),
		       (long long)person->person_id, ch_date_words(person->erased_on, CH_NO_DATE, day));
}

/* Records that only two people can have with each other. */
static const struct {
	enum statement_id statement;
	const char *column, *why, *fix;
} apart[] = {
	{SQL_PAIRING_OF_THE_TWO, "pairing_id", N_("they are paired with each other, as pairing"),
	 N_("nobody is paired with themselves (R1): they are two people, or the pairing is a mistake, which "
	    "`chiron undo` takes back")},
	{SQL_PROPOSAL_OF_THE_TWO, "proposal_id", N_("they were proposed as a pair, by proposal"),
	 N_("they are two people; if they are one, take back that they were proposed: `chiron undo`")},
	{SQL_PAIR_RULE_OF_THE_TWO, "pair_rule_id", N_("they are pinned, forbidden or kept apart, by pair rule"),
	 N_("they are two people; if they are one, remove that rule first: `chiron pair-rule remove`")},
	{SQL_WISH_OF_THE_TWO, "wish_id", N_("one wishes for the other, by wish"),
	 N_("they are two people; if they are one, remove that wish first: `chiron wish remove`")},
};

static enum ch_status find_between(struct db *db, enum statement_id statement, const struct ch_merging *merging,
				   const char *column, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, statement);
	bool row = false;

	stmt_bind_int(q, "a", merging->keep_id);
	stmt_bind_int(q, "b", merging->other_id);
	enum ch_status status = stmt_step(q, &row, err);
	*id = status == CH_OK && row ? stmt_id(q, column) : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status refuse_apart(struct db *db, const struct ch_merging *merging, const struct ch_person *keep,
				   const struct ch_person *other, struct ch_error *err)
{
	for (size_t i = 0; i < sizeof apart / sizeof apart[0]; i++) {
		int64_t id;
		TRY(find_between(db, apart[i].statement, merging, apart[i].column, &id, err));
		if (id == 0)
			continue;
		ch_fail(err, CH_DATA, _("%s and %s: %s %lld"), keep->name, other->name, _(apart[i].why), (long long)id);
		return ch_error_fix(err, "%s", _(apart[i].fix));
	}
	return CH_OK;
}

static enum ch_status refuse_manager(const struct ch_person *of, const struct ch_person *manager, struct ch_error *err)
{
	if (of->manager_id != manager->person_id)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s (%lld) is the line manager of %s (%lld), and nobody is their own"), manager->name,
		(long long)manager->person_id, of->name, (long long)of->person_id);
	return ch_error_fix(err,
			    _("if they are one, take the manager away first: `chiron person set %lld --manager ''`"),
			    (long long)of->person_id);
}

/* One to one: whoever has a live pairing with somebody has no second one (R1). */
static enum ch_status refuse_twice(struct db *db, const struct ch_merging *merging, const struct ch_person *keep,
				   const struct ch_person *other, int64_t *close_first, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_LIVE_WITH_THE_SAME);
	bool row = false;

	stmt_bind_int(q, "a", merging->keep_id);
	stmt_bind_int(q, "b", merging->other_id);
	enum ch_status status = stmt_step(q, &row, err);
	*close_first = status == CH_OK && row ? stmt_id(q, "other_id") : 0;
	if (*close_first != 0) {
		status = ch_fail_rule(err, "R1", _("%s and %s both have a live pairing with %s: %lld and %lld"),
				      keep->name, other->name, stmt_text(q, "name"),
				      (long long)stmt_id(q, "pairing_id"), (long long)*close_first);
		ch_error_fix(err,
			     _("go on with one of them and close the other first: `chiron pairing close %lld`"),
			     (long long)*close_first);
	}
	stmt_reset(q);
	return status;
}

static enum ch_status refuse_unknown(const struct ch_entity *wide, const struct ch_merging *merging,
				     struct ch_error *err)
{
	for (size_t i = 0; i < merging->take_count; i++) {
		const struct ch_field *field = ch_field_named(wide, merging->take[i]);
		if (field != NULL && merge_field_counts(field))
			continue;
		ch_fail(err, CH_USAGE, _("people have no field \"%.60s\""), merging->take[i]);
		return ch_error_fix(err, _("`chiron person set --help` has them all"));
	}
	return CH_OK;
}

/* The two as they are, with the scheme's own fields; refuses what cannot be. */
struct two {
	const struct ch_entity *wide;
	struct ch_person *keep, *other;
};

static enum ch_status read_two(struct ch_context *c, const struct ch_merging *merging, struct ch_arena *arena,
			       struct two *two, int64_t *close_first, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);
	struct db *db = c->scheme->db;
	struct ch_person keep, other;
	void *wide_keep, *wide_other;

	TRY(record_get(db, entity, merging->keep_id, arena, &keep, err));
	TRY(record_get(db, entity, merging->other_id, arena, &other, err));
	TRY(refuse_same(merging, err));
	TRY(refuse_erased(&keep, err));
	TRY(refuse_erased(&other, err));
	TRY(refuse_apart(db, merging, &keep, &other, err));
	TRY(refuse_manager(&keep, &other, err));
	TRY(refuse_manager(&other, &keep, err));
	TRY(refuse_twice(db, merging, &keep, &other, close_first, err));
	TRY(ch_custom_widen(c, CH_PERSON, &keep, arena, &two->wide, &wide_keep, err));
	TRY(ch_custom_widen(c, CH_PERSON, &other, arena, &two->wide, &wide_other, err));
	two->keep = wide_keep;
	two->other = wide_other;
	return refuse_unknown(two->wide, merging, err);
}

/* ---- Telling ---- */

static const struct ch_choice stays_choices[] = {
	{"", ""},
#define X(name, code, label) {code, label},
	CH_STAYS(X)
#undef X
		{NULL, NULL},
};

/* As screens show it; of a number of somebody, who that is. */
static const char *shown(struct db *db, const struct ch_field *field, const void *record, struct ch_arena *arena)
{
	const char *text = ch_field_show(field, record, CH_NO_DATE, arena);
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;

	if (field->refers_to != CH_PERSON || !ch_field_known(field, record) ||
	    record_get(db, ch_entity_of(CH_PERSON), strtoll(text, NULL, 10), arena, &person, &ignored) != CH_OK)
		return text;
	return ch_arena_printf(arena, "%s (%s)", person.name, text);
}

static void tell_fields(struct db *db, const struct ch_merging *merging, const struct two *two,
			const struct ch_merge_told *told, struct ch_arena *arena, struct ch_grid *grid)
{
	const struct ch_column columns[] = {
		{.key = "key", .label = N_("Key"), .type = CH_TYPE_TEXT, .width = 18},
		{.key = "field", .label = N_("Field"), .type = CH_TYPE_TEXT, .width = 18, .extra = true},
		{.key = "keep", .label = told->keep, .type = CH_TYPE_TEXT, .width = 22},
		{.key = "other", .label = told->other, .type = CH_TYPE_TEXT, .width = 22},
		{.key = "stays", .label = N_("Stays"), .type = CH_TYPE_CHOICE, .choices = stays_choices, .width = 10},
	};
	enum { COUNT = sizeof columns / sizeof columns[0] };

	struct ch_column *own = ch_arena_array(arena, COUNT, sizeof *own);
	memcpy(own, columns, sizeof columns);
	*grid = (struct ch_grid){.columns = own, .column_count = COUNT};
	for (size_t i = 2; i < two->wide->field_count; i++) {
		const struct ch_field *field = &two->wide->fields[i];
		if (!merge_field_counts(field) ||
		    !(ch_field_known(field, two->keep) || ch_field_known(field, two->other)))
			continue;
		const char **cells = ch_grid_append(grid, (int64_t)i, arena);
		cells[0] = merge_head(field->key) == field->key ? field->key : NULL;
		cells[1] = _(field->label);
		cells[2] = shown(db, field, two->keep, arena);
		cells[3] = shown(db, field, two->other, arena);
		cells[4] = stays_choices[merge_stays(two->wide, i, merging, two->keep, two->other)].code;
	}
}

static enum ch_status count_texts(struct db *db, int64_t person_id, int64_t *texts, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_TEXTS_WRITTEN_BY);
	bool row = false;

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, &row, err);
	*texts = status == CH_OK && row ? stmt_int(q, "n") : 0;
	stmt_reset(q);
	return status;
}

static void add_moved(struct ch_grid *grid, const char *what, int64_t records, struct ch_arena *arena)
{
	if (records == 0)
		return;
	const char **cells = ch_grid_append(grid, 0, arena);
	cells[0] = what;
	cells[1] = ch_arena_printf(arena, "%" PRId64, records);
}

static enum ch_status tell_moved(struct db *db, int64_t other_id, struct ch_arena *arena, struct ch_grid *grid,
				 struct ch_error *err)
{
	static const struct ch_column columns[] = {
		{.key = "what", .label = N_("What becomes theirs"), .type = CH_TYPE_TEXT, .width = 36},
		{.key = "records", .label = N_("How many"), .type = CH_TYPE_NUMBER, .width = 8},
	};
	int64_t records;

	*grid = (struct ch_grid){.columns = columns, .column_count = sizeof columns / sizeof columns[0]};
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		if (!is_told(entity->id))
			continue;
		TRY(merge_records_count(db, entity, other_id, &records, arena, err));
		add_moved(grid, _(entity->plural), records, arena);
	}
	TRY(count_texts(db, other_id, &records, err));
	add_moved(grid, _("texts that they wrote for a pair"), records, arena);
	return CH_OK;
}

static enum ch_status tell(struct ch_context *c, const struct ch_merging *merging, const struct two *two,
			   struct ch_arena *arena, struct ch_merge_told *told, struct ch_error *err)
{
	told->keep = ch_arena_printf(arena, "%s (%lld)", two->keep->name, (long long)merging->keep_id);
	told->other = ch_arena_printf(arena, "%s (%lld)", two->other->name, (long long)merging->other_id);
	told->noted = merge_noted(two->wide, merging, two->keep, two->other, "; ", arena);
	tell_fields(c->scheme->db, merging, two, told, arena, &told->fields);
	return tell_moved(c->scheme->db, merging->other_id, arena, &told->moved, err);
}

enum ch_status ch_merge_tell(struct ch_context *c, const struct ch_merging *merging, struct ch_arena *arena,
			     struct ch_merge_told *told, struct ch_error *err)
{
	struct two two;

	told->close_first = 0;
	TRY(may(c, CH_OP_PERSON_MERGE, CH_PERSON, merging->keep_id, err));
	TRY(may(c, CH_OP_PERSON_MERGE, CH_PERSON, merging->other_id, err));
	TRY(read_two(c, merging, arena, &two, &told->close_first, err));
	return tell(c, merging, &two, arena, told, err);
}

/* ---- The person ---- */

static bool same_key(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* Of what each was known by, what nobody has any more leads on. */
static const char *left_over(const char *stays, const char *was, const char *other)
{
	if (was != NULL && !same_key(was, stays))
		return was;
	return other != NULL && !same_key(other, stays) ? other : NULL;
}

static enum ch_status join_people(const struct merge *m, const struct two *two, struct ch_error *err)
{
	struct change *change = m->change;
	struct ch_person keep = *two->keep;
	const struct ch_person *other = two->other;
	const char *was_email = keep.email_key, *was_import = keep.import_key;
	int64_t waived;

	merge_into(two->wide, m->merging, two->keep, other, &change->arena);
	ch_custom_fold(two->wide, two->keep, &change->arena);
	keep = *two->keep;
	if (keep.import_key == NULL)
		keep.import_key = other->import_key;
	person_keys_fill(&keep, &change->arena);
	struct ch_merged merged = {.merged_id = other->person_id,
				   .person_id = keep.person_id,
				   .merged_on = change->today,
				   .name = other->name,
				   .sort_name = other->sort_name,
				   .email_key = left_over(keep.email_key, was_email, other->email_key),
				   .import_key = left_over(keep.import_key, was_import, other->import_key)};
	TRY(change_delete(change, CH_PERSON, other->person_id, err));
	TRY(change_update(change, CH_PERSON, &keep, err));
	TRY(change_insert(change, CH_MERGED, &merged, err));
	TRY(feedback_excuse(change, &keep, &waived, err));
	return person_keys_save(change, &keep, err);
}

static enum ch_status merge(const struct merge *m, struct ch_arena *arena, struct ch_merge_told *told,
			    struct ch_error *err)
{
	struct two two;

	TRY(read_two(m->change->c, m->merging, &m->change->arena, &two, &told->close_first, err));
	TRY(tell(m->change->c, m->merging, &two, arena, told, err));
	m->change->who = ch_arena_printf(&m->change->arena, "%s / %s", told->keep, told->other);
	TRY(merge_records_move(m, err));
	return join_people(m, &two, err);
}

enum ch_status ch_person_merge(struct ch_context *c, const struct ch_merging *merging, struct ch_arena *arena,
			       struct ch_merge_told *told, struct ch_error *err)
{
	struct change change;
	struct merge m = {.change = &change, .merging = merging};

	told->close_first = 0;
	TRY(may(c, CH_OP_PERSON_MERGE, CH_PERSON, merging->other_id, err));
	TRY(change_begin(&change, c, CH_OP_PERSON_MERGE, CH_PERSON, merging->keep_id, err));
	return change_end(&change, merge(&m, arena, told, err), err);
}

/* ---- Where a number leads ---- */

enum ch_status merged_into(struct db *db, int64_t *person_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_MERGED_INTO);
	bool row = false;

	stmt_bind_int(q, "merged_id", *person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*person_id = stmt_id(q, "person_id");
	stmt_reset(q);
	return status;
}

enum ch_status ch_merged_into(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_merged *merged,
			      struct ch_error *err)
{
	struct ch_error missing = CH_NO_ERROR;

	*merged = (struct ch_merged){.merged_id = 0};
	TRY(may(c, CH_OP_PERSON_READ, CH_PERSON, 0, err));
	enum ch_status status = record_get(c->scheme->db, ch_entity_of(CH_MERGED), person_id, arena, merged, &missing);
	if (status == CH_OK)
		return may(c, CH_OP_PERSON_READ, CH_PERSON, merged->person_id, err);
	if (status != CH_MISSING)
		*err = missing;
	return err->status;
}
