/* Accepting proposals: for both or for one side, one, those marked or all. */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/override.h"
#include "tui/screens/ready_question.h"
#include "tui/screens/proposal_moves.h"
#include "tui/screens/screen_pairing_parts.h"

/* What is being accepted, from the first question to the last. */
struct accepting {
	struct ch_context *c;
	struct ch_arena arena;
	struct list *list; /* lies below the question; its marks go when it is done */
	int64_t programme_id;
	int kind;
	int64_t most; /* points that a pair could have: where 0, none shares less than another */
	enum ch_initiator by;
	int64_t *ids;
	size_t count;
	int64_t *unready; /* whose learners have not been found ready (R15) */
	size_t unready_count, tried, made, said;
	int64_t pairing_id; /* the last one made */
	bool ready; /* that they are is said now */
	struct ch_error first; /* what else was refused, */
	int64_t refused;       /* of which */
};

const char *proposals_side_word(int kind, bool guide)
{
	bool mentoring = kind == CH_KIND_MENTORING;

	return guide ? (mentoring ? _("mentor") : _("coach")) : (mentoring ? _("mentee") : _("coachee"));
}

static void free_accepting(struct accepting *accepting)
{
	ch_arena_release(&accepting->arena);
	free(accepting);
}

/* ---- Doing it ---- */

/* One yes of one pair: who is asked next. */
static void say_one_side(struct app *app, const struct accepting *accepting)
{
	bool guide = accepting->by == CH_BY_GUIDE;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	const char *guide_name, *learner_name;

	if (accepting->said > 1)
		app_say(app, _("%zu times the %s says yes; the other side is still to be asked"), accepting->said,
			proposals_side_word(accepting->kind, guide));
	else if (ch_proposal_names(desk_of(app)->c, accepting->ids[0], &arena, &guide_name, &learner_name, &ignored) ==
		 CH_OK)
		app_say(app, _("%s says yes; %s is still to be asked"), guide ? guide_name : learner_name,
			guide ? learner_name : guide_name);
	ch_arena_release(&arena);
}

/* ---- One that a rule refuses: all the same ---- */

struct accepted_again {
	int64_t proposal_id;
	enum ch_initiator by;
	bool ready;
};

static enum ch_status accept(struct ch_context *c, const struct accepted_again *again, int64_t *pairing_id,
			     struct ch_error *err)
{
	const struct ch_said said = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};

	c->learner_ready = again->ready ? &said : NULL;
	ch_proposal_accept(c, again->proposal_id, again->by, pairing_id, err);
	c->learner_ready = NULL;
	return err->status;
}

static enum ch_status accept_again(struct app *app, void *data, struct ch_error *err)
{
	int64_t pairing_id = 0;

	if (accept(desk_of(app)->c, data, &pairing_id, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, "%s",
		  pairing_id != 0 ? _("The pair is made. In 3 Pairs, " KEY_(AGREE) " records what the two agree")
				  : _("The yes is recorded; the other side is still to be asked"));
	if (pairing_id != 0)
		desk_point_out(app, CH_AT_PAIRING, pairing_id);
	return CH_OK;
}

/* Whether a reason is asked for. */
static bool ask_reason(struct app *app, const struct accepting *accepting)
{
	struct accepted_again *again = malloc(sizeof(*again));
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR, err = accepting->first;
	const char *guide = "", *learner = "";
	int64_t id = accepting->refused;

	if (again == NULL)
		ch_abort("out of memory");
	*again = (struct accepted_again){id, accepting->by, accepting->ready};
	ch_proposal_names(desk_of(app)->c, id, &arena, &guide, &learner, &ignored);
	const struct override_request request = {.draft = "proposal.accept",
						 .subject_id = id,
						 .about = ch_arena_printf(&arena, "%s - %s", guide, learner),
						 .retry = accept_again,
						 .data = again};
	bool asked = override_ask(app, &request, &err);

	if (!asked)
		free(again);
	ch_arena_release(&arena);
	return asked;
}

static void say_accepted(struct app *app, const struct accepting *accepting, size_t tried)
{
	size_t made = accepting->made, done = made + accepting->said;
	const struct ch_error *first = &accepting->first;

	app_changed(app);
	if (first->status != CH_OK && tried == 1 && ask_reason(app, accepting))
		return;
	if (first->status != CH_OK && tried == 1)
		desk_say_error(app, first);
	else if (first->status != CH_OK)
		app_say(app, _("%zu pairs made, %zu not: %s"), made, tried - done, first->message);
	else if (made == 0)
		say_one_side(app, accepting);
	else
		app_say(app, made == 1 ? _("The pair is made. In 3 Pairs, " KEY_(AGREE) " records what the two agree")
				       : _("%zu pairs are made. In 3 Pairs, " KEY_(AGREE) " records what each agrees"),
			made);
	if (made == 1 && tried == 1)
		desk_point_out(app, CH_AT_PAIRING, accepting->pairing_id);
}

/* Whether it is done; an R15 that is left is asked about. */
static void accept_one(struct accepting *accepting, int64_t id, bool ready)
{
	const struct accepted_again given = {id, accepting->by, ready};
	struct ch_error err = CH_NO_ERROR;
	int64_t pairing_id = 0;
	enum ch_status status = accept(accepting->c, &given, &pairing_id, &err);

	if (status == CH_OK && pairing_id != 0) {
		accepting->made++;
		accepting->pairing_id = pairing_id;
	} else if (status == CH_OK) {
		accepting->said++;
	} else if (strcmp(err.rule, "R15") == 0 && !ready) {
		accepting->unready[accepting->unready_count++] = id;
	} else if (accepting->first.status == CH_OK) {
		accepting->first = err;
		accepting->refused = id;
	}
}

/* One by one: a pair that is refused now stays proposed, and the others are made; so it is with those not come to. */
static enum ch_status accept_each(void *data, struct ch_error *err)
{
	struct accepting *accepting = data;
	const int64_t *ids = accepting->ready ? accepting->unready : accepting->ids;
	size_t count = accepting->ready ? accepting->unready_count : accepting->count;

	for (size_t i = 0; i < count; i++) {
		if (ch_work_look(accepting->c->work, (int64_t)i, (int64_t)count, err) != CH_OK)
			return err->status;
		accept_one(accepting, ids[i], accepting->ready);
		accepting->tried++;
	}
	return CH_OK;
}

static enum ch_status accept_as_work(struct app *app, struct accepting *accepting, bool ready)
{
	static const struct work_spec spec = {.label = N_("Making pairs"), .unit = N_("pairs")};
	struct ch_error err = CH_NO_ERROR;

	accepting->ready = ready;
	accepting->tried = ready ? accepting->tried - accepting->unready_count : 0;
	return desk_work(app, &spec, accept_each, accepting, &err);
}

static void ready_answered(struct app *app, void *data, char letter)
{
	struct accepting *accepting = data;

	if (letter == 'y')
		accept_as_work(app, accepting, true);
	else
		accepting->tried -= accepting->unready_count;
	if (accepting->tried > 0)
		say_accepted(app, accepting, accepting->tried);
	free_accepting(accepting);
}

static void accept_them(struct app *app, struct accepting *accepting)
{
	enum ch_status status;

	accepting->unready = ch_arena_array(&accepting->arena, accepting->count, sizeof(*accepting->unready));
	status = accept_as_work(app, accepting, false);
	list_unmark(accepting->list);
	app_changed(app);
	if (status == CH_STOPPED) {
		app_say(app, _("Stopped: %zu pairs are made, the others stay proposed"), accepting->made);
		free_accepting(accepting);
		return;
	}
	if (accepting->unready_count > 0) {
		ready_ask(app, accepting->unready_count, ready_answered, accepting);
		return;
	}
	say_accepted(app, accepting, accepting->tried);
	free_accepting(accepting);
}

/* ---- Pairs that share nothing ---- */

static bool is_bare(struct app *app, const struct accepting *accepting, int64_t id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_proposal proposal;
	bool bare = accepting->most > 0 &&
		    ch_proposal_get(desk_of(app)->c, id, &arena, &proposal, &ignored) == CH_OK && proposal.score == 0;

	ch_arena_release(&arena);
	return bare;
}

static void bare_answered(struct app *app, void *data, char letter)
{
	struct accepting *accepting = data;
	size_t kept = 0;

	if (letter != 'o' && letter != 'e') {
		free_accepting(accepting);
		return;
	}
	for (size_t i = 0; i < accepting->count; i++)
		if (letter == 'e' || !is_bare(app, accepting, accepting->ids[i]))
			accepting->ids[kept++] = accepting->ids[i];
	accepting->count = kept;
	if (kept > 0) {
		accept_them(app, accepting);
		return;
	}
	app_say(app, "%s", _("None of them is accepted"));
	free_accepting(accepting);
}

/* Of several, those for which nothing speaks are told, and left out unless they are asked for. */
static void accept_several(struct app *app, struct accepting *accepting)
{
	size_t bare = 0;
	const char *guide, *learner;
	struct ch_error ignored = CH_NO_ERROR;
	int64_t last = 0;

	for (size_t i = 0; i < accepting->count; i++)
		if (is_bare(app, accepting, accepting->ids[i])) {
			last = accepting->ids[i];
			bare++;
		}
	if (bare == 0)
		accept_them(app, accepting);
	else if (bare == 1 && ch_proposal_names(desk_of(app)->c, last, &accepting->arena, &guide, &learner, &ignored) ==
				      CH_OK)
		question_ask(app, "oen", bare_answered, accepting,
			     _("%s and %s share nothing that counts. [o]nly the others [e]very pair [n]one"), learner,
			     guide);
	else
		question_ask(app, "oen", bare_answered, accepting,
			     _("%zu pairs share nothing that counts. [o]nly the others [e]very pair [n]one"), bare);
}

/* Everything proposed, not only what is on the screen. */
static bool take_all(struct app *app, struct accepting *accepting)
{
	struct ch_list_query query = {.list = CH_LIST_PROPOSALS,
				      .filter = "state:drafted,approved",
				      .programme_id = accepting->programme_id};
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;

	if (ch_list_fetch(desk_of(app)->c, &query, &accepting->arena, &grid, &err) != CH_OK) {
		desk_say_error(app, &err);
		return false;
	}
	accepting->ids = ch_arena_array(&accepting->arena, grid.row_count, sizeof(*accepting->ids));
	for (size_t i = 0; i < grid.row_count; i++)
		accepting->ids[i] = grid.rows[i].id;
	accepting->count = grid.row_count;
	return true;
}

/* ---- Asking ---- */

static void accept_answered(struct app *app, void *data, char letter)
{
	struct accepting *accepting = data;

	if (letter == QUESTION_NO || letter == 'n' || (letter == 'a' && !take_all(app, accepting))) {
		free_accepting(accepting);
		return;
	}
	accepting->by = letter == 'm' || letter == 'c' ? CH_BY_GUIDE : letter == 'e' ? CH_BY_LEARNER : CH_BY_BOTH;
	if (accepting->count > 1 && accepting->by == CH_BY_BOTH)
		accept_several(app, accepting);
	else
		accept_them(app, accepting);
}

/* "m[e]ntee"; "[e] friend" where the scheme's word has no such letter */
static const char *with_letter(const char *word, char letter, struct ch_arena *arena)
{
	const char *at = strchr(word, letter);

	if (at == NULL || (at > word && !isascii((unsigned char)at[-1])))
		return ch_arena_printf(arena, "[%c] %s", letter, word);
	return ch_arena_printf(arena, "%.*s[%c]%s", (int)(at - word), word, letter, at + 1);
}

static void ask(struct app *app, struct accepting *accepting, bool marked)
{
	bool mentoring = accepting->kind == CH_KIND_MENTORING;
	struct ch_arena *arena = &accepting->arena;
	const char *sides = ch_arena_printf(
		arena, "%s %s", with_letter(proposals_side_word(accepting->kind, true), mentoring ? 'm' : 'c', arena),
		with_letter(proposals_side_word(accepting->kind, false), 'e', arena));
	const char *guide, *learner;
	struct ch_error err = CH_NO_ERROR;

	if (marked)
		question_ask(app, mentoring ? "ymen" : "ycen", accept_answered, accepting,
			     _("Who accepts the %zu marked? [y] both %s [n]o"), accepting->count, sides);
	else if (ch_proposal_names(desk_of(app)->c, accepting->ids[0], &accepting->arena, &guide, &learner, &err) ==
		 CH_OK)
		question_ask(app, mentoring ? "ymean" : "ycean", accept_answered, accepting,
			     _("Who accepts %s with %s? [y] both %s [a]ll [n]o"), learner, guide,
			     sides);
	else
		free_accepting(accepting);
}

static struct accepting *new_accepting(struct ch_context *c, struct list *list, const int64_t *ids, size_t count)
{
	struct accepting *accepting = calloc(1, sizeof(*accepting));

	if (accepting == NULL)
		ch_abort("out of memory");
	accepting->c = c;
	accepting->arena = CH_ARENA_EMPTY;
	accepting->first = CH_NO_ERROR;
	accepting->list = list;
	accepting->count = count;
	accepting->ids = ch_arena_array(&accepting->arena, count, sizeof(*accepting->ids));
	memcpy(accepting->ids, ids, count * sizeof(*ids));
	return accepting;
}

void proposals_accept(struct app *app, const struct proposals_chosen *chosen, int64_t most)
{
	struct accepting *accepting = new_accepting(desk_of(app)->c, chosen->list, chosen->ids, chosen->count);

	accepting->programme_id = chosen->programme_id;
	accepting->kind = chosen->kind;
	accepting->most = most;
	ask(app, accepting, chosen->marked);
}

void proposals_accept_own(struct app *app, const struct proposals_chosen *chosen)
{
	struct accepting *accepting = new_accepting(desk_of(app)->c, chosen->list, chosen->ids, chosen->count);
	const struct ch_context *c = desk_of(app)->c;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_proposal proposal;

	accepting->kind = chosen->kind;
	if (ch_proposal_get(desk_of(app)->c, chosen->ids[0], &accepting->arena, &proposal, &ignored) == CH_OK)
		accepting->by = c->actor.person_id == proposal.guide_id ? CH_BY_GUIDE : CH_BY_LEARNER;
	accept_them(app, accepting);
}
