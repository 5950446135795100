#include "tui/widgets/record_complete.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/rule.h"

enum { CANDIDATES_MAX = 1000, TERM_ROWS = 200 };

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

static const char *cell_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return grid->rows[row].cells[i];
	return NULL;
}

/* Somebody is named by what only they have, whether or not the other of that name is among those offered. */
static struct form_candidate named_person(const struct desk *desk, int64_t person_id, const char *name,
					  const char *email, struct ch_arena *arena)
{
	if (!ch_person_has_namesake(desk->c, person_id))
		return (struct form_candidate){.text = name, .note = email};
	if (email != NULL)
		return (struct form_candidate){.text = email, .note = name};
	return (struct form_candidate){.text = ch_arena_printf(arena, "%" PRId64, person_id), .note = name};
}

static struct form_candidate person_candidate(const struct desk *desk, const struct ch_grid *grid, size_t row,
					      struct ch_arena *arena)
{
	return named_person(desk, grid->rows[row].id, cell_of(grid, row, "name"), cell_of(grid, row, "email"), arena);
}

static struct form_candidate candidate_of(const struct desk *desk, enum ch_entity_id entity,
					  const struct ch_grid *grid, size_t row, struct ch_arena *arena)
{
	if (entity == CH_PERSON)
		return person_candidate(desk, grid, row, arena);
	if (entity == CH_PAIRING)
		return (struct form_candidate){.text = ch_arena_printf(arena, "%s / %s", cell_of(grid, row, "guide"),
								      cell_of(grid, row, "learner")),
					       .note = cell_of(grid, row, "programme")};
	return (struct form_candidate){.text = cell_of(grid, row, "name")};
}

/* ---- People for a role ---- */

/* Who may be paired, with what speaks for and against it; the rank orders those who may first. */
struct part {
	struct form_candidate candidate;
	int64_t person_id;
	const char *free, *capacity; /* of a guide; free: taken by no live pairing */
	int64_t proposed;	     /* of these, places that an open proposal takes (R13) */
	const char *state; /* of the enrolment in the programme; NULL: not enrolled so */
	bool paired;	   /* of a learner: in a pairing of the programme */
	int rank;
};

enum rank { RANK_MAY, RANK_NOT_YET, RANK_NOT_ENROLLED, RANK_MAY_NOT };

struct parts {
	struct part *all;
	size_t count;
};

static struct part *part_of(const struct parts *parts, int64_t person_id)
{
	for (size_t i = 0; i < parts->count; i++)
		if (parts->all[i].person_id == person_id)
			return &parts->all[i];
	return NULL;
}

static void add_people(const struct desk *desk, struct parts *parts, const struct ch_grid *people,
		       struct ch_arena *arena)
{
	for (size_t i = 0; i < people->row_count && parts->count < CANDIDATES_MAX; i++)
		parts->all[parts->count++] = (struct part){.candidate = person_candidate(desk, people, i, arena),
							   .person_id = people->rows[i].id,
							   .free = cell_of(people, i, "free_places"),
							   .capacity = cell_of(people, i, "capacity")};
}

/* What the enrolments say; who is enrolled so without the role among theirs is added. */
static void add_enrolled(const struct desk *desk, struct parts *parts, const struct ch_grid *enrolled,
			 struct ch_arena *arena)
{
	for (size_t i = 0; i < enrolled->row_count; i++) {
		const char *pairings = cell_of(enrolled, i, "live_pairings");
		int64_t person_id = strtoll(cell_of(enrolled, i, "person_id"), NULL, 10);
		struct part *part = part_of(parts, person_id);

		if (part == NULL && parts->count < CANDIDATES_MAX) {
			part = &parts->all[parts->count++];
			*part = (struct part){.person_id = person_id,
					      .candidate = named_person(desk, person_id,
									cell_of(enrolled, i, "person"),
									cell_of(enrolled, i, "email"), arena)};
		}
		if (part != NULL) {
			const char *free = cell_of(enrolled, i, "free_places");
			const char *capacity = cell_of(enrolled, i, "capacity");

			part->free = free != NULL ? free : part->free;
			part->capacity = capacity != NULL ? capacity : part->capacity;
			part->state = cell_of(enrolled, i, "state");
			part->paired = pairings != NULL && strtoll(pairings, NULL, 10) > 0;
		}
	}
}

/* Only proposals of those who are shown: there may be thousands, and this is asked at every letter. */
static const char *filter_of_guides(const struct parts *parts, struct ch_arena *arena)
{
	struct ch_buffer ids = CH_BUFFER_EMPTY;
	const char *filter;

	for (size_t i = 0; i < parts->count; i++)
		ch_buffer_printf(&ids, "%s%" PRId64, i > 0 ? "," : "", parts->all[i].person_id);
	filter = ch_arena_printf(arena, "state:drafted,approved guide_id:%s", ids.text);
	ch_buffer_release(&ids);
	return filter;
}

static void add_proposed(const struct desk *desk, struct parts *parts, struct ch_arena *arena)
{
	const struct ch_list_query query = {.list = CH_LIST_PROPOSALS, .filter = filter_of_guides(parts, arena)};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	if (parts->count == 0 || ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		struct part *part = part_of(parts, strtoll(cell_of(&grid, i, "guide_id"), NULL, 10));

		if (part != NULL)
			part->proposed++;
	}
}

static bool has_state(const struct part *part, const char *state)
{
	return part->state != NULL && strcmp(part->state, state) == 0;
}

static bool is_over(const struct part *part)
{
	return has_state(part, "withdrawn") || has_state(part, "completed");
}

static const char *state_words(const struct part *part)
{
	const struct ch_choice *states = ch_field_named(ch_entity_of(CH_ENROLMENT), "state")->choices;

	return part->state != NULL ? _(states[ch_choice_find(states, part->state)].label) : _("not enrolled here");
}

/* "2 of 3 free", "full", and what else stands before a pairing. */
static void judge_guide(struct part *part, struct ch_arena *arena)
{
	long long left = part->free != NULL ? strtoll(part->free, NULL, 10) - part->proposed : 1;
	const char *places = part->free == NULL ? _("places not known")
			     : left <= 0	? _("full")
						: ch_arena_printf(arena, _("%lld of %s free"), left, part->capacity);

	part->rank = left <= 0 || is_over(part) ? RANK_MAY_NOT
		     : part->state == NULL	? RANK_NOT_ENROLLED
		     : part->free == NULL	? RANK_NOT_YET
						: RANK_MAY;
	part->candidate.note = part->state != NULL && !is_over(part)
				       ? places
				       : ch_arena_printf(arena, "%s, %s", places, state_words(part));
}

static void judge_learner(struct part *part)
{
	part->rank = part->paired || is_over(part) ? RANK_MAY_NOT
		     : has_state(part, "ready")	   ? RANK_MAY
		     : part->state != NULL	   ? RANK_NOT_YET
						   : RANK_NOT_ENROLLED;
	part->candidate.note = part->paired ? _("paired already") : state_words(part);
}

/* Keeps the order of names within each rank. */
static size_t by_rank(const struct parts *parts, int64_t except_id, struct form_candidate *found)
{
	size_t count = 0;

	for (int rank = RANK_MAY; rank <= RANK_MAY_NOT; rank++)
		for (size_t i = 0; i < parts->count; i++)
			if (parts->all[i].rank == rank && parts->all[i].person_id != except_id)
				found[count++] = parts->all[i].candidate;
	return count;
}

/* Of namesakes the candidate is an address or a number, and the name its note: that stays said. */
static void judge(struct part *part, bool guide, bool known, struct ch_arena *arena)
{
	const char *name = part->candidate.note;
	bool namesake = strchr(part->candidate.text, '@') != NULL || strspn(part->candidate.text, "0123456789") > 0;

	if (!known && !guide)
		return;
	if (guide)
		judge_guide(part, arena);
	else
		judge_learner(part);
	if (namesake && name != NULL)
		part->candidate.note = ch_arena_printf(arena, "%s: %s", name, part->candidate.note);
}

size_t record_complete_role(const struct desk *desk, int role, int64_t programme_id, int64_t except_id,
			    const char *prefix, struct ch_arena *arena, const struct form_candidate **candidates)
{
	const char *code = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices[role].code;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .limit = CANDIDATES_MAX};
	struct form_candidate *found = ch_arena_array(arena, CANDIDATES_MAX, sizeof(*found));
	struct parts parts = {.all = ch_arena_array(arena, CANDIDATES_MAX, sizeof(*parts.all))};
	struct ch_grid people = {0}, enrolled = {0};
	struct ch_error ignored = CH_NO_ERROR;
	bool is_guide = role == CH_ROLE_COACH || role == CH_ROLE_MENTOR;

	*candidates = found;
	query.filter = ch_arena_printf(arena, "role:%s left:- %s", code, ch_list_words(prefix, arena));
	if (ch_list_fetch(desk->c, &query, arena, &people, &ignored) != CH_OK)
		return 0;
	add_people(desk, &parts, &people, arena);
	query.list = CH_LIST_ENROLMENTS;
	query.filter = ch_arena_printf(arena, "role:%s %s", code, ch_list_words(prefix, arena));
	query.programme_id = programme_id;
	if (programme_id != 0 && ch_list_fetch(desk->c, &query, arena, &enrolled, &ignored) == CH_OK)
		add_enrolled(desk, &parts, &enrolled, arena);
	if (is_guide)
		add_proposed(desk, &parts, arena);
	for (size_t i = 0; i < parts.count; i++)
		judge(&parts.all[i], is_guide, programme_id != 0, arena);
	return by_rank(&parts, except_id, found);
}

/* ---- Whatever a field refers to ---- */

static size_t complete_id(const struct desk *desk, enum ch_entity_id entity, const char *prefix,
			  struct ch_arena *arena, struct form_candidate *found)
{
	struct ch_list_query query = {.list = list_of(entity), .limit = CANDIDATES_MAX};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	query.filter = ch_list_words(prefix, arena);
	if (query.list == 0 || ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return 0;
	for (size_t i = 0; i < grid.row_count; i++)
		found[i] = candidate_of(desk, entity, &grid, i, arena);
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

/* Rules that a programme may lower to a warning, each with what it says. */
static size_t complete_rule(const char *prefix, struct ch_arena *arena, struct form_candidate *found)
{
	const char *wanted = ch_text_search_key(arena, prefix);
	size_t rule_count, count = 0;
	const struct ch_rule *rules = ch_rule_all(&rule_count);

	for (size_t i = 0; i < rule_count && count < CANDIDATES_MAX; i++)
		if (ch_rule_can_be_lowered(&rules[i]) &&
		    (strncmp(ch_text_search_key(arena, rules[i].code), wanted, strlen(wanted)) == 0 ||
		     strstr(ch_text_search_key(arena, _(rules[i].text)), wanted) != NULL))
			found[count++] = (struct form_candidate){.text = rules[i].code, .note = _(rules[i].text)};
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
	if (entity == CH_SETTINGS && strcmp(field->key, "lowered_rules") == 0)
		return complete_rule(prefix, arena, found);
	if (field->type == CH_TYPE_LIST)
		return complete_term(desk, entity, field->key, prefix, arena, found);
	return 0;
}
