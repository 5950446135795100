/*
 * Matching in words, for a coordinator to read out to the two: what each
 * criterion found, what is not known, and why somebody was left out. Nothing
 * here repeats the reason of a forbid or of the avoid list.
 */
#include "core/match/match.h"

#include "chiron/person.h"
#include "model/choices.h"

/* The two of whom something is said. */
struct two {
	const struct ch_matching *m;
	const struct match_person *guide, *learner;
	const struct pair_tie *tie;
	struct ch_arena *arena;
};

const char *match_guide_word(const struct ch_matching *m)
{
	return _(choices_role[ch_kind_guide_role(m->programme.kind)].label);
}

const char *match_learner_word(const struct ch_matching *m)
{
	return _(choices_role[ch_kind_learner_role(m->programme.kind)].label);
}

/* ---- Criteria -------------------------------------------------------------------- */

/* "not known of Ann Lee", "not known of either"; NULL where it is known of both. */
static const char *unknown(const struct two *two, bool of_guide, bool of_learner)
{
	if (of_guide && of_learner)
		return NULL;
	if (!of_guide && !of_learner)
		return _("not known of either");
	return ch_arena_printf(two->arena, _("not known of %s"), of_guide ? two->learner->name : two->guide->name);
}

static const char *areas_words(const struct two *two)
{
	const struct pair_terms *sought = &two->learner->side.seeks, *offered = &two->guide->side.offers;
	size_t shared = pair_terms_shared(sought, offered);
	const char *common = pair_terms_common(sought, offered, true, two->arena);
	const char *missing = pair_terms_common(sought, offered, false, two->arena);

	if (sought->count == 0 || offered->count == 0)
		return sought->count != 0
			       ? ch_arena_printf(two->arena, _("what %s offers is not known"), two->guide->name)
		       : offered->count != 0
			       ? ch_arena_printf(two->arena, _("what %s seeks is not known"), two->learner->name)
			       : ch_arena_printf(two->arena, _("what %s offers and %s seeks is not known"),
						 two->guide->name, two->learner->name);
	if (shared == 0)
		return ch_arena_printf(two->arena, _("%s offers none of what is sought (%s)"), two->guide->name,
				       missing);
	if (shared == sought->count)
		return ch_arena_printf(two->arena, _("%s offers all that is sought: %s"), two->guide->name, common);
	return ch_arena_printf(two->arena, _("%s offers %zu of %zu areas sought: %s; not %s"), two->guide->name, shared,
			       sought->count, common, missing);
}

/* "both are in Riverside"; "Ann Lee: Riverside; Bo Vega: Castle Ward". */
static const char *equal_words(const struct two *two, const char *guides, const char *learners, uint32_t one,
			       uint32_t other, const char *both)
{
	const char *none = unknown(two, guides != NULL, learners != NULL);

	if (none != NULL)
		return none;
	if (one == other)
		return ch_arena_printf(two->arena, "%s: %s", both, learners);
	return ch_arena_printf(two->arena, "%s: %s; %s: %s", two->guide->name, guides, two->learner->name, learners);
}

static const char *times_words(const struct two *two)
{
	const struct pair_terms *ours = &two->guide->side.times, *theirs = &two->learner->side.times;
	const char *none = unknown(two, ours->count > 0, theirs->count > 0);

	if (none != NULL)
		return none;
	if (!pair_times_meet(theirs, ours))
		return _("no time at which both can meet");
	if (pair_terms_shared(theirs, ours) == 0)
		return ch_arena_printf(two->arena, _("%s can meet at any time"),
				       ours->any ? two->guide->name : two->learner->name);
	return ch_arena_printf(two->arena, _("both can meet: %s"), pair_terms_common(theirs, ours, true, two->arena));
}

static const char *grade_words(const struct two *two)
{
	int64_t guide = two->guide->side.grade, learner = two->learner->side.grade;
	const char *none = unknown(two, guide != CH_UNKNOWN, learner != CH_UNKNOWN);

	if (none != NULL)
		return none;
	return ch_arena_printf(two->arena,
			       guide > learner ? _("%s has the higher grade, %lld over %lld")
			       : guide == learner
				       ? _("%s has the same grade, %lld and %lld: peers (R5)")
				       : _("%s has the lower grade, %lld under %lld: reverse mentoring (R5)"),
			       two->guide->name, (long long)guide, (long long)learner);
}

static const char *wish_words(const struct two *two)
{
	const struct pair_tie *tie = two->tie;

	if (tie->learner_choice != 0 && tie->guide_choice != 0)
		return ch_arena_printf(two->arena,
				       _("%s wishes for %s (choice %d), and the other way round (choice %d)"),
				       two->learner->name, two->guide->name, tie->learner_choice, tie->guide_choice);
	if (tie->learner_choice != 0)
		return ch_arena_printf(two->arena, _("%s wishes for %s (choice %d)"), two->learner->name,
				       two->guide->name, tie->learner_choice);
	if (tie->guide_choice != 0)
		return ch_arena_printf(two->arena, _("%s wishes for %s (choice %d)"), two->guide->name,
				       two->learner->name, tie->guide_choice);
	return _("neither asked for the other");
}

static const char *appointed_words(const struct two *two)
{
	char day[CH_DATE_WORDS_SIZE];

	if (two->learner->side.appointed_on == CH_NO_DATE)
		return ch_arena_printf(two->arena, _("not known of %s"), two->learner->name);
	return ch_arena_printf(two->arena,
			       pair_is_newly_appointed(&two->learner->side, two->m->today)
				       ? _("%s was appointed on %s")
				       : _("%s was appointed on %s, over a year ago"),
			       two->learner->name, ch_date_words(two->learner->side.appointed_on, two->m->today, day));
}

static const char *criterion_words(const struct two *two, enum ch_criterion criterion)
{
	const struct pair_side *guide = &two->guide->side, *learner = &two->learner->side;

	switch (criterion) {
	case CH_CRITERION_EXPERTISE:
		return areas_words(two);
	case CH_CRITERION_QUALIFICATION:
		return ch_arena_printf(two->arena,
				       guide->qualified ? _("%s has a qualification on record")
							: _("%s has no qualification on record"),
				       two->guide->name);
	case CH_CRITERION_FIELD_OF_WORK:
		return equal_words(two, two->guide->field_of_work, two->learner->field_of_work, guide->field_of_work,
				   learner->field_of_work, _("both"));
	case CH_CRITERION_WISH:
		return wish_words(two);
	case CH_CRITERION_LOCATION:
		return equal_words(two, two->guide->location, two->learner->location, guide->location,
				   learner->location, _("both"));
	case CH_CRITERION_TIMES:
		return times_words(two);
	case CH_CRITERION_GRADE:
		return grade_words(two);
	case CH_CRITERION_RECOMMENDED:
		return two->tie->recommended ? _("the line manager recommends this") : _("not recommended by name");
	case CH_CRITERION_DEPARTMENT:
		return equal_words(two, two->guide->department, two->learner->department, guide->department,
				   learner->department, _("both"));
	case CH_CRITERION_APPOINTED:
		return appointed_words(two);
	default:
		ch_abort("a criterion without words");
	}
}

/* ---- Notes ----------------------------------------------------------------------- */

struct reasons {
	struct ch_match_reason *all;
	size_t count;
	bool of_today, first;
};

static void note(struct reasons *reasons, const char *code, const char *label, const char *text)
{
	reasons->all[reasons->count++] = (struct ch_match_reason){.code = code,
								   .label = label,
								   .text = text,
								   .of_today = reasons->of_today,
								   .first = reasons->first};
}

static void note_languages(const struct two *two, struct reasons *reasons)
{
	const struct pair_terms *ours = &two->guide->side.languages, *theirs = &two->learner->side.languages;
	const char *text = unknown(two, ours->count > 0, theirs->count > 0);

	if (text == NULL)
		text = ch_arena_printf(two->arena, _("both speak %s"),
				       pair_terms_common(theirs, ours, true, two->arena));
	note(reasons, "languages", _("Languages"), text);
}

static void note_hours(const struct two *two, struct reasons *reasons)
{
	const char *text = unknown(two, two->guide->side.minutes_a_month != CH_UNKNOWN,
				   two->learner->side.minutes_a_month != CH_UNKNOWN);

	if (text != NULL)
		note(reasons, "hours", _("Hours a month"), text);
}

static void note_places(const struct two *two, int64_t left, struct reasons *reasons)
{
	const struct match_places *places = &two->guide->places;
	const char *text;

	if (left == CH_UNKNOWN)
		return;
	if (!places->known)
		text = left < 0 ? _("not known") : _("not known, taken as 1; none left after this");
	else if (left < 0)
		text = ch_arena_printf(two->arena, _("%lld more taken after this than there are (%lld)"),
				       (long long)-left, (long long)places->total);
	else
		text = ch_arena_printf(two->arena,
				       places->of_programme ? _("%lld of %lld in this programme left after this")
							    : _("%lld of %lld left after this"),
				       (long long)left, (long long)places->total);
	note(reasons, "places", _("Places"), text);
}

/* An internal coach needs training before acceptance; of an external one it is pointed out (R8). */
static void note_coach(const struct two *two, struct reasons *reasons)
{
	const struct match_person *guide = two->guide;

	if (guide->origin == CH_ORIGIN_INTERNAL && !guide->trained)
		note(reasons, "no_training", _("Before acceptance"),
		     ch_arena_printf(two->arena, _("the coaching training of %s is still to be recorded (R8)"),
				     guide->name));
	else if (guide->origin == CH_ORIGIN_EXTERNAL && !guide->trained && !guide->side.qualified)
		note(reasons, "no_qualification", _("To know"),
		     ch_arena_printf(two->arena,
				     _("%s comes from outside, and no qualification or training is on record (R8)"),
				     guide->name));
}

static void note_manager(const struct two *two, struct reasons *reasons)
{
	if (two->tie->manager && two->m->programme.kind == CH_KIND_COACHING)
		note(reasons, "manager_coach", _("Manager"),
		     ch_arena_printf(two->arena, _("%s is above %s in the reporting line: marked manager-coach (R4)"),
				     two->guide->name, two->learner->name));
}

/* What stands before acceptance, though not before a proposal (R10, R15), or before the two begin (R78). */
static void note_acceptance(const struct two *two, struct reasons *reasons)
{
	if (two->learner->state == CH_ENROLMENT_APPLIED)
		note(reasons, "not_ready", _("Before acceptance"),
		     ch_arena_printf(two->arena, _("%s is still to be found ready (R15)"), two->learner->name));
	if (two->m->programme.kind == CH_KIND_COACHING)
		note_coach(two, reasons);
	if (two->guide->lacking != NULL)
		note(reasons, "no_check", _("Before they begin"),
		     ch_arena_printf(two->arena, _("%s has no %s in date, which this programme requires (R78)"),
				     two->guide->name, two->guide->lacking));
	if (two->guide->side.offers.count == 0)
		note(reasons, "no_expertise", _("Before acceptance"),
		     ch_arena_printf(two->arena, _("what %s offers is still to be recorded (R10)"), two->guide->name));
}

static void note_first(const struct two *two, struct reasons *reasons)
{
	reasons->of_today = reasons->first = true;
	note_acceptance(two, reasons);
	reasons->of_today = reasons->first = false;
}

static void note_last(const struct two *two, int64_t left, struct reasons *reasons)
{
	reasons->of_today = true;
	note_places(two, left, reasons);
}

enum { MOST_NOTES = 8 };

struct ch_match_reason *match_reasons_today(const struct ch_matching *m, size_t learner, size_t guide, int64_t left,
					    struct ch_arena *arena, size_t *count)
{
	struct two two = {.m = m,
			  .guide = &m->guides.people[guide],
			  .learner = &m->learners.people[learner],
			  .arena = arena};
	struct reasons reasons = {.all = ch_arena_array(arena, MOST_NOTES, sizeof *reasons.all)};

	note_first(&two, &reasons);
	note_last(&two, left, &reasons);
	*count = reasons.count;
	return reasons.all;
}

struct ch_match_reason *match_reasons(const struct ch_matching *m, size_t learner, size_t guide, int64_t left,
				      struct ch_arena *arena, size_t *count)
{
	struct two two = {.m = m,
			  .guide = &m->guides.people[guide],
			  .learner = &m->learners.people[learner],
			  .tie = match_pair_tie(m, learner, guide),
			  .arena = arena};
	struct reasons reasons = {.all = ch_arena_array(arena, CH_CRITERION_COUNT + MOST_NOTES, sizeof *reasons.all)};

	note_first(&two, &reasons);
	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++) {
		enum ch_criterion criterion = (enum ch_criterion)i;

		if (!m->used[i])
			continue;
		reasons.all[reasons.count++] = (struct ch_match_reason){
			.code = ch_criterion_info(criterion)->code,
			.label = _(ch_criterion_info(criterion)->label),
			.points = pair_points(criterion, &m->ground, &two.guide->side, &two.learner->side, two.tie),
			.of = m->ground.weights.points[i],
			.text = criterion_words(&two, criterion)};
	}
	note_languages(&two, &reasons);
	note_hours(&two, &reasons);
	note_manager(&two, &reasons);
	note_last(&two, left, &reasons);
	*count = reasons.count;
	return reasons.all;
}

void ch_match_reason_add(const struct ch_match_reason *reason, struct ch_buffer *out)
{
	ch_buffer_add(out, reason->label);
	if (reason->of > 0)
		ch_buffer_printf(out, _(", %lld of %lld"), (long long)reason->points, (long long)reason->of);
	ch_buffer_printf(out, ": %s", reason->text);
}

const char *match_past_words(const struct match_person *guide, struct ch_arena *arena)
{
	if (guide->past == NULL)
		return NULL;
	return ch_arena_printf(arena,
			       _("earlier mentees or coachees on how helpful %s was: %s of 5, the last first (R67)"),
			       guide->name, guide->past);
}

const char *match_reason_kept(const struct ch_match_reason *reasons, size_t count, struct ch_arena *arena)
{
	size_t from = match_reasons_first(reasons, count);

	while (count > from && reasons[count - 1].of_today)
		count--;
	return match_reason_lines(reasons + from, count - from, arena);
}

size_t match_reasons_first(const struct ch_match_reason *reasons, size_t count)
{
	size_t first = 0;

	while (first < count && reasons[first].first)
		first++;
	return first;
}

const char *match_reason_lines(const struct ch_match_reason *reasons, size_t count, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < count; i++) {
		ch_buffer_add(&out, i > 0 ? "\n" : "");
		ch_match_reason_add(&reasons[i], &out);
	}
	const char *lines = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return lines;
}

/* ---- Costs ---------------------------------------------------------------------------- */

const char *match_cost_words(const struct match_cost *cost, struct ch_arena *arena)
{
	if (!cost->known)
		return _("not possible now");
	if (cost->fewer > 0)
		return ch_arena_printf(arena,
				       cost->fewer == 1 ? _("would leave %lld person more without")
							: _("would leave %lld people more without"),
				       (long long)cost->fewer);
	if (cost->loss > 0)
		return ch_arena_printf(
			arena, cost->loss == 1 ? _("would cost %lld point in all") : _("would cost %lld points in all"),
			(long long)cost->loss);
	if (cost->loss == 0)
		return _("would cost nothing in all");
	return _("would pass over somebody who has waited longer");
}

/* ---- Who is left out --------------------------------------------------------------- */

static void add_rules(const struct ch_criterion_info *info, struct ch_buffer *out)
{
	if (*info->rules)
		ch_buffer_printf(out, " (%s)", info->rules);
}

const char *match_obstacle_words(enum ch_criterion obstacle, struct ch_arena *arena)
{
	const struct ch_criterion_info *info = ch_criterion_info(obstacle);

	return *info->rules ? ch_arena_printf(arena, "%s (%s)", _(info->label), info->rules) : _(info->label);
}

/* What stands between a learner and each guide. */
struct survey {
	size_t removed[CH_CRITERION_COUNT]; /* guides whom a rule removes */
	size_t best[3];			    /* those who suit, the best three; equals in the order of names */
	int64_t scores[3];
	size_t suitable;
	size_t nearest; /* the best of those under the cut-off */
	int64_t nearest_score;
};

static void add_suitable(struct survey *survey, size_t guide, int64_t score)
{
	enum { NAMED = sizeof survey->best / sizeof survey->best[0] };
	size_t at = survey->suitable < NAMED ? survey->suitable : NAMED;

	survey->suitable++;
	if (at == NAMED && survey->scores[NAMED - 1] >= score)
		return;
	at = at == NAMED ? NAMED - 1 : at;
	for (; at > 0 && survey->scores[at - 1] < score; at--) {
		survey->scores[at] = survey->scores[at - 1];
		survey->best[at] = survey->best[at - 1];
	}
	survey->scores[at] = score;
	survey->best[at] = guide;
}

static struct survey survey_of(const struct ch_matching *m, size_t learner)
{
	struct survey survey = {.nearest_score = -1};

	for (size_t g = 0; g < m->guides.count; g++) {
		int64_t score;
		enum ch_criterion obstacle = match_obstacle(m, learner, g, &score);

		if (obstacle == CH_NO_CRITERION)
			add_suitable(&survey, g, score);
		else
			survey.removed[obstacle]++;
		if (obstacle == CH_CRITERION_CUT_OFF && score > survey.nearest_score) {
			survey.nearest = g;
			survey.nearest_score = score;
		}
	}
	return survey;
}

static const char *rules_words(const struct ch_matching *m, const struct survey *survey, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_buffer_printf(&out, _("no %s passes the rules: "), match_guide_word(m));
	size_t start = out.length;
	for (int i = CH_NO_CRITERION + 1; i < CH_CRITERION_FIRST_SOFT; i++) {
		const struct ch_criterion_info *info = ch_criterion_info((enum ch_criterion)i);

		if (survey->removed[i] == 0)
			continue;
		ch_buffer_printf(&out, "%s%zu %s", out.length > start ? ", " : "", survey->removed[i], _(info->label));
		add_rules(info, &out);
	}
	const char *words = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return words;
}

static const char *full_words(const struct ch_matching *m, const struct survey *survey, struct ch_arena *arena)
{
	enum { NAMED = sizeof survey->best / sizeof survey->best[0] };
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_buffer_printf(&out, _("no %s who suits has a place left: "), match_guide_word(m));
	for (size_t i = 0; i < survey->suitable && i < NAMED; i++)
		ch_buffer_printf(&out, _("%s%s (score %lld)"), i > 0 ? ", " : "",
				 m->guides.people[survey->best[i]].name, (long long)survey->scores[i]);
	if (survey->suitable > NAMED)
		ch_buffer_printf(&out, _(" and %zu more"), survey->suitable - NAMED);
	ch_buffer_printf(&out, _("; one more place with %s would match one person more"),
			 survey->suitable == 1 ? m->guides.people[survey->best[0]].name : _("any of them"));
	const char *words = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return words;
}

const char *match_left_words(const struct ch_matching *m, size_t learner, const char **code, struct ch_arena *arena)
{
	struct survey survey;

	if (m->guides.count == 0) {
		*code = "no_guides";
		return ch_arena_printf(arena, _("no %s is enrolled in %s"), match_guide_word(m), m->programme.name);
	}
	survey = survey_of(m, learner);
	if (survey.suitable > 0) {
		*code = "places_full";
		return full_words(m, &survey, arena);
	}
	if (survey.removed[CH_CRITERION_CUT_OFF] > 0) {
		*code = "below_cut_off";
		return ch_arena_printf(arena, _("no score reaches the cut-off of %lld: the best is %s with %lld"),
				       (long long)m->cut_off, m->guides.people[survey.nearest].name,
				       (long long)survey.nearest_score);
	}
	*code = "rules";
	return rules_words(m, &survey, arena);
}
