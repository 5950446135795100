#include "model/pair_score.h"

#include "chiron/programme.h"

enum { TERMS_NAMED = 8, MONTHS_NEW = 12 };

struct pair_terms pair_terms_of(struct vocabulary *vocabulary, struct ch_arena *arena, const char *list)
{
	struct ch_terms terms = ch_terms_split(arena, list);
	uint32_t *numbers = ch_arena_array(arena, terms.count, sizeof *numbers);

	for (size_t i = 0; i < terms.count; i++)
		numbers[i] = vocabulary_number(vocabulary, terms.terms[i]);
	return (struct pair_terms){.words = terms.terms, .numbers = numbers, .count = terms.count};
}

static bool has(const struct pair_terms *terms, uint32_t number)
{
	for (size_t i = 0; i < terms->count; i++)
		if (terms->numbers[i] == number)
			return true;
	return false;
}

size_t pair_terms_shared(const struct pair_terms *a, const struct pair_terms *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->count; i++)
		shared += has(b, a->numbers[i]);
	return shared;
}

bool pair_times_meet(const struct pair_terms *a, const struct pair_terms *b)
{
	if (a->count == 0 || b->count == 0)
		return false;
	return a->any || b->any || pair_terms_shared(a, b) > 0;
}

const char *pair_terms_common(const struct pair_terms *a, const struct pair_terms *b, bool common,
			      struct ch_arena *arena)
{
	struct ch_buffer list = CH_BUFFER_EMPTY;
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++)
		if (has(b, a->numbers[i]) == common && ++count <= TERMS_NAMED)
			ch_buffer_printf(&list, "%s%s", list.length > 0 ? ", " : "", a->words[i]);
	if (count > TERMS_NAMED)
		ch_buffer_printf(&list, _(" and %zu more"), count - TERMS_NAMED);
	const char *copy = ch_arena_copy(arena, list.text);
	ch_buffer_release(&list);
	return copy;
}

int64_t pair_share(int64_t of, size_t shared, size_t sought)
{
	int64_t all = (int64_t)sought;

	return all == 0 ? 0 : (2 * of * (int64_t)shared + all) / (2 * all);
}

int64_t pair_wish(int64_t of, const struct pair_tie *tie)
{
	int choice = tie->learner_choice;

	if (choice == 0 || (tie->guide_choice != 0 && tie->guide_choice < choice))
		choice = tie->guide_choice;
	if (choice == 0)
		return 0;
	return choice == 1 ? of : choice == 2 ? (2 * of + 1) / 3 : (of + 1) / 3;
}

bool pair_is_newly_appointed(const struct pair_side *learner, ch_date today)
{
	return learner->appointed_on != CH_NO_DATE && learner->appointed_on <= today &&
	       ch_date_add(learner->appointed_on, MONTHS_NEW, CH_UNIT_MONTHS) > today;
}

static bool meets(enum ch_criterion criterion, const struct pair_ground *ground, const struct pair_side *guide,
		  const struct pair_side *learner, const struct pair_tie *tie)
{
	switch (criterion) {
	case CH_CRITERION_QUALIFICATION:
		return guide->qualified;
	case CH_CRITERION_FIELD_OF_WORK:
		return guide->field_of_work != 0 && guide->field_of_work == learner->field_of_work;
	case CH_CRITERION_LOCATION:
		return guide->location != 0 && guide->location == learner->location;
	case CH_CRITERION_TIMES:
		return pair_times_meet(&learner->times, &guide->times);
	case CH_CRITERION_GRADE:
		return guide->grade != CH_UNKNOWN && learner->grade != CH_UNKNOWN && guide->grade > learner->grade;
	case CH_CRITERION_RECOMMENDED:
		return tie->recommended;
	case CH_CRITERION_DEPARTMENT:
		return guide->department != 0 && learner->department != 0 && guide->department != learner->department;
	case CH_CRITERION_APPOINTED:
		return pair_is_newly_appointed(learner, ground->today);
	default:
		return false;
	}
}

int64_t pair_points(enum ch_criterion criterion, const struct pair_ground *ground, const struct pair_side *guide,
		    const struct pair_side *learner, const struct pair_tie *tie)
{
	int64_t of = ground->weights.points[criterion];

	if (of == 0)
		return 0;
	if (criterion == CH_CRITERION_EXPERTISE)
		return pair_share(of, pair_terms_shared(&learner->seeks, &guide->offers), learner->seeks.count);
	if (criterion == CH_CRITERION_WISH)
		return pair_wish(of, tie);
	return meets(criterion, ground, guide, learner, tie) ? of : 0;
}

int64_t pair_score(const struct pair_ground *ground, const struct pair_side *guide, const struct pair_side *learner,
		   const struct pair_tie *tie)
{
	int64_t score = 0;

	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++)
		score += pair_points((enum ch_criterion)i, ground, guide, learner, tie);
	return score;
}

bool pair_is_short_of_time(const struct pair_ground *ground, const struct pair_side *side)
{
	return ground->minimum_minutes != CH_UNKNOWN && side->minutes_a_month != CH_UNKNOWN &&
	       side->minutes_a_month < ground->minimum_minutes;
}

bool pair_needs_expertise(const struct pair_ground *ground, const struct pair_side *guide)
{
	return ground->kind == CH_KIND_COACHING && ground->qualifications && !guide->qualified &&
	       guide->offers.count > 0;
}

/* Whether the programme keeps the two apart as of one department; who has none on record is of nobody's (R19). */
static bool is_of_one_department(const struct pair_ground *ground, const struct pair_side *guide,
				 const struct pair_side *learner)
{
	return ground->departments_apart && guide->department != 0 && guide->department == learner->department;
}

enum ch_criterion pair_obstacle(const struct pair_ground *ground, const struct pair_side *guide,
				const struct pair_side *learner, const struct pair_tie *tie)
{
	if (tie->obstacle != CH_NO_CRITERION)
		return tie->obstacle;
	if (guide->unavailable)
		return CH_CRITERION_UNAVAILABLE;
	if (guide->ineligible || learner->ineligible)
		return CH_CRITERION_INELIGIBLE;
	if (is_of_one_department(ground, guide, learner))
		return CH_CRITERION_SAME_DEPARTMENT;
	if (guide->languages.count > 0 && learner->languages.count > 0 &&
	    pair_terms_shared(&learner->languages, &guide->languages) == 0)
		return CH_CRITERION_LANGUAGE;
	if (pair_is_short_of_time(ground, guide) || pair_is_short_of_time(ground, learner))
		return CH_CRITERION_HOURS;
	if (pair_needs_expertise(ground, guide) && learner->seeks.count > 0 &&
	    pair_terms_shared(&learner->seeks, &guide->offers) == 0)
		return CH_CRITERION_ABLE;
	return CH_NO_CRITERION;
}
