/*
 * Reading a programme for matching: its people, its settings, and what earlier
 * runs left. What stands between two of them is read in match_tie.c.
 */
#include <stdlib.h>
#include <string.h>

#include "chiron/answer.h"
#include "core/journal/change.h"
#include "core/match/match_read.h"
#include "core/scheme_private.h"
#include "chiron/person.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

enum { WAITING_READY = 1, WAITING_MONTHS_MOST = 4, WAITING_LEFT_OUT = 3, WAITING_DECLINED = 1, DAYS_A_MONTH = 30 };

/* ---- People ------------------------------------------------------------------ */

/* The number of places where nothing is taken, and how many are left, by what is known. */
static struct match_places places_of(int64_t capacity, int64_t places_here, int64_t taken, int64_t taken_here)
{
	struct match_places places = {.total = capacity, .left = capacity - taken, .known = true};

	if (capacity == CH_UNKNOWN)
		places = (struct match_places){.total = 1, .left = 1 - taken, .known = false};
	if (places_here != CH_UNKNOWN && (!places.known || places_here - taken_here < places.left))
		places = (struct match_places){
			.total = places_here, .left = places_here - taken_here, .known = true, .of_programme = true};
	return places;
}

/* match.h says what it is made of. */
static uint8_t waiting_of(struct stmt *q, int state, ch_date today)
{
	ch_date since = stmt_date(q, "applied_on");
	int64_t weight = state == CH_ENROLMENT_READY ? WAITING_READY : 0;

	if (since != CH_NO_DATE && since < today) {
		int64_t months = (today - since) / DAYS_A_MONTH;
		weight += months < WAITING_MONTHS_MOST ? months : WAITING_MONTHS_MOST;
	}
	weight += stmt_int(q, "declined") * WAITING_DECLINED;
	return (uint8_t)(weight < MATCH_WEIGHT_MAX ? weight : MATCH_WEIGHT_MAX);
}

static struct pair_terms times_of(struct ch_matching *m, const char *list)
{
	struct pair_terms times = pair_terms_of(&m->words, &m->arena, list);

	if (times.count > 0 && m->lexicon.kind == NULL)
		import_lexicon_read(&m->lexicon, NULL, &m->arena);
	for (size_t i = 0; i < times.count && !times.any; i++)
		times.any = import_word_is(&m->lexicon, "any_time", times.words[i]);
	return times;
}

static void read_person(struct ch_matching *m, struct stmt *q, struct match_person *person)
{
	const char *state = stmt_text(q, "state"), *origin = stmt_text(q, "origin");
	struct pair_side *side = &person->side;

	*person = (struct match_person){.person_id = stmt_id(q, "person_id"),
					.name = stmt_copy(q, "name", &m->arena),
					.state = state == NULL ? CH_NO_ENROLMENT_STATE
							       : ch_choice_find(choices_enrolment_state, state),
					.places = places_of(stmt_int(q, "capacity"), stmt_int(q, "places_here"),
							    stmt_int(q, "taken"), stmt_int(q, "taken_here")),
					.location = stmt_copy(q, "location", &m->arena),
					.field_of_work = stmt_copy(q, "field_of_work", &m->arena),
					.department = stmt_copy(q, "department", &m->arena)};
	person->waiting = waiting_of(q, person->state, m->today);
	side->offers = pair_terms_of(&m->words, &m->arena, stmt_text(q, "offers"));
	side->seeks = pair_terms_of(&m->words, &m->arena, stmt_text(q, "seeks"));
	side->languages = pair_terms_of(&m->words, &m->arena, stmt_text(q, "languages"));
	side->times = times_of(m, stmt_text(q, "meeting_times"));
	side->field_of_work = vocabulary_number(&m->words, person->field_of_work);
	side->location = vocabulary_number(&m->words, person->location);
	side->department = vocabulary_number(&m->words, person->department);
	side->grade = stmt_int(q, "grade");
	side->minutes_a_month = stmt_int(q, "hours_per_month");
	side->appointed_on = stmt_date(q, "appointed_on");
	side->qualified = stmt_int(q, "qualified") == 1;
	person->origin = origin == NULL ? CH_NO_ORIGIN : ch_choice_find(choices_origin, origin);
	person->trained = stmt_int(q, "trained") == 1;
	person->lacking = stmt_copy(q, "lacking", &m->arena);
	side->unavailable = stmt_int(q, "unavailable") == 1;
	side->ineligible = stmt_int(q, "ineligible") == 1;
}

struct stmt *match_statement(const struct ch_matching *m, enum statement_id statement, int role)
{
	struct stmt *q = stmt_ready(m->c->scheme->db, statement);

	stmt_bind_int(q, "programme_id", m->programme.programme_id);
	if (stmt_has_parameter(q, "role"))
		stmt_bind_text(q, "role", choices_role[role].code);
	if (stmt_has_parameter(q, "today"))
		stmt_bind_date(q, "today", m->today);
	return q;
}

static enum ch_status read_people(struct ch_matching *m, enum statement_id statement, int role,
				  struct match_people *people, struct ch_error *err)
{
	struct stmt *q = match_statement(m, statement, role);
	size_t room = 0;
	bool row = false;
	enum ch_status status;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		people->people =
			ch_arena_room(&m->arena, people->people, people->count, &room, sizeof *people->people);
		read_person(m, q, &people->people[people->count++]);
	}
	stmt_reset(q);
	return status;
}

/* "4", "2, 4": what learners said of each guide, the last first. */
static enum ch_status read_past(struct ch_matching *m, int role, struct ch_error *err)
{
	struct stmt *q = match_statement(m, SQL_MATCH_PAST, role);
	struct match_numbers guides = match_numbers_of(&m->guides, &m->arena);
	bool row = false;
	enum ch_status status;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		size_t number = match_number_in(&guides, stmt_id(q, "guide_id"));
		long long helpful = (long long)stmt_int(q, "helpful");
		if (number == MATCH_NOBODY)
			continue;
		struct match_person *guide = &m->guides.people[number];
		guide->past = guide->past == NULL ? ch_arena_printf(&m->arena, "%lld", helpful)
						  : ch_arena_printf(&m->arena, "%s, %lld", guide->past, helpful);
	}
	stmt_reset(q);
	return status;
}

enum ch_status match_also(struct ch_matching *m, int role, struct match_people *people, int64_t person_id,
			  struct ch_error *err)
{
	struct stmt *q;
	size_t room = people->count;
	bool row = false;

	if (match_number(people, person_id) != MATCH_NOBODY)
		return CH_OK;
	q = match_statement(m, SQL_MATCH_ONE, role);
	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		people->people =
			ch_arena_room(&m->arena, people->people, people->count, &room, sizeof *people->people);
		read_person(m, q, &people->people[people->count++]);
	}
	stmt_reset(q);
	if (status != CH_OK || row)
		return status;
	return ch_fail(err, CH_MISSING, _("there is no person with the number %lld"), (long long)person_id);
}

size_t match_number(const struct match_people *people, int64_t person_id)
{
	for (size_t i = 0; i < people->count; i++)
		if (people->people[i].person_id == person_id)
			return i;
	return MATCH_NOBODY;
}

/* ---- Numbers of many ids ------------------------------------------------------- */

int match_by_id(const void *a, const void *b)
{
	const struct match_numbered *one = a, *other = b;

	return one->person_id < other->person_id ? -1 : one->person_id > other->person_id;
}

struct match_numbers match_numbers_of(const struct match_people *people, struct ch_arena *arena)
{
	struct match_numbers numbers = {.all = ch_arena_array(arena, people->count, sizeof *numbers.all),
				  .count = people->count};

	for (size_t i = 0; i < people->count; i++)
		numbers.all[i] = (struct match_numbered){.person_id = people->people[i].person_id, .number = i};
	if (people->count > 0)
		qsort(numbers.all, numbers.count, sizeof *numbers.all, match_by_id);
	return numbers;
}

size_t match_number_in(const struct match_numbers *numbers, int64_t person_id)
{
	struct match_numbered key = {.person_id = person_id};
	const struct match_numbered *found =
		numbers->count == 0 ? NULL : bsearch(&key, numbers->all, numbers->count, sizeof key, match_by_id);

	return found != NULL ? found->number : MATCH_NOBODY;
}

/* Those whom the last run that is over left out wait with more weight. */
static void add_left_out(struct ch_matching *m, const char *learners)
{
	struct match_numbers numbers = match_numbers_of(&m->learners, &m->arena);
	const char *at = learners;

	while (at != NULL && *at) {
		char *end;
		int64_t person_id = strtoll(at, &end, 10), guide_id;

		strtoll(end + 1, &end, 10);
		guide_id = strtoll(end + 1, &end, 10);
		size_t learner = guide_id == 0 ? match_number_in(&numbers, person_id) : MATCH_NOBODY;
		if (learner != MATCH_NOBODY) {
			int weight = m->learners.people[learner].waiting + WAITING_LEFT_OUT;
			m->learners.people[learner].waiting =
				(uint8_t)(weight < MATCH_WEIGHT_MAX ? weight : MATCH_WEIGHT_MAX);
		}
		at = *end == ' ' ? end + 1 : NULL;
	}
}

static enum ch_status read_last_run(struct ch_matching *m, struct ch_error *err)
{
	struct stmt *q = match_statement(m, SQL_MATCH_LAST_RUN, 0);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	if (status == CH_OK && row)
		add_left_out(m, stmt_text(q, "learners"));
	stmt_reset(q);
	return status;
}

/* ---- The rest ------------------------------------------------------------------ */

static void say_answer(struct ch_buffer *out, int question, const char *value)
{
	if (value != NULL && strcmp(value, "yes") == 0)
		return;
	ch_buffer_printf(out, "%s%s: %s", out->length > 0 ? "; " : "", _(choices_question[question].label),
			 value == NULL ? _("not answered") : _("no"));
}

static enum ch_status read_not_ready(struct ch_matching *m, int role, struct ch_error *err)
{
	struct stmt *q = match_statement(m, SQL_MATCH_NOT_READY, role);
	struct ch_buffer why = CH_BUFFER_EMPTY;
	size_t room = 0;
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		m->not_ready =
			ch_arena_room(&m->arena, m->not_ready, m->not_ready_count, &room, sizeof *m->not_ready);
		ch_buffer_clear(&why);
		say_answer(&why, CH_ASK_READY_AIM, stmt_text(q, "ready_aim"));
		say_answer(&why, CH_ASK_READY_TIME, stmt_text(q, "ready_time"));
		m->not_ready[m->not_ready_count++] =
			(struct match_not_ready){.person_id = stmt_id(q, "person_id"),
						 .name = stmt_copy(q, "name", &m->arena),
						 .why = why.length > 0 ? ch_arena_copy(&m->arena, why.text) : NULL};
	}
	stmt_reset(q);
	ch_buffer_release(&why);
	return status;
}

static enum ch_status read_drafts(struct ch_matching *m, struct ch_error *err)
{
	struct stmt *q = match_statement(m, SQL_MATCH_DRAFTS, 0);
	struct match_numbers learners = match_numbers_of(&m->learners, &m->arena);
	enum ch_status status;
	bool row = false;

	m->draft_of = ch_arena_array(&m->arena, m->learners.count, sizeof *m->draft_of);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		size_t learner = match_number_in(&learners, stmt_id(q, "learner_id"));

		m->has_drafts = true;
		if (learner != MATCH_NOBODY)
			m->draft_of[learner] = stmt_id(q, "guide_id");
	}
	stmt_reset(q);
	return status;
}

static enum ch_status read_approved(struct ch_matching *m, struct ch_error *err)
{
	struct stmt *q = match_statement(m, SQL_MATCH_APPROVED, 0);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	m->approved = status == CH_OK && row ? stmt_int(q, "found") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status read_programme(struct ch_matching *m, int64_t programme_id, struct ch_error *err)
{
	struct ch_programme *programme = &m->programme;

	TRY(record_get(m->c->scheme->db, ch_entity_of(CH_PROGRAMME), programme_id, &m->arena, programme, err));
	if (programme->state == CH_PROGRAMME_IS_CLOSING || programme->state == CH_PROGRAMME_IS_CLOSED) {
		ch_fail(err, CH_DATA, _("%s is %s: no pair is proposed in it any more"), programme->name,
			_(choices_programme_state[programme->state].label));
		return ch_error_fix(err, _("propose pairs in another programme"));
	}
	TRY(record_get(m->c->scheme->db, ch_entity_of(CH_SETTINGS), programme_id, &m->arena, &m->settings, err));
	m->cut_off = m->settings.cut_off == CH_UNKNOWN ? 0 : m->settings.cut_off;
	m->ground = (struct pair_ground){
		.kind = programme->kind, .today = m->today, .minimum_minutes = m->settings.minimum_hours,
		.departments_apart = m->settings.departments_apart == CH_YES};
	return ch_weights_get(m->c, programme_id, &m->ground.weights, err);
}

enum ch_status match_read(struct ch_matching *m, int64_t programme_id, struct ch_error *err)
{
	int guide_role, learner_role;

	m->words = VOCABULARY(&m->arena);
	TRY(read_programme(m, programme_id, err));
	guide_role = ch_kind_guide_role(m->programme.kind);
	learner_role = ch_kind_learner_role(m->programme.kind);
	TRY(read_people(m, SQL_MATCH_GUIDES, guide_role, &m->guides, err));
	TRY(read_people(m, SQL_MATCH_LEARNERS, learner_role, &m->learners, err));
	for (size_t i = 0; i < m->guides.count; i++)
		m->ground.qualifications |= m->guides.people[i].side.qualified;
	TRY(read_past(m, guide_role, err));
	TRY(match_ties_read(m, learner_role, err));
	TRY(read_last_run(m, err));
	TRY(read_not_ready(m, learner_role, err));
	TRY(read_approved(m, err));
	return read_drafts(m, err);
}

enum ch_status match_read_two(struct ch_matching *m, int64_t programme_id, int64_t guide_id, int64_t learner_id,
			      struct ch_error *err)
{
	m->words = VOCABULARY(&m->arena);
	TRY(record_get(m->c->scheme->db, ch_entity_of(CH_PROGRAMME), programme_id, &m->arena, &m->programme, err));
	TRY(match_also(m, ch_kind_guide_role(m->programme.kind), &m->guides, guide_id, err));
	return match_also(m, ch_kind_learner_role(m->programme.kind), &m->learners, learner_id, err);
}
