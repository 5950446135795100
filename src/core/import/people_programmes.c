/* All programmes are read once, when the first row names one. */
#include "core/import/people_programmes.h"

#include <string.h>

#include "chiron/text.h"
#include "core/id_list.h"
#include "core/import/column_meaning.h"
#include "core/import/people.h"
#include "core/import/value.h"
#include "store/record.h"
#include "store/stmt.h"

enum { ALIKE_LEAST = 880 }; /* of 1000: "Inducton" for Induction */

static enum ch_status read_all(struct people_import *people, struct ch_error *err)
{
	struct people_programmes *programmes = &people->programmes;
	struct ch_arena *arena = people->findings->arena;
	struct id_list all = ID_LIST_EMPTY;
	enum ch_status status =
		id_list_read(&all, stmt_ready(people->change->db, SQL_PROGRAMMES_ALL), "programme_id", err);

	programmes->list = ch_arena_array(arena, all.count, sizeof(*programmes->list));
	for (size_t i = 0; status == CH_OK && i < all.count; i++) {
		struct people_programme *one = &programmes->list[programmes->count++];

		status = record_get(people->change->db, ch_entity_of(CH_PROGRAMME), all.ids[i], arena, &one->programme,
				    err);
		if (status == CH_OK)
			one->key = import_key(arena, one->programme.name);
	}
	id_list_release(&all);
	programmes->read = true;
	return status;
}

/* The one of that name, as it is written or folded; else the one most like it, in *near. */
static struct people_programme *find(struct people_programmes *programmes, const char *name,
				     struct people_programme **near, struct ch_arena *arena)
{
	const char *key = import_key(arena, name);
	int most = ALIKE_LEAST - 1;

	*near = NULL;
	for (size_t i = 0; i < programmes->count; i++) {
		struct people_programme *one = &programmes->list[i];
		int alike = ch_text_likeness(key, one->key);

		if (strcmp(key, one->key) == 0)
			return one;
		if (alike > most) {
			most = alike;
			*near = one;
		}
	}
	return NULL;
}

static void tell_unknown(struct people_import *people, const struct person_row *row, const char *name,
			 const struct people_programme *near)
{
	struct import_issue issue = {
		.row = row->row,
		.line = row->line,
		.column = import_columns_heading(people->columns, "programme"),
		.field = "programme",
		.value = name,
		.reason = IMPORT_NO_PROGRAMME,
		.is_cell = strcmp(name, row->programme) == 0,
		.suggestion = near != NULL ? near->programme.name : NULL,
		.message = _("is no programme of this scheme, so nobody was enrolled by it"),
		.fix = near != NULL ? _("correct the cell") :
				      _("add the programme (`chiron programme add`) and import the list once more, or "
					"correct the cell"),
	};

	import_issue_add(people->findings, &issue);
}

static enum ch_status enrol_in(struct people_import *people, const struct person_row *row, int64_t person_id,
			       struct people_programme *one, struct people_enrolled *done, struct ch_error *err)
{
	bool enrolled = false;
	int64_t none_before = people->not_enrolled;
	const int64_t before[2] = {people->enrolled_as[0], people->enrolled_as[1]};

	people->programme = one->programme;
	TRY(people_enrol(people, row, person_id, &enrolled, err));
	one->enrolled += enrolled;
	for (size_t i = 0; i < 2; i++) {
		one->as[i] += people->enrolled_as[i] - before[i];
		people->enrolled_as[i] = before[i];
	}
	people->programmes.enrolled += enrolled;
	one->without_role += people->not_enrolled - none_before;
	people->not_enrolled = none_before;
	TRY(people_detail_enrolments(people, row, person_id, &done->enrolled, err));
	TRY(people_answer(people, row, person_id, &done->answered, err));
	done->enrolled |= enrolled;
	return CH_OK;
}

enum ch_status people_programmes_enrol(struct people_import *people, const struct person_row *row, int64_t person_id,
				       struct people_enrolled *done, struct ch_error *err)
{
	struct ch_arena *arena = &people->change->arena;
	const struct ch_programme asked = people->programme;
	struct people_programme *whole, *near;
	enum ch_status status = CH_OK;

	if (!people->programmes.read)
		TRY(read_all(people, err));
	/* A name may have a comma of its own. */
	whole = find(&people->programmes, row->programme, &near, arena);
	const char *several = whole == NULL ? import_terms(arena, row->programme, false) : NULL;
	struct ch_terms names = ch_terms_split(arena, several);

	if (whole != NULL)
		status = enrol_in(people, row, person_id, whole, done, err);
	for (size_t i = 0; status == CH_OK && i < names.count; i++) {
		struct people_programme *one = find(&people->programmes, names.terms[i], &near, arena);

		if (one == NULL && near != NULL && people->columns->take_suggestions)
			one = near;
		if (one != NULL)
			status = enrol_in(people, row, person_id, one, done, err);
		else
			tell_unknown(people, row, names.count == 1 ? row->programme : names.terms[i], near);
	}
	people->programme = asked;
	return status;
}

static void tell_one(const struct people_import *people, const struct people_programme *one, bool named)
{
	if (one->enrolled > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld person is newly enrolled in %s%s: %s",
				     "%lld people are newly enrolled in %s%s: %s", one->enrolled),
				  (long long)one->enrolled, one->programme.name,
				  named ? _(", which the list names") : "",
				  people_enrolled_as(&one->programme, one->as, people->findings->arena));
	if (one->without_role > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _n("%lld row names no role of %s, so nobody was enrolled by it" CH_WAY
				     "; --role says one for all" CH_KEY
				     "; " KEY_(EDIT) ", \"All of them as\", says one for all",
				     "%lld rows name no role of %s, so nobody was enrolled by them" CH_WAY
				     "; --role says one for all" CH_KEY
				     "; " KEY_(EDIT) ", \"All of them as\", says one for all",
				     one->without_role),
				  (long long)one->without_role, one->programme.name);
}

void people_programmes_tell(const struct people_import *people)
{
	const struct people_programme asked = {.programme = people->programme,
					       .enrolled = people->enrolled - people->programmes.enrolled,
					       .as = {people->enrolled_as[0], people->enrolled_as[1]},
					       .without_role = people->not_enrolled};

	for (size_t i = 0; i < people->programmes.count; i++)
		tell_one(people, &people->programmes.list[i], true);
	tell_one(people, &asked, false);
}
