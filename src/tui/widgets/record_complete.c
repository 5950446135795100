#include "tui/widgets/record_complete.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { CANDIDATES_MAX = 8, TERM_ROWS = 200 };

static enum ch_list_id list_of(enum ch_entity_id entity)
{
	switch (entity) {
	case CH_PERSON:
		return CH_LIST_PEOPLE;
	case CH_PROGRAMME:
		return CH_LIST_PROGRAMMES;
	case CH_COHORT:
		return CH_LIST_COHORTS;
	case CH_OBJECTIVE:
		return CH_LIST_OBJECTIVES;
	case CH_ENROLMENT:
		return CH_LIST_ENROLMENTS;
	case CH_PAIRING:
		return CH_LIST_PAIRINGS;
	default:
		return 0;
	}
}

/* The words of `text` as plain words of a filter, whatever they consist of. */
static const char *as_words(const char *text, struct ch_arena *arena)
{
	struct ch_buffer words = CH_BUFFER_EMPTY;
	const char *filter;

	while (*(text += strspn(text, " \"/")) != '\0') {
		size_t length = strcspn(text, " \"/");

		ch_buffer_printf(&words, "\"%.*s\" ", (int)length, text);
		text += length;
	}
	filter = ch_arena_copy(arena, words.text);
	ch_buffer_release(&words);
	return filter;
}

static const char *cell_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return grid->rows[row].cells[i];
	return NULL;
}

static bool same_name(const struct ch_grid *grid, size_t a, size_t b, struct ch_arena *arena)
{
	if (a >= grid->row_count || b >= grid->row_count)
		return false;
	return strcmp(ch_text_fold(arena, cell_of(grid, a, "name")),
		      ch_text_fold(arena, cell_of(grid, b, "name"))) == 0;
}

/* Namesakes stand next to each other in the list: each is named by what only they have. */
static struct form_candidate person_candidate(const struct ch_grid *grid, size_t row, struct ch_arena *arena)
{
	const char *name = cell_of(grid, row, "name"), *email = cell_of(grid, row, "email");

	if (!same_name(grid, row, row - 1, arena) && !same_name(grid, row, row + 1, arena))
		return (struct form_candidate){.text = name, .note = email};
	if (email != NULL)
		return (struct form_candidate){.text = email, .note = name};
	return (struct form_candidate){.text = ch_arena_printf(arena, "%" PRId64, grid->rows[row].id), .note = name};
}

static struct form_candidate candidate_of(enum ch_entity_id entity, const struct ch_grid *grid, size_t row,
					  struct ch_arena *arena)
{
	if (entity == CH_PERSON)
		return person_candidate(grid, row, arena);
	if (entity == CH_PAIRING)
		return (struct form_candidate){.text = ch_arena_printf(arena, "%s / %s", cell_of(grid, row, "guide"),
								      cell_of(grid, row, "learner")),
					       .note = cell_of(grid, row, "programme")};
	return (struct form_candidate){.text = cell_of(grid, row, "name")};
}

/* Whether the person of an enrolment is among the people. */
static bool has_person(const struct ch_grid *people, const char *person_id)
{
	for (size_t i = 0; i < people->row_count; i++)
		if (people->rows[i].id == strtoll(person_id, NULL, 10))
			return true;
	return false;
}

size_t record_complete_role(const struct desk *desk, int role, int64_t programme_id, const char *prefix,
			    struct ch_arena *arena, const struct form_candidate **candidates)
{
	const char *code = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices[role].code;
	const char *free = role == CH_ROLE_COACH || role == CH_ROLE_MENTOR ? "-free_places<1" : "";
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .limit = CANDIDATES_MAX};
	struct form_candidate *found = ch_arena_array(arena, CANDIDATES_MAX, sizeof(*found));
	struct ch_grid people = {0}, enrolled = {0};
	struct ch_error ignored = CH_NO_ERROR;
	size_t count;

	*candidates = found;
	query.filter = ch_arena_printf(arena, "role:%s left:- %s %s", code, free, as_words(prefix, arena));
	if (ch_list_fetch(desk->c, &query, arena, &people, &ignored) != CH_OK)
		return 0;
	for (count = 0; count < people.row_count; count++)
		found[count] = person_candidate(&people, count, arena);
	query.list = CH_LIST_ENROLMENTS;
	query.filter = ch_arena_printf(arena, "role:%s %s %s", code, free, as_words(prefix, arena));
	query.programme_id = programme_id;
	if (programme_id == 0 || ch_list_fetch(desk->c, &query, arena, &enrolled, &ignored) != CH_OK)
		return count;
	for (size_t i = 0; i < enrolled.row_count && count < CANDIDATES_MAX; i++)
		if (!has_person(&people, cell_of(&enrolled, i, "person_id")))
			found[count++] = (struct form_candidate){.text = cell_of(&enrolled, i, "person"),
								 .note = cell_of(&enrolled, i, "email")};
	return count;
}

static size_t complete_id(const struct desk *desk, enum ch_entity_id entity, const char *prefix,
			  struct ch_arena *arena, struct form_candidate *found)
{
	struct ch_list_query query = {.list = list_of(entity), .limit = CANDIDATES_MAX};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	query.filter = as_words(prefix, arena);
	if (query.list == 0 || ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return 0;
	for (size_t i = 0; i < grid.row_count; i++)
		found[i] = candidate_of(entity, &grid, i, arena);
	return grid.row_count;
}

static bool is_among(const struct form_candidate *found, size_t count, const char *term)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(found[i].text, term) == 0)
			return true;
	return false;
}

/* Terms that records of the kind have in this field, as far as the first rows that fit tell. */
static size_t complete_term(const struct desk *desk, enum ch_entity_id entity, const char *key, const char *prefix,
			    struct ch_arena *arena, struct form_candidate *found)
{
	struct ch_list_query query = {.list = list_of(entity), .limit = TERM_ROWS};
	const char *wanted = ch_text_search_key(arena, prefix);
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;
	size_t count = 0;

	if (*prefix != '\0' && strchr(prefix, '"') == NULL)
		query.filter = ch_arena_printf(arena, "%s:\"%s\"", key, prefix);
	if (query.list == 0 || ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return 0;
	for (size_t row = 0; row < grid.row_count; row++) {
		struct ch_terms terms = ch_terms_split(arena, cell_of(&grid, row, key));

		for (size_t i = 0; i < terms.count && count < CANDIDATES_MAX; i++)
			if (strncmp(ch_text_search_key(arena, terms.terms[i]), wanted, strlen(wanted)) == 0 &&
			    !is_among(found, count, terms.terms[i]))
				found[count++] = (struct form_candidate){.text = terms.terms[i]};
	}
	return count;
}

/* Bodies that award qualifications (R77); any other text is as good. */
static size_t complete_body(const char *prefix, struct ch_arena *arena, struct form_candidate *found)
{
	const char *wanted = ch_text_search_key(arena, prefix);
	size_t count = 0;

	for (const char *const *body = ch_credential_bodies(); *body != NULL && count < CANDIDATES_MAX; body++)
		if (strstr(ch_text_search_key(arena, _(*body)), wanted) != NULL)
			found[count++] = (struct form_candidate){.text = _(*body)};
	return count;
}

size_t record_complete(const struct desk *desk, enum ch_entity_id entity, const struct ch_field *field,
		       const char *prefix, struct ch_arena *arena, const struct form_candidate **candidates)
{
	struct form_candidate *found = ch_arena_array(arena, CANDIDATES_MAX, sizeof(*found));

	*candidates = found;
	if (field->type == CH_TYPE_ID)
		return complete_id(desk, field->refers_to, prefix, arena, found);
	if (entity == CH_CREDENTIAL && strcmp(field->key, "body") == 0)
		return complete_body(prefix, arena, found);
	if (field->type == CH_TYPE_LIST)
		return complete_term(desk, entity, field->key, prefix, arena, found);
	return 0;
}
