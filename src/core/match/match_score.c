/*
 * Which guides a learner may have, and for how many points: a row of scores
 * over all guides for one learner after the other.
 *
 * Areas and times go by inverted lists: from each term the learner has to the
 * guides who have it, so that guides who share nothing are never looked at.
 * What is equal or not (field, area, department) is one pass over numbers that
 * lie side by side. Rules between two named people are the ties of the learner.
 * It all adds up to pair_score(), which says what a criterion is worth.
 *
 * Of each row the best guides with a place are kept as options, many enough
 * that mostly no more are needed. Whether more are is known afterwards: by the
 * prices, a guide who was left out can only matter where stake + score - price
 * is more than the learner's gain (model/match.h). As prices are not below 0,
 * the best score left out says for most learners that nobody was missed.
 */
#include <stddef.h>
#include <string.h>

#include "core/match/match_invert.h"
#include "core/match/match.h"

/*
 * OUT: so far below that no points bring it up again. Rows are of whole blocks, of which one look at the best tells
 * whether any guide in it can be among those kept.
 */
enum {
	OPTIONS_KEPT = 48,
	NO_PAIR = -1,
	OUT = -20000,
	SCORES = (CH_CRITERION_COUNT - CH_CRITERION_FIRST_SOFT) * 100 + 1,
	BLOCK = 16,
	SHARES = 64 /* areas sought, of whom the points of each number shared are worked out once */
};

/* For each number of the vocabulary the guides who have it. */
/* What is known of when a guide can meet. */
enum when { WHEN_UNKNOWN, WHEN_SOME, WHEN_ANY };

struct match_scorer {
	struct inverted offers, times;
	/* Of each guide, side by side: a row is one pass over each. */
	uint32_t *field_of_work, *location, *department;
	int16_t *grades;     /* NO_PAIR: not known */
	int16_t *own;	     /* points that depend on the guide alone; OUT: no place, too few hours, not available */
	uint8_t *must_share; /* pair_needs_expertise() */
	uint8_t *when;	     /* enum when */
	bool some_any_time;
	bool some_must_share;
	uint32_t *languages; /* number of the guide's list of languages among those there are */
	const struct pair_terms **language_lists;
	size_t language_count;
	size_t room;	   /* guides, in whole blocks */
	int16_t *row;	   /* points by guide; NO_PAIR */
	int16_t *best;	   /* of each block */
	int16_t floor;	   /* what the best of the row before had at least */
	uint32_t *shared;  /* areas shared by guide: 0 between rows */
	uint32_t *touched; /* the guides who share one */
	uint32_t *by_score;
	bool *meets_language;
};

static bool same_terms(const struct pair_terms *a, const struct pair_terms *b)
{
	return a->count == b->count &&
	       (a->count == 0 || memcmp(a->numbers, b->numbers, a->count * sizeof *a->numbers) == 0);
}

/* People speak one of few lists of languages: each list is compared once with a learner's. */
static void number_languages(const struct ch_matching *m, struct match_scorer *s)
{
	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_terms *languages = &m->guides.people[g].side.languages;
		size_t i = 0;

		while (i < s->language_count && !same_terms(s->language_lists[i], languages))
			i++;
		if (i == s->language_count)
			s->language_lists[s->language_count++] = languages;
		s->languages[g] = (uint32_t)i;
	}
}

static struct match_scorer *new_scorer(struct ch_matching *m)
{
	struct ch_arena *arena = &m->arena;
	struct match_scorer *s = ch_arena_alloc(arena, sizeof *s);
	size_t guides = (m->guides.count + BLOCK - 1) / BLOCK * BLOCK;

	*s = (struct match_scorer){.room = guides,
				   .best = ch_arena_array(arena, guides / BLOCK, sizeof *s->best),
				   .offers = match_invert(m, arena, offsetof(struct pair_side, offers)),
				   .times = match_invert(m, arena, offsetof(struct pair_side, times)),
				   .field_of_work = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .location = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .department = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .grades = ch_arena_array(arena, guides, sizeof *s->grades),
				   .own = ch_arena_array(arena, guides, sizeof *s->own),
				   .when = ch_arena_array(arena, guides, sizeof *s->when),
				   .must_share = ch_arena_array(arena, guides, sizeof *s->must_share),
				   .languages = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .language_lists = ch_arena_array(arena, guides, sizeof *s->language_lists),
				   .row = ch_arena_array(arena, guides, sizeof *s->row),
				   .shared = ch_arena_array(arena, guides, sizeof *s->shared),
				   .touched = ch_arena_array(arena, guides, sizeof *s->touched),
				   .by_score = ch_arena_array(arena, SCORES + 1, sizeof *s->by_score),
				   .meets_language = ch_arena_array(arena, guides, sizeof *s->meets_language)};
	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_side *side = &m->guides.people[g].side;

		s->field_of_work[g] = side->field_of_work;
		s->location[g] = side->location;
		s->department[g] = side->department;
		s->grades[g] = side->grade == CH_UNKNOWN ? NO_PAIR : (int16_t)side->grade;
		s->must_share[g] = pair_needs_expertise(&m->ground, side);
		s->some_must_share |= s->must_share[g];
		s->when[g] = side->times.any ? WHEN_ANY : side->times.count > 0 ? WHEN_SOME : WHEN_UNKNOWN;
		s->some_any_time |= side->times.any;
	}
	number_languages(m, s);
	return s;
}

/* ---- One row ---------------------------------------------------------------------- */

static void add_equal(int16_t *row, const uint32_t *values, size_t count, uint32_t value, int64_t points)
{
	int16_t more = (int16_t)points;

	if (value == 0 || points == 0)
		return;
	for (size_t g = 0; g < count; g++)
		row[g] = (int16_t)(row[g] + (values[g] == value ? more : 0));
}

static void add_different(int16_t *row, const uint32_t *values, size_t count, uint32_t value, int64_t points)
{
	int16_t more = (int16_t)points;

	if (value == 0 || points == 0)
		return;
	for (size_t g = 0; g < count; g++)
		row[g] = (int16_t)(row[g] + (values[g] != value && values[g] != 0 ? more : 0));
}

/* Counts for each guide how many of the terms they have; the guides in s->touched. */
static size_t count_shared(struct match_scorer *s, const struct inverted *list, const struct pair_terms *terms)
{
	size_t touched = 0;

	for (size_t i = 0; i < terms->count; i++) {
		for (uint32_t at = list->first[terms->numbers[i]]; at < list->first[terms->numbers[i] + 1]; at++) {
			uint32_t guide = list->guides[at];
			if (s->shared[guide]++ == 0)
				s->touched[touched++] = guide;
		}
	}
	return touched;
}

static void forget_shared(struct match_scorer *s, size_t touched)
{
	for (size_t i = 0; i < touched; i++)
		s->shared[s->touched[i]] = 0;
}

static void add_to(struct match_scorer *s, size_t guide, int64_t points)
{
	s->row[guide] = (int16_t)(s->row[guide] + points);
}

/* Who must share an area and shares none is out (R9); known only while the areas are counted. */
static void drop_unable(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	if (!s->some_must_share || learner->seeks.count == 0)
		return;
	for (size_t g = 0; g < m->guides.count; g++)
		if (s->must_share[g] && s->shared[g] == 0)
			s->row[g] = OUT;
}

static void add_areas(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	int64_t of = m->ground.weights.points[CH_CRITERION_EXPERTISE];
	size_t touched = count_shared(s, &s->offers, &learner->seeks);

	int16_t share[SHARES];

	for (size_t i = 0; i <= learner->seeks.count && i < SHARES; i++)
		share[i] = (int16_t)pair_share(of, i, learner->seeks.count);
	for (size_t i = 0; i < touched; i++) {
		uint32_t guide = s->touched[i], shared = s->shared[guide];

		add_to(s, guide, shared < SHARES ? share[shared] : pair_share(of, shared, learner->seeks.count));
	}
	drop_unable(m, s, learner);
	forget_shared(s, touched);
}

static void add_times(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	int64_t of = m->ground.weights.points[CH_CRITERION_TIMES];
	size_t touched = of == 0 ? 0 : count_shared(s, &s->times, &learner->times);

	for (size_t i = 0; i < touched; i++)
		add_to(s, s->touched[i], of);
	if (of > 0 && learner->times.count > 0 && (learner->times.any || s->some_any_time)) {
		enum when least = learner->times.any ? WHEN_SOME : WHEN_ANY;
		for (size_t g = 0; g < m->guides.count; g++)
			if (s->when[g] >= least && s->shared[g] == 0)
				add_to(s, g, of);
	}
	forget_shared(s, touched);
}

static void begin_row(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	const int64_t *points = m->ground.weights.points;
	int16_t same = pair_is_newly_appointed(learner, m->today) ? (int16_t)points[CH_CRITERION_APPOINTED] : 0;
	int16_t higher = learner->grade == CH_UNKNOWN ? 0 : (int16_t)points[CH_CRITERION_GRADE];
	int16_t grade = learner->grade == CH_UNKNOWN ? 0 : (int16_t)learner->grade;

	for (size_t g = 0; g < s->room; g++)
		s->row[g] = (int16_t)(s->own[g] + same + (s->grades[g] > grade ? higher : 0));
}

static void add_ties(const struct ch_matching *m, struct match_scorer *s, size_t learner)
{
	const int64_t *points = m->ground.weights.points;
	const struct match_tie *tie = match_tie_first(m, learner);

	for (; tie < m->ties + m->tie_count && tie->learner == learner; tie++) {
		add_to(s, tie->guide, pair_wish(points[CH_CRITERION_WISH], &tie->tie));
		if (tie->tie.recommended)
			add_to(s, tie->guide, points[CH_CRITERION_RECOMMENDED]);
	}
}

/* Whom the learner cannot talk to, list by list of languages instead of guide by guide. */
static void drop_strangers(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	bool all = true;

	for (size_t i = 0; i < s->language_count; i++) {
		const struct pair_terms *spoken = s->language_lists[i];
		s->meets_language[i] = spoken->count == 0 || learner->languages.count == 0 ||
				       pair_terms_shared(&learner->languages, spoken) > 0;
		all = all && s->meets_language[i];
	}
	for (size_t g = 0; !all && g < m->guides.count; g++)
		if (!s->meets_language[s->languages[g]])
			s->row[g] = OUT;
}

/* Of a department that the programme keeps apart, nobody suits anybody; an unknown one is of none. */
static void drop_colleagues(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	if (!m->ground.departments_apart || learner->department == 0)
		return;
	for (size_t g = 0; g < m->guides.count; g++)
		if (s->department[g] == learner->department)
			s->row[g] = OUT;
}

/* Plain facts that forbid: what pair_obstacle() says, and the cut-off. */
static void drop_obstacles(const struct ch_matching *m, struct match_scorer *s, size_t learner)
{
	const struct match_tie *tie = match_tie_first(m, learner);

	drop_strangers(m, s, &m->learners.people[learner].side);
	drop_colleagues(m, s, &m->learners.people[learner].side);
	for (; tie < m->ties + m->tie_count && tie->learner == learner; tie++)
		if (tie->tie.obstacle != CH_NO_CRITERION)
			s->row[tie->guide] = OUT;
}

/* What is below the cut-off, or out, is no pair; the best of each block. */
static void end_row(struct match_scorer *s, int16_t least)
{
	for (size_t block = 0; block < s->room / BLOCK; block++) {
		int16_t *row = s->row + block * BLOCK, best = NO_PAIR;

		for (size_t i = 0; i < BLOCK; i++) {
			row[i] = row[i] < least ? NO_PAIR : row[i];
			best = row[i] > best ? row[i] : best;
		}
		s->best[block] = best;
	}
}

static void fill_row(const struct ch_matching *m, struct match_scorer *s, size_t learner)
{
	const struct pair_side *side = &m->learners.people[learner].side;
	const int64_t *points = m->ground.weights.points;
	size_t count = m->guides.count;
	bool out = pair_is_short_of_time(&m->ground, side) || side->ineligible;

	begin_row(m, s, side);
	add_areas(m, s, side);
	add_times(m, s, side);
	add_equal(s->row, s->field_of_work, count, side->field_of_work, points[CH_CRITERION_FIELD_OF_WORK]);
	add_equal(s->row, s->location, count, side->location, points[CH_CRITERION_LOCATION]);
	add_different(s->row, s->department, count, side->department, points[CH_CRITERION_DEPARTMENT]);
	add_ties(m, s, learner);
	drop_obstacles(m, s, learner);
	end_row(s, out ? INT16_MAX : (int16_t)m->cut_off);
}

/* ---- Options ---------------------------------------------------------------------- */

static struct match_option *room_for(struct ch_matching *m, size_t count, size_t more)
{
	if (count + more > m->row_room) {
		size_t room = m->row_room == 0 ? 1024 : m->row_room;
		struct match_option *wider;

		while (room < count + more)
			room *= 2;
		wider = ch_arena_array(&m->rows, room, sizeof *wider);
		if (count > 0)
			memcpy(wider, m->row_options, count * sizeof *wider);
		m->row_options = wider;
		m->row_room = room;
	}
	return m->row_options + count;
}

/* What there is from a score on. */
struct top {
	int16_t least;	   /* what the best `wanted` have at least */
	size_t above;	   /* how many have more */
	size_t counted;	   /* how many have so much or more */
	int16_t next;	   /* the best of the others; NO_PAIR: there is none */
};

/* Counts scores from `floor` on; the best below it in top->next. */
static int16_t count_scores(const struct match_scorer *s, int16_t floor, struct top *top)
{
	int16_t most = NO_PAIR;

	for (size_t block = 0; block < s->room / BLOCK; block++) {
		const int16_t *row = s->row + block * BLOCK;

		if (s->best[block] < floor) {
			top->next = s->best[block] > top->next ? s->best[block] : top->next;
			continue;
		}
		most = s->best[block] > most ? s->best[block] : most;
		for (size_t i = 0; i < BLOCK; i++) {
			if (row[i] >= floor)
				s->by_score[row[i]]++;
			else
				top->next = row[i] > top->next ? row[i] : top->next;
		}
	}
	return most;
}

static struct top top_of(const struct match_scorer *s, int16_t floor, size_t wanted)
{
	struct top top = {.next = NO_PAIR};
	int16_t most = count_scores(s, floor, &top);

	if (most == NO_PAIR)
		return (struct top){.next = top.next};
	top.least = most;
	while (top.least > floor && top.counted + s->by_score[top.least] < wanted)
		top.counted += s->by_score[top.least--];
	top.above = top.counted;
	top.counted += s->by_score[top.least];
	for (int16_t score = floor; score < top.least; score++)
		if (s->by_score[score] > 0)
			top.next = score;
	memset(s->by_score + floor, 0, (size_t)(most - floor + 1) * sizeof *s->by_score);
	return top;
}

/* Of the equals from `start` on, round the end, those are taken that come first: how far the first is that is not. */
static size_t end_of_equals(const struct match_scorer *s, const struct top *top, size_t guides, size_t start,
			    size_t wanted)
{
	size_t room = wanted - top->above, taken = 0;

	if (top->counted <= wanted)
		return guides;
	for (size_t i = 0; i < guides; i++) {
		size_t g = start + i < guides ? start + i : start + i - guides;

		if (s->best[g / BLOCK] < top->least) {
			/* To the end of the block, or of the guides. */
			size_t rest = BLOCK - 1 - g % BLOCK, left = guides - 1 - g;
			i += rest < left ? rest : left;
		} else if (s->row[g] == top->least && taken++ == room) {
			return i;
		}
	}
	return guides;
}

/*
 * The best of the row, guides ascending. Among equals those are taken that come
 * first after a place that differs from learner to learner: else all would
 * compete for the same few.
 */
static size_t keep_best(struct ch_matching *m, size_t learner, size_t count)
{
	struct match_scorer *s = m->scorer;
	size_t guides = m->guides.count, kept = 0, wanted = m->whole ? guides : OPTIONS_KEPT;
	struct top top = top_of(s, s->floor, wanted);

	/* The row before is a good guess of where this one's best begin; where it is too high all are counted. */
	if (top.counted < wanted && s->floor > 0)
		top = top_of(s, 0, wanted);
	s->floor = top.least;
	size_t start = guides == 0 ? 0 : learner * 2654435761u % guides;
	size_t last = end_of_equals(s, &top, guides, start, wanted);
	struct match_option *options = room_for(m, count, wanted);

	for (size_t g = 0; g < guides; g++) {
		size_t i = g >= start ? g - start : g + guides - start;

		if (s->best[g / BLOCK] < top.least)
			g += BLOCK - 1 - g % BLOCK;
		else if (s->row[g] > top.least || (s->row[g] == top.least && i < last))
			options[kept++] = (struct match_option){.guide = (uint32_t)g, .score = (uint32_t)s->row[g]};
	}
	bool some_equals = top.counted > wanted;
	m->truncated[learner] = some_equals || top.next != NO_PAIR;
	m->best_left_out[learner] = some_equals ? (uint32_t)top.least : top.next == NO_PAIR ? 0 : (uint32_t)top.next;
	return count + kept;
}

/* What depends on the guide alone. */
static void weigh_guides(struct ch_matching *m)
{
	struct match_scorer *s = m->scorer;

	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_side *side = &m->guides.people[g].side;

		bool closed = m->guides.people[g].places.left <= 0 || pair_is_short_of_time(&m->ground, side) ||
			      side->unavailable || side->ineligible;

		s->own[g] = closed	      ? OUT
			    : side->qualified ? (int16_t)m->ground.weights.points[CH_CRITERION_QUALIFICATION]
					      : 0;
	}
	for (size_t g = m->guides.count; g < s->room; g++)
		s->own[g] = OUT;
	s->floor = 0;
}

static void score_all(struct ch_matching *m)
{
	size_t count = 0;

	if (m->scorer == NULL)
		m->scorer = new_scorer(m);
	weigh_guides(m);
	ch_arena_release(&m->rows);
	m->row_options = NULL;
	m->row_room = 0;
	m->row_first = ch_arena_array(&m->rows, m->learners.count + 1, sizeof *m->row_first);
	m->truncated = ch_arena_array(&m->rows, m->learners.count, sizeof *m->truncated);
	m->best_left_out = ch_arena_array(&m->rows, m->learners.count, sizeof *m->best_left_out);
	for (size_t l = 0; l < m->learners.count; l++) {
		fill_row(m, m->scorer, l);
		count = keep_best(m, l, count);
		m->row_first[l + 1] = count;
	}
	m->scored = true;
}

/* The learner's options less those that a forbid removed since they were scored; none for who is pinned. */
static size_t copy_options(struct ch_matching *m, size_t l, size_t count)
{
	const struct match_tie *tie = match_tie_first(m, l), *end = m->ties + m->tie_count;

	if (m->pin_of[l] != MATCH_NOBODY)
		return count;
	for (size_t i = m->row_first[l]; i < m->row_first[l + 1]; i++) {
		uint32_t guide = m->row_options[i].guide;

		while (tie < end && tie->learner == l && tie->guide < guide)
			tie++;
		if (tie < end && tie->learner == l && tie->guide == guide && tie->tie.obstacle != CH_NO_CRITERION)
			continue;
		m->options[count++] = m->row_options[i];
	}
	return count;
}

void match_options_find(struct ch_matching *m)
{
	size_t count = 0;

	if (!m->scored)
		score_all(m);
	m->option_room = m->row_first[m->learners.count] + 1;
	m->options = ch_arena_array(&m->work, m->option_room, sizeof *m->options);
	m->first = ch_arena_array(&m->work, m->learners.count + 1, sizeof *m->first);
	for (size_t l = 0; l < m->learners.count; l++) {
		count = copy_options(m, l, count);
		m->first[l + 1] = count;
	}
}

/* ---- Widening --------------------------------------------------------------------- */

static bool may_have_missed(const struct ch_matching *m, size_t l)
{
	return m->pin_of[l] == MATCH_NOBODY && m->truncated[l] &&
	       m->problem.stakes[l] + m->best_left_out[l] > m->solution.gains[l];
}

/* Copies the learner's options to the end of `wider`, with those the prices ask for among them; how many were new. */
static size_t widen_one(struct ch_matching *m, size_t l, struct match_option **wider, size_t *count, size_t *room)
{
	const struct match_scorer *s = m->scorer;
	const struct match_option *old = m->options + m->first[l], *end = m->options + m->first[l + 1];
	size_t added = 0;

	fill_row(m, m->scorer, l);
	for (size_t g = 0; g < m->guides.count; g++) {
		bool had = old < end && old->guide == g;

		old += had;
		if (s->row[g] == NO_PAIR)
			continue;
		if (!had && m->problem.stakes[l] + s->row[g] - m->solution.prices[g] <= m->solution.gains[l])
			continue;
		if (*count == *room) {
			struct match_option *more = ch_arena_array(&m->work, 2 * *room, sizeof *more);
			memcpy(more, *wider, *count * sizeof *more);
			*wider = more;
			*room *= 2;
		}
		(*wider)[(*count)++] = (struct match_option){.guide = (uint32_t)g, .score = (uint32_t)s->row[g]};
		added += !had;
	}
	return added;
}

size_t match_options_widen(struct ch_matching *m)
{
	size_t *first = ch_arena_array(&m->work, m->learners.count + 1, sizeof *first);
	size_t room = m->first[m->learners.count] + 1024, count = 0, added = 0;
	struct match_option *wider = NULL;

	for (size_t l = 0; l < m->learners.count; l++) {
		size_t had = m->first[l + 1] - m->first[l];

		if (wider == NULL && may_have_missed(m, l)) {
			wider = ch_arena_array(&m->work, room, sizeof *wider);
			count = m->first[l];
			if (count > 0)
				memcpy(wider, m->options, count * sizeof *wider);
			memcpy(first, m->first, (l + 1) * sizeof *first);
		}
		if (wider == NULL)
			continue;
		if (may_have_missed(m, l)) {
			added += widen_one(m, l, &wider, &count, &room);
		} else {
			while (count + had > room) {
				struct match_option *more = ch_arena_array(&m->work, 2 * room, sizeof *more);
				memcpy(more, wider, count * sizeof *more);
				wider = more;
				room *= 2;
			}
			if (had > 0)
				memcpy(wider + count, m->options + m->first[l], had * sizeof *wider);
			count += had;
		}
		first[l + 1] = count;
	}
	if (added > 0) {
		m->options = wider;
		m->first = first;
		m->option_room = room;
	}
	return added;
}
