/*
 * Proposing pairs: who waits and who guides, what stands between any two, the
 * best assignment (model/match.h), and saving it as one change.
 */
#include "core/match.h"

#include "core/change.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/proposal.h"
#include "core/scheme_private.h"
#include "model/choices.h"
#include "model/match.h"
#include "store/stmt.h"

struct learner {
	struct match_person person;
	size_t removed[MATCH_OBSTACLES]; /* how many guides each obstacle stands before */
	size_t guide;			 /* matched with; MATCH_NOBODY */
};

struct matching {
	struct match_ground ground;
	struct match_line line;
	struct learner *learners;
	size_t learner_count;
	struct match_person *guides;
	size_t guide_count;
	struct match_option *options; /* of learner i: from first[i] up to first[i + 1] */
	size_t *first;
	const char *guide_word; /* "mentor" */
};

/* ---- Who is there ------------------------------------------------------------- */

static enum ch_status read_ids(const struct match_ground *ground, enum statement_id statement, int role,
			       struct id_list *ids, struct ch_error *err)
{
	struct stmt *q = stmt_ready(ground->db, statement);

	stmt_bind_int(q, "programme_id", ground->programme.programme_id);
	stmt_bind_text(q, "role", choices_role[role].code);
	if (stmt_has_parameter(q, "today"))
		stmt_bind_date(q, "today", ground->today);
	return id_list_read(ids, q, "person_id", err);
}

static enum ch_status load_guides(struct matching *m, struct ch_error *err)
{
	int role = ch_kind_guide_role(m->ground.programme.kind);
	struct id_list ids = ID_LIST_EMPTY;
	enum ch_status status = read_ids(&m->ground, SQL_MATCH_GUIDES, role, &ids, err);

	m->guide_word = _(choices_role[role].label);
	m->guide_count = ids.count;
	m->guides = ch_arena_array(m->ground.arena, ids.count, sizeof *m->guides);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		status = match_guide_load(&m->ground, ids.ids[i], &m->guides[i], err);
		m->guides[i].line = match_line_number(&m->line, ids.ids[i]);
	}
	id_list_release(&ids);
	return status;
}

static enum ch_status load_learners(struct matching *m, struct ch_error *err)
{
	int role = ch_kind_learner_role(m->ground.programme.kind);
	struct id_list ids = ID_LIST_EMPTY;
	enum ch_status status = read_ids(&m->ground, SQL_MATCH_LEARNERS, role, &ids, err);

	m->learner_count = ids.count;
	m->learners = ch_arena_array(m->ground.arena, ids.count, sizeof *m->learners);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		status = match_learner_load(&m->ground, ids.ids[i], &m->learners[i].person, err);
		m->learners[i].person.line = match_line_number(&m->line, ids.ids[i]);
	}
	id_list_release(&ids);
	return status;
}

/* ---- Who may be paired with whom ---------------------------------------------- */

static bool has(const struct id_list *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->ids[i] == id)
			return true;
	return false;
}

static bool in_line(const struct matching *m, const struct match_person *a, const struct match_person *b)
{
	if (m->ground.programme.kind != CH_KIND_MENTORING || a->line == PAIR_NOBODY || b->line == PAIR_NOBODY)
		return false;
	return pair_is_above(m->line.managers, m->line.count, a->line, b->line) ||
	       pair_is_above(m->line.managers, m->line.count, b->line, a->line);
}

static enum match_obstacle obstacle_between(const struct matching *m, const struct match_person *guide,
					    const struct match_person *learner, const struct id_list *paired,
					    const struct id_list *declined)
{
	if (guide->person_id == learner->person_id)
		return MATCH_ONESELF;
	if (has(paired, guide->person_id))
		return MATCH_PAIRED;
	if (in_line(m, guide, learner))
		return MATCH_LINE;
	if (!match_share_language(guide, learner))
		return MATCH_LANGUAGE;
	return has(declined, guide->person_id) ? MATCH_DECLINED : MATCH_POSSIBLE;
}

static enum ch_status others_of(const struct matching *m, const struct learner *learner, struct id_list *paired,
				struct id_list *declined, struct ch_error *err)
{
	struct stmt *q = stmt_ready(m->ground.db, SQL_MATCH_PAIRED);

	stmt_bind_int(q, "learner_id", learner->person.person_id);
	TRY(id_list_read(paired, q, "other_id", err));
	q = stmt_ready(m->ground.db, SQL_MATCH_DECLINED);
	stmt_bind_int(q, "learner_id", learner->person.person_id);
	stmt_bind_int(q, "programme_id", m->ground.programme.programme_id);
	return id_list_read(declined, q, "other_id", err);
}

static enum ch_status find_options_of(struct matching *m, struct learner *learner, size_t *count, struct ch_error *err)
{
	struct id_list paired = ID_LIST_EMPTY, declined = ID_LIST_EMPTY;
	enum ch_status status = others_of(m, learner, &paired, &declined, err);

	for (size_t i = 0; status == CH_OK && i < m->guide_count; i++) {
		const struct match_person *guide = &m->guides[i];
		enum match_obstacle obstacle = obstacle_between(m, guide, &learner->person, &paired, &declined);
		if (obstacle != MATCH_POSSIBLE) {
			learner->removed[obstacle]++;
			continue;
		}
		m->options[(*count)++] = (struct match_option){
			.guide = (uint32_t)i, .score = (uint32_t)pair_score(&learner->person.seeks, &guide->offers)};
	}
	id_list_release(&paired);
	id_list_release(&declined);
	return status;
}

static enum ch_status find_options(struct matching *m, struct ch_error *err)
{
	size_t count = 0;

	m->first = ch_arena_array(m->ground.arena, m->learner_count + 1, sizeof *m->first);
	m->options = ch_arena_array(m->ground.arena, m->learner_count, m->guide_count * sizeof *m->options);
	for (size_t i = 0; i < m->learner_count; i++) {
		TRY(find_options_of(m, &m->learners[i], &count, err));
		m->first[i + 1] = count;
	}
	return CH_OK;
}

static enum ch_status solve(struct matching *m, struct ch_error *err)
{
	struct ch_arena *arena = m->ground.arena;
	int64_t *places = ch_arena_array(arena, m->guide_count, sizeof *places);
	int64_t *stakes = ch_arena_array(arena, m->learner_count, sizeof *stakes);
	struct match_solution solution;
	struct match_problem problem = {.learner_count = m->learner_count,
					.guide_count = m->guide_count,
					.places = places,
					.first = m->first,
					.options = m->options,
					.stakes = stakes};

	for (size_t i = 0; i < m->guide_count; i++)
		places[i] = m->guides[i].places.left;
	match_stakes(&problem, NULL, stakes);
	match_solve(&problem, NULL, arena, &solution);
	if (match_check(&problem, &solution, arena) != MATCH_PROVEN)
		return ch_fail(err, CH_INTERNAL,
			       _("the proposed pairs were not proven to be the best; nothing was saved"));
	for (size_t i = 0; i < m->learner_count; i++)
		m->learners[i].guide = solution.guide_of[i];
	return CH_OK;
}

/* ---- What came of it ---------------------------------------------------------- */

static void add_pair(struct matching *m, const struct learner *learner, struct ch_arena *arena,
		     struct ch_match_result *result)
{
	struct match_person *guide = &m->guides[learner->guide];
	int64_t score = pair_score(&learner->person.seeks, &guide->offers);

	guide->places.left--;
	result->score += score;
	result->pairs[result->pair_count++] = (struct ch_match_pair){
		.guide_id = guide->person_id,
		.learner_id = learner->person.person_id,
		.guide_name = ch_arena_copy(arena, guide->name),
		.learner_name = ch_arena_copy(arena, learner->person.name),
		.score = score,
		.reasons = match_reasons(guide, &learner->person, guide->places.left, arena)};
}

/* The guides who passed the rules for learner `l`, the greatest score first, equals in the order of names. */
static const struct match_person **suitable_guides(const struct matching *m, size_t l)
{
	size_t count = m->first[l + 1] - m->first[l];
	const struct match_option *options = m->options + m->first[l];
	const struct match_person **suitable = ch_arena_array(m->ground.arena, count, sizeof *suitable);
	uint32_t *scores = ch_arena_array(m->ground.arena, count, sizeof *scores);

	for (size_t i = 0; i < count; i++) {
		size_t at = i;
		for (; at > 0 && scores[at - 1] < options[i].score; at--) {
			scores[at] = scores[at - 1];
			suitable[at] = suitable[at - 1];
		}
		scores[at] = options[i].score;
		suitable[at] = &m->guides[options[i].guide];
	}
	return suitable;
}

static void add_left(const struct matching *m, size_t l, struct ch_arena *arena, struct ch_match_result *result)
{
	const struct learner *learner = &m->learners[l];
	struct ch_match_left *left = &result->left[result->left_count++];
	size_t suitable = m->first[l + 1] - m->first[l];

	left->learner_id = learner->person.person_id;
	left->learner_name = ch_arena_copy(arena, learner->person.name);
	if (m->guide_count == 0) {
		left->reason_code = "no_guides";
		left->reason = ch_arena_printf(arena, _("no %s is enrolled in %s"), m->guide_word,
					       m->ground.programme.name);
	} else if (suitable == 0) {
		left->reason_code = "rules";
		left->reason = match_obstacles(m->guide_word, learner->removed, arena);
	} else {
		left->reason_code = "places_full";
		left->reason = match_full(m->guide_word, suitable_guides(m, l), suitable, arena);
	}
}

static void tell(struct matching *m, struct ch_arena *arena, struct ch_match_result *result)
{
	*result = (struct ch_match_result){
		.pairs = ch_arena_array(arena, m->learner_count, sizeof *result->pairs),
		.left = ch_arena_array(arena, m->learner_count, sizeof *result->left)};
	for (size_t i = 0; i < m->learner_count; i++) {
		if (m->learners[i].guide == MATCH_NOBODY)
			add_left(m, i, arena, result);
		else
			add_pair(m, &m->learners[i], arena, result);
	}
	for (size_t i = 0; i < m->guide_count; i++)
		if (m->guides[i].places.left > 0)
			result->places_left += m->guides[i].places.left;
}

static enum ch_status propose(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
			      struct ch_match_result *result, struct ch_error *err)
{
	struct ch_arena own = CH_ARENA_EMPTY;
	struct matching m = {0};
	enum ch_status status =
		match_ground_load(&m.ground, c->scheme->db, programme_id, ch_clock_today(&c->clock), &own, err);

	if (status == CH_OK)
		status = match_line_load(&m.ground, &m.line, err);
	if (status == CH_OK)
		status = load_guides(&m, err);
	if (status == CH_OK)
		status = load_learners(&m, err);
	if (status == CH_OK)
		status = find_options(&m, err);
	if (status == CH_OK)
		status = solve(&m, err);
	if (status == CH_OK)
		tell(&m, arena, result);
	ch_arena_release(&own);
	return status;
}

/* ---- Saving ------------------------------------------------------------------- */

static enum ch_status settle_earlier(struct change *change, int64_t programme_id, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_MATCH_TO_SETTLE);

	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_date(q, "today", change->today);
	enum ch_status status = id_list_read(&ids, q, "proposal_id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		struct ch_proposal earlier;
		status = change_get(change, CH_PROPOSAL, ids.ids[i], &earlier, err);
		if (status != CH_OK)
			break;
		bool past = proposal_is_past(&earlier, change->today);
		earlier.state = past ? CH_PROPOSAL_EXPIRED : CH_PROPOSAL_SUPERSEDED;
		status = change_update(change, CH_PROPOSAL, &earlier, err);
	}
	id_list_release(&ids);
	return status;
}

static enum ch_status save(struct change *change, int64_t programme_id, struct ch_match_result *result,
			   struct ch_error *err)
{
	TRY(settle_earlier(change, programme_id, err));
	for (size_t i = 0; i < result->pair_count; i++) {
		struct ch_match_pair *pair = &result->pairs[i];
		struct ch_proposal proposal;

		ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
		proposal.programme_id = programme_id;
		proposal.guide_id = pair->guide_id;
		proposal.learner_id = pair->learner_id;
		proposal.score = pair->score;
		proposal.reasons = pair->reasons;
		TRY(proposal_insert(change, &proposal, err));
		pair->proposal_id = proposal.proposal_id;
	}
	return CH_OK;
}

enum ch_status ch_match_propose(struct ch_context *c, int64_t programme_id, bool dry_run, struct ch_arena *arena,
				struct ch_match_result *result, struct ch_error *err)
{
	struct change change;

	*result = (struct ch_match_result){0};
	if (dry_run) {
		TRY(may(c, CH_OP_PROPOSAL_READ, CH_PROGRAMME, programme_id, err));
		return propose(c, programme_id, arena, result, err);
	}
	TRY(change_begin(&change, c, CH_OP_PROPOSAL_MAKE, CH_PROGRAMME, programme_id, err));
	enum ch_status status = propose(c, programme_id, arena, result, err);
	if (status == CH_OK)
		status = save(&change, programme_id, result, err);
	status = change_end(&change, status, err);
	if (status != CH_OK)
		*result = (struct ch_match_result){0};
	return status;
}
