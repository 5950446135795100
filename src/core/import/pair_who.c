/* Whom a row is about: two people or one, the programme, and the pairing of the two. */
#include <stdlib.h>
#include <string.h>

#include "chiron/person.h"
#include "chiron/text.h"
#include "core/erasure_known.h"
#include "core/import/column_meaning.h"
#include "core/import/pair_import.h"
#include "core/merge.h"
#include "core/person_keys.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

enum { NAMESAKES_TOLD = 5 };

/* One of the two, as the row gives them. */
struct side {
	const char *field, *email_field;
	const char *name, *first_name, *last_name, *email, *phone;
	int64_t *id; /* as given; found in its place */
	int role;    /* enum ch_role of somebody who comes in by the row; 0: nobody does */
};

static enum ch_status ids_by(struct pair_import *pairs, enum statement_id statement, const char *parameter,
			     const char *text, struct id_list *found, struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, statement);

	stmt_bind_text(q, parameter, text);
	return id_list_read(found, q, "person_id", err);
}

/* "Lee, Ann" as "Ann Lee". */
static const char *in_order(const char *name, struct ch_arena *arena)
{
	const char *comma = strchr(name, ',');

	if (comma == NULL || strchr(comma + 1, ',') != NULL)
		return name;
	const char *turned = ch_text_tidy(
		arena, ch_arena_printf(arena, "%s %.*s", comma + 1, (int)(comma - name), name));
	return turned != NULL ? turned : name;
}

static enum ch_status by_name(struct pair_import *pairs, const char *name, struct id_list *found,
			      struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person called;

	ch_record_clear(ch_entity_of(CH_PERSON), &called);
	called.name = in_order(name, arena);
	person_keys_fill(&called, arena);
	TRY(ids_by(pairs, SQL_PEOPLE_BY_SORT_NAME, "sort_name", called.sort_name, found, err));
	if (found->count > 0)
		return CH_OK;
	return ids_by(pairs, SQL_PEOPLE_BY_WHOLE_NAME, "name", called.name, found, err);
}

/* Everybody's names are read when the first of the list is nobody's. */
static enum ch_status read_names(struct pair_import *pairs, struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, SQL_NAMES_OF_PEOPLE);
	struct ch_arena scratch = CH_ARENA_EMPTY;
	int64_t people;
	bool row = false;
	enum ch_status status;

	TRY(record_count(pairs->change->db, ch_entity_of(CH_PERSON), &people, err));
	near_names_release(pairs->near);
	pairs->seed = key_seed_new();
	near_names_begin(pairs->near, people, &pairs->seed);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		struct near_parts parts = near_parts_of(stmt_text(q, "sort_name"), &pairs->seed, &scratch);

		near_names_add(pairs->near, &parts, stmt_text(q, "name"), stmt_id(q, "person_id"));
		ch_arena_reset(&scratch);
	}
	stmt_reset(q);
	ch_arena_release(&scratch);
	return status;
}

/* Whose name is much like this one; NULL: nobody's. */
static enum ch_status find_near(struct pair_import *pairs, const char *name, const struct near_name **found,
				struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person called;

	*found = NULL;
	if (name == NULL)
		return CH_OK;
	if (pairs->near->count == 0)
		TRY(read_names(pairs, err));
	ch_record_clear(ch_entity_of(CH_PERSON), &called);
	called.name = in_order(name, arena);
	person_keys_fill(&called, arena);
	struct near_parts parts = near_parts_of(called.sort_name, &pairs->seed, arena);
	*found = near_names_find(pairs->near, &parts);
	if (*found == NULL)
		*found = near_names_find_by_words(pairs->near, called.sort_name);
	return CH_OK;
}

static void unknown(struct pair_import *pairs, struct pair_row *row, const struct side *side, bool by_email,
		    const struct near_name *near)
{
	const char *field = by_email ? side->email_field : side->field;
	struct import_issue issue = {
		.row = row->row,
		.line = row->line,
		.column = import_columns_heading(pairs->columns, field),
		.field = field,
		.value = by_email ? side->email : side->name,
		.reason = IMPORT_UNKNOWN_PERSON,
		.rejected = true,
		.message = by_email ? _("is nobody's address here") : _("is nobody's name here"),
		.fix = pairs->options->kind != CH_IMPORT_PAIRINGS || pairs->options->new_people
			       ? _("bring the people in first (`chiron import people`), or correct the cell")
			       : _("bring the people in first (`chiron import people`) or with the pairs "
				   CH_WAY "(--new-people), or correct the cell" CH_KEY
				   "(" KEY_(EDIT) ", \"Who is not here yet\"), or correct the cell"),
		.suggestion = near != NULL && !by_email ? near->name : NULL,
		.is_cell = true,
	};

	row->rejected = true;
	import_issue_add(pairs->findings, &issue);
}

/* Somebody who was erased does not come back by a list of pairs. */
static enum ch_status refuse_erased(struct pair_import *pairs, struct pair_row *row, const struct side *side,
				    const struct ch_person *person, bool *refused, struct ch_arena *arena,
				    struct ch_error *err)
{
	enum erasure_likeness like;
	char day[CH_DATE_SIZE];

	TRY(erasure_find(pairs->change->db, pairs->scheme_id, person, arena, &like, day, err));
	*refused = like != ERASURE_NONE;
	if (*refused)
		pair_issue(pairs, row, IMPORT_WAS_ERASED, true, side->field, side->name,
			   erasure_message(like, day, arena), erasure_fix(like));
	return CH_OK;
}

/* Somebody who is not here yet; of whom no name is given they are nobody. */
static enum ch_status bring_in(struct pair_import *pairs, struct pair_row *row, const struct side *side, bool by_email,
			       struct ch_arena *arena, struct ch_error *err)
{
	struct id_list namesakes = ID_LIST_EMPTY;
	struct ch_person person;

	const struct near_name *near = NULL;

	if (!by_email)
		TRY(find_near(pairs, side->name, &near, arena, err));
	if (near != NULL && pairs->columns->take_suggestions) {
		*side->id = near->id;
		pair_issue(pairs, row, IMPORT_SUGGESTION_TAKEN, false, side->field, side->name,
			   ch_arena_printf(arena, _("is read as %s, as suggested"), near->name), NULL);
		return CH_OK;
	}
	if (side->role == 0 || side->name == NULL) {
		unknown(pairs, row, side, by_email, near);
		return CH_OK;
	}
	if (import_name_is_of_two(side->name)) {
		pair_issue(pairs, row, IMPORT_NAME_UNUSUAL, true, side->field, side->name,
			   _("looks like two people, and a pair has one on each side"),
			   _("give each of them a row of their own"));
		return CH_OK;
	}
	if (near != NULL)
		pair_issue(pairs, row, IMPORT_NEAR_NAME, false, side->field, side->name,
			   ch_arena_printf(arena, _("is much like %s, person %lld"), near->name, (long long)near->id),
			   _("they are two people; where they are one, write the name as it stands here"));
	enum ch_status status = by_name(pairs, side->name, &namesakes, arena, err);
	if (status == CH_OK && namesakes.count > 0)
		pair_issue(pairs, row, IMPORT_SAME_NAME, false, side->field, side->name,
			   ch_arena_printf(arena, _("is also the name of person %lld"), (long long)namesakes.ids[0]),
			   _("they are two people unless you say otherwise; if they are one, give the same address"));
	bool is_namesake = namesakes.count > 0;
	id_list_release(&namesakes);
	TRY(status);
	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.first_name = side->first_name;
	person.last_name = side->last_name;
	if (side->first_name == NULL && side->last_name == NULL)
		person.name = in_order(side->name, arena);
	person.email = side->email;
	person.phone = side->phone;
	person.roles = 1 << side->role;
	person.batch_id = pairs->change->c->scheme->batch_id;
	person_keys_fill(&person, arena);
	if (!is_namesake) {
		bool refused;
		TRY(refuse_erased(pairs, row, side, &person, &refused, arena, err));
		if (refused)
			return CH_OK;
	}
	TRY(change_insert(pairs->change, CH_PERSON, &person, err));
	*side->id = person.person_id;
	pairs->people++;
	return CH_OK;
}

/*
 * The only one with the phone, who is called as the row says or begins with the same word: "Cy M." may be Cy Moor, and
 * is not Dee Moor at home.
 */
static enum ch_status find_by_phone(struct pair_import *pairs, const struct side *side, int64_t *id,
				    struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person person;

	TRY(pair_phones_find(pairs->phones, pairs->change->db, side->phone, id, err));
	if (*id == 0 || side->name == NULL)
		return CH_OK;
	TRY(record_get(pairs->change->db, ch_entity_of(CH_PERSON), *id, arena, &person, err));
	const char *given = import_key(arena, in_order(side->name, arena)), *known = import_key(arena, person.name);
	size_t word = strcspn(given, " ");

	if (strcspn(known, " ") != word || strncmp(given, known, word) != 0)
		*id = 0;
	return CH_OK;
}

/* "person 3, person 12": the first few of them. */
static const char *numbers_of(const struct id_list *found, struct ch_arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < found->count && i < NAMESAKES_TOLD; i++)
		all = ch_arena_printf(arena, "%s%s%s%lld", all, i > 0 ? ", " : "", _("person "),
				      (long long)found->ids[i]);
	return found->count > NAMESAKES_TOLD ? ch_arena_printf(arena, "%s ...", all) : all;
}

static enum ch_status find_named(struct pair_import *pairs, struct pair_row *row, const struct side *side,
				 struct ch_arena *arena, struct ch_error *err)
{
	struct id_list found = ID_LIST_EMPTY;
	enum ch_status status = by_name(pairs, side->name, &found, arena, err);

	if (status == CH_OK && found.count != 1)
		status = find_by_phone(pairs, side, side->id, arena, err);
	if (status != CH_OK || *side->id != 0) {
		id_list_release(&found);
		return status;
	}
	if (found.count == 0)
		status = bring_in(pairs, row, side, false, arena, err);
	else if (status == CH_OK && found.count > 1)
		pair_issue(pairs, row, IMPORT_AMBIGUOUS_PERSON, true, side->field, side->name,
			   ch_arena_printf(arena, _("is the name of several people: %s"), numbers_of(&found, arena)),
			   _("write that number in place of the name, or say who is meant in a column of its own, "
			     "by their e-mail or phone"));
	else if (status == CH_OK)
		*side->id = found.ids[0];
	id_list_release(&found);
	return status;
}

/* "person 12", as messages call them; 0: the name says no number. */
static int64_t number_in(const char *name, struct ch_arena *arena)
{
	const char *text = name != NULL ? ch_text_fold(arena, name) : "", *word = _("person ");
	size_t length = strlen(word);
	char *end;

	if (strncmp(text, word, length) != 0 || text[length] < '1' || text[length] > '9')
		return 0;
	int64_t id = strtoll(text + length, &end, 10);
	return *end == '\0' ? id : 0;
}

static enum ch_status find_side(struct pair_import *pairs, struct pair_row *row, const struct side *side,
				struct ch_arena *arena, struct ch_error *err)
{
	struct id_list found = ID_LIST_EMPTY;
	struct ch_person person;
	struct ch_error missing = CH_NO_ERROR;
	int64_t by_email = 0;

	if (side->email != NULL) {
		enum ch_status status = ids_by(pairs, SQL_PERSON_BY_EMAIL, "email_key",
					       ch_text_fold(arena, side->email), &found, err);
		by_email = status == CH_OK && found.count > 0 ? found.ids[0] : 0;
		id_list_release(&found);
		TRY(status);
	}
	bool by_number = *side->id == 0 && number_in(side->name, arena) != 0;
	if (by_number)
		*side->id = number_in(side->name, arena);
	if (*side->id != 0)
		TRY(merged_into(pairs->change->db, side->id, err));
	if (*side->id != 0 &&
	    (record_get(pairs->change->db, ch_entity_of(CH_PERSON), *side->id, arena, &person, &missing) != CH_OK ||
	     person.erased_on != CH_NO_DATE))
		*side->id = 0;
	if (*side->id != 0 && by_email != 0 && by_email != *side->id)
		pair_issue(pairs, row, IMPORT_OTHER_PERSON, true, side->email_field, side->email,
			   ch_arena_printf(arena, _("is the address of somebody else than person %lld"),
					   (long long)*side->id),
			   _("correct the address or the number"));
	if (*side->id != 0)
		return CH_OK;
	*side->id = by_email;
	if (by_email != 0)
		return CH_OK;
	if (by_number) {
		unknown(pairs, row, side, false, NULL);
		return CH_OK;
	}
	if (side->email != NULL)
		return bring_in(pairs, row, side, true, arena, err);
	if (side->name != NULL)
		return find_named(pairs, row, side, arena, err);
	TRY(find_by_phone(pairs, side, side->id, arena, err));
	if (*side->id != 0)
		return CH_OK;
	pair_issue(pairs, row, IMPORT_NO_PERSON, true, side->field, NULL,
		   side->id == &row->guide_id  ? _("says not who the mentor or coach is") :
		   side->id == &row->person_id ? _("says not whom it is about") :
						 _("says not who the mentee or coachee is"),
		   _("give their e-mail or name, or take the row out"));
	return CH_OK;
}

/* The one whom a row of one person is about. */
static enum ch_status find_one(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
			       struct ch_error *err)
{
	const struct side alone = {
		.field = "name", .email_field = "email", .name = row->name, .email = row->email, .id = &row->person_id};

	return find_side(pairs, row, &alone, arena, err);
}

enum ch_status pair_find_people(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				struct ch_error *err)
{
	struct side guide = {.field = "guide",
			     .email_field = "guide_email",
			     .name = row->guide,
			     .first_name = row->guide_first_name,
			     .last_name = row->guide_last_name,
			     .email = row->guide_email,
			     .phone = row->guide_phone,
			     .id = &row->guide_id};
	struct side learner = {.field = "learner",
			       .email_field = "learner_email",
			       .name = row->learner,
			       .first_name = row->learner_first_name,
			       .last_name = row->learner_last_name,
			       .email = row->learner_email,
			       .phone = row->learner_phone,
			       .id = &row->learner_id};
	struct ch_programme programme;

	if (pair_row_is_of_one(pairs->options->kind))
		return find_one(pairs, row, arena, err);
	if (pairs->options->new_people && pairs->options->kind == CH_IMPORT_PAIRINGS) {
		TRY(pair_find_programme(pairs, row, true, &programme, arena, err));
		if (row->rejected)
			return CH_OK;
		guide.role = ch_kind_guide_role(programme.kind);
		learner.role = ch_kind_learner_role(programme.kind);
	}
	TRY(find_side(pairs, row, &guide, arena, err));
	TRY(find_side(pairs, row, &learner, arena, err));
	if (!row->rejected && row->guide_id == row->learner_id)
		pair_issue(pairs, row, IMPORT_SAME_PERSON, true, NULL, NULL, _("pairs a person with themself (R1)"),
			   _("correct one of the two"));
	return CH_OK;
}

static enum ch_status the_only_programme(struct pair_import *pairs, int64_t *id, struct ch_error *err)
{
	struct id_list all = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(pairs->change->db, SQL_PROGRAMMES_AT_MOST_TWO);
	enum ch_status status = id_list_read(&all, q, "programme_id", err);

	*id = status == CH_OK && all.count == 1 ? all.ids[0] : 0;
	id_list_release(&all);
	return status;
}

static enum ch_status programme_called(struct pair_import *pairs, struct pair_row *row, int64_t *id,
				       struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, SQL_PROGRAMME_CALLED);
	bool found = false;

	stmt_bind_text(q, "name", row->programme);
	enum ch_status status = stmt_step(q, &found, err);
	*id = status == CH_OK && found ? stmt_id(q, "programme_id") : 0;
	stmt_reset(q);
	if (status == CH_OK && !found)
		pair_issue(pairs, row, IMPORT_NO_PROGRAMME, true, "programme", row->programme,
			   _("is no programme of this scheme"),
			   _("correct the cell, or make the programme first (`chiron programme add`)"));
	return status;
}

enum ch_status pair_find_programme(struct pair_import *pairs, struct pair_row *row, bool required,
				   struct ch_programme *programme, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_error missing = CH_NO_ERROR;
	const struct ch_entity *entity = ch_entity_of(CH_PROGRAMME);
	int64_t id = 0;

	programme->programme_id = 0;
	if (row->programme_id != 0 &&
	    record_get(pairs->change->db, entity, row->programme_id, arena, programme, &missing) == CH_OK)
		return CH_OK;
	if (row->programme != NULL)
		TRY(programme_called(pairs, row, &id, err));
	else
		id = pairs->options->programme_id;
	if (id == 0 && row->programme == NULL && required)
		TRY(the_only_programme(pairs, &id, err));
	if (id != 0)
		return record_get(pairs->change->db, entity, id, arena, programme, err);
	if (required && !row->rejected)
		pair_issue(pairs, row, IMPORT_NO_PROGRAMME, true, "programme", NULL,
			   _("names no programme, and there is more or less than one"),
			   _(CH_WAY "--programme says one for all, or add a column Programme" CH_KEY
			     KEY_(EDIT) ", \"Programme\", says one for all; or add a column Programme"));
	return CH_OK;
}

enum ch_status pair_find_known(struct pair_import *pairs, int64_t guide_id, int64_t learner_id, int64_t programme_id,
			       struct pair_known **known, size_t *count, struct ch_arena *arena, struct ch_error *err)
{
	enum { MOST = 64 };
	struct stmt *q = stmt_ready(pairs->change->db, SQL_PAIRINGS_OF_THE_TWO);
	enum ch_status status;
	bool row = false;

	*count = 0;
	*known = ch_arena_array(arena, MOST, sizeof **known);
	stmt_bind_int(q, "guide_id", guide_id);
	stmt_bind_int(q, "learner_id", learner_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		struct pair_known one = {.pairing_id = stmt_id(q, "pairing_id"),
					 .programme_id = stmt_id(q, "programme_id"),
					 .made_on = stmt_date(q, "made_on"),
					 .started_on = stmt_date(q, "started_on"),
					 .closed_on = stmt_date(q, "closed_on"),
					 .closed = stmt_int(q, "closed") != 0};
		if (*count < MOST && (programme_id == 0 || one.programme_id == programme_id))
			(*known)[(*count)++] = one;
	}
	return status;
}

/* The pairing that the day falls in, of several of the two; one day before all of them belongs to the first. */
static int64_t pairing_at(const struct pair_row *row, ch_date day, const struct pair_known *known, size_t count)
{
	int64_t found = known[0].pairing_id;

	for (size_t i = 0; i < count; i++) {
		if (row->pairing_id != 0 && known[i].pairing_id == row->pairing_id)
			return row->pairing_id;
		if (known[i].made_on <= day)
			found = known[i].pairing_id;
	}
	return found;
}

enum ch_status pair_find_pairing(struct pair_import *pairs, struct pair_row *row, ch_date day, int64_t *pairing_id,
				 struct ch_arena *arena, struct ch_error *err)
{
	struct ch_programme programme;
	struct pair_known *known;
	size_t count;

	*pairing_id = 0;
	TRY(pair_find_programme(pairs, row, false, &programme, arena, err));
	if (row->rejected)
		return CH_OK;
	TRY(pair_find_known(pairs, row->guide_id, row->learner_id, programme.programme_id, &known, &count, arena,
			    err));
	if (count > 0) {
		*pairing_id = pairing_at(row, day, known, count);
		return CH_OK;
	}
	TRY(pair_find_known(pairs, row->learner_id, row->guide_id, programme.programme_id, &known, &count, arena,
			    err));
	if (count > 0)
		pair_issue(pairs, row, IMPORT_OTHER_WAY_ROUND, true, NULL, NULL,
			   _("names as mentee who is the mentor of the two, and the other way round"),
			   _("exchange the two, or their headings"));
	else
		pair_issue(pairs, row, IMPORT_NO_PAIRING, true, NULL, NULL, _("names two people who are not paired"),
			   _("bring the pairings in first (`chiron import pairings`), or correct the row"));
	return CH_OK;
}
