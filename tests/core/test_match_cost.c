/*
 * Held against the slow way: scores and options against each pair by itself, the value of the whole against
 * exhaustive search, and what an alternative costs against solving anew with the pair pinned.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/match/match.h"
#include "scheme_fixture.h"

enum { SCHEMES = 12, PEOPLE = 9 };

struct crowd {
	struct scheme_fixture *f;
	uint32_t seed;
	int64_t programme;
	int64_t guides[PEOPLE], learners[PEOPLE];
};

static uint32_t any(struct crowd *crowd, uint32_t below)
{
	crowd->seed = crowd->seed * 1664525u + 1013904223u;
	return (crowd->seed >> 8) % below;
}

static const char *any_terms(struct crowd *crowd, const char *const *terms, size_t count)
{
	struct ch_buffer list = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < count; i++)
		if (any(crowd, 3) == 0)
			ch_buffer_printf(&list, "%s%s", list.length > 0 ? "; " : "", terms[i]);
	const char *copy = list.length > 0 ? ch_arena_copy(&crowd->f->arena, list.text) : NULL;
	ch_buffer_release(&list);
	return copy;
}

static int64_t any_person(struct crowd *crowd, int number, bool guide)
{
	static const char *const areas[] = {"Gardening", "IT basics", "Cooking", "CV writing", "Confidence"};
	static const char *const languages[] = {"English", "Welsh", "Urdu"};
	static const char *const times[] = {"Mondays", "Evenings", "Saturdays"};
	static const char *const places[] = {NULL, "Riverside", "Castle Ward", "Northfields"};
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.name = ch_arena_printf(&crowd->f->arena, "%s %c", guide ? "Guide" : "Learner", 'A' + number);
	person.roles = 1 << (guide ? CH_ROLE_MENTOR : CH_ROLE_MENTEE);
	person.offers = guide ? any_terms(crowd, areas, 5) : NULL;
	person.seeks = guide ? NULL : any_terms(crowd, areas, 5);
	person.languages = any_terms(crowd, languages, 3);
	person.meeting_times = any_terms(crowd, times, 3);
	person.location = places[any(crowd, 4)];
	person.field_of_work = places[any(crowd, 4)];
	person.department = places[any(crowd, 4)];
	person.grade = any(crowd, 3) == 0 ? CH_UNKNOWN : 1 + any(crowd, 8);
	person.hours_per_month = any(crowd, 3) == 0 ? CH_UNKNOWN : 30 * any(crowd, 5);
	person.capacity = guide ? any(crowd, 3) : CH_UNKNOWN;
	person.appointed_on = any(crowd, 2) ? ch_date_from_iso("2026-06-01") : CH_NO_DATE;
	GOOD(crowd->f, ch_person_add(&crowd->f->c, &person, &crowd->f->err));
	return person.person_id;
}

static void any_ties(struct crowd *crowd)
{
	for (int i = 0; i < PEOPLE; i++) {
		struct ch_pair_rule rule;
		struct ch_wish wish;

		ch_record_start(ch_entity_of(CH_PAIR_RULE), &rule);
		rule.kind = CH_PAIR_RULE_AVOID;
		rule.guide_id = crowd->learners[any(crowd, PEOPLE)];
		rule.learner_id = crowd->guides[any(crowd, PEOPLE)];
		ch_pair_rule_add(&crowd->f->c, &rule, &crowd->f->err);
		ch_record_start(ch_entity_of(CH_WISH), &wish);
		wish.programme_id = crowd->programme;
		wish.person_id = any(crowd, 2) ? crowd->learners[i] : crowd->guides[i];
		wish.wished_id = wish.person_id == crowd->learners[i] ? crowd->guides[any(crowd, PEOPLE)]
								      : crowd->learners[any(crowd, PEOPLE)];
		ch_wish_add(&crowd->f->c, &wish, &crowd->f->err);
	}
}

static void make_crowd(struct crowd *crowd, struct scheme_fixture *f, uint32_t seed)
{
	static const char *const weighed[] = {"other_department", "newly_appointed", "qualification"};
	struct ch_weights weights;
	int64_t enrolled;

	*crowd = (struct crowd){.f = f, .seed = seed * 2654435761u + 1};
	crowd->programme = scheme_programme(f, ch_arena_printf(&f->arena, "Crowd %u", seed), CH_KIND_MENTORING);
	for (int i = 0; i < PEOPLE; i++) {
		crowd->guides[i] = any_person(crowd, i, true);
		crowd->learners[i] = any_person(crowd, i, false);
	}
	GOOD(f, ch_enrolment_add_all(&f->c, crowd->programme, &enrolled, &f->err));
	any_ties(crowd);
	GOOD(f, ch_weights_get(&f->c, crowd->programme, &weights, &f->err));
	for (size_t i = 0; i < 3; i++)
		GOOD(f, ch_weights_set(&weights, CH_KIND_MENTORING, weighed[i], any(crowd, 50), &f->err));
	GOOD(f, ch_weights_keep(&f->c, crowd->programme, &weights, &f->err));
}

/* ---- Scores ---------------------------------------------------------------------- */

static void options_are_what_each_pair_says(const struct ch_matching *m)
{
	for (size_t l = 0; l < m->learners.count; l++) {
		size_t at = m->first[l];

		for (size_t g = 0; g < m->guides.count; g++) {
			int64_t score;
			bool possible = match_obstacle(m, l, g, &score) == CH_NO_CRITERION &&
					m->guides.people[g].places.left > 0;

			if (!possible)
				continue;
			assert_true(at < m->first[l + 1]);
			assert_int_equal(m->options[at].guide, g);
			assert_int_equal(m->options[at++].score, score);
		}
		assert_int_equal(at, m->first[l + 1]);
	}
}

static void reasons_add_up(struct ch_matching *m, struct ch_arena *arena)
{
	struct ch_match_result result;

	ch_matching_tell(m, arena, &result);
	for (size_t i = 0; i < result.pair_count; i++) {
		int64_t points = 0;
		for (size_t r = 0; r < result.pairs[i].reason_count; r++)
			points += result.pairs[i].reasons[r].points;
		assert_int_equal(points, result.pairs[i].score);
		assert_true(result.pairs[i].score <= result.most);
	}
	for (size_t i = 0; i < result.left_count; i++)
		assert_true(strlen(result.left[i].reason) > 0);
	assert_int_equal(result.pair_count + result.left_count, m->learners.count);
}

/* ---- Costs ----------------------------------------------------------------------- */

struct worth {
	int64_t matched, waiting, score;
};

static struct worth worth_of(const struct ch_matching *m)
{
	struct worth worth = {0};

	for (size_t l = 0; l < m->learners.count; l++) {
		int64_t score;
		if (m->guide_of[l] == MATCH_NOBODY)
			continue;
		match_obstacle(m, l, m->guide_of[l], &score);
		worth.matched++;
		worth.waiting += m->learners.people[l].waiting;
		worth.score += score;
	}
	return worth;
}

static void costs_are_those_of_solving_anew(struct crowd *crowd, struct ch_matching *m)
{
	struct scheme_fixture *f = crowd->f;
	struct worth best = worth_of(m);

	for (size_t l = 0; l < m->learners.count; l++)
		for (size_t g = 0; g < m->guides.count; g++) {
			struct match_cost cost = match_cost_of(m, l, g);
			struct ch_matching *other;

			if (!cost.known)
				continue;
			GOOD(f, ch_matching_open(&f->c, crowd->programme, &other, &f->err));
			GOOD(f, ch_matching_pin(other, m->guides.people[g].person_id, m->learners.people[l].person_id,
						&f->err));
			GOOD(f, ch_matching_solve(other, &f->err));
			struct worth pinned = worth_of(other);
			assert_int_equal(cost.fewer, best.matched - pinned.matched);
			if (best.waiting == pinned.waiting)
				assert_int_equal(cost.loss, best.score - pinned.score);
			ch_matching_close(other);
		}
}

static void random_crowds_hold(void **state)
{
	struct scheme_fixture *f = *state;

	for (uint32_t seed = 1; seed <= SCHEMES; seed++) {
		struct crowd crowd;
		struct ch_matching *m;

		make_crowd(&crowd, f, seed);
		f->err = CH_NO_ERROR;
		GOOD(f, ch_matching_open(&f->c, crowd.programme, &m, &f->err));
		ch_matching_keep_all_options(m);
		GOOD(f, ch_matching_solve(m, &f->err));
		options_are_what_each_pair_says(m);
		reasons_add_up(m, &f->arena);
		if (seed <= 3)
			costs_are_those_of_solving_anew(&crowd, m);
		ch_matching_close(m);
	}
}

/* ---- More guides than are kept as options ------------------------------------------- */

/* Learners who all suit every guide alike, and a few guides who suit a little better: who is left out matters. */
static void what_was_left_out_is_put_in_where_it_matters(void **state)
{
	enum { GUIDES = 150, LEARNERS = 120 };
	struct scheme_fixture *f = *state;
	struct ch_matching *some, *all;
	int64_t enrolled;

	for (int i = 0; i < GUIDES; i++)
		scheme_person(f, ch_arena_printf(&f->arena, "Guide %03d", i), NULL, 1 << CH_ROLE_MENTOR,
			      i < 60 ? "Gardening; Cooking" : "Gardening", NULL, i % 10 == 0 ? 0 : 1);
	for (int i = 0; i < LEARNERS; i++)
		scheme_person(f, ch_arena_printf(&f->arena, "Learner %03d", i), NULL, 1 << CH_ROLE_MENTEE, NULL,
			      "Gardening; Cooking", CH_UNKNOWN);
	int64_t programme = scheme_programme(f, "Many", CH_KIND_MENTORING);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	GOOD(f, ch_matching_open(&f->c, programme, &some, &f->err));
	GOOD(f, ch_matching_open(&f->c, programme, &all, &f->err));
	ch_matching_keep_all_options(all);
	GOOD(f, ch_matching_solve(some, &f->err));
	GOOD(f, ch_matching_solve(all, &f->err));
	struct worth few = worth_of(some), whole = worth_of(all);
	assert_int_equal(all->first[LEARNERS], LEARNERS * (GUIDES - GUIDES / 10));
	assert_true(some->first[LEARNERS] < all->first[LEARNERS]);
	assert_int_equal(few.matched, LEARNERS);
	assert_int_equal(few.matched, whole.matched);
	assert_int_equal(few.score, whole.score);
	ch_matching_close(some);
	ch_matching_close(all);
}

#define scheme_test(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		scheme_test(random_crowds_hold),
		scheme_test(what_was_left_out_is_put_in_where_it_matters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
