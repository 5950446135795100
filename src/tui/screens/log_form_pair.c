/* Whom the session form is about: names, what is usual, and the earlier actions, which are fields of their own. */
#include "tui/screens/log_form_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/quick_log.h"

enum { CANDIDATES_MAX = 30 };

static const struct ch_choice reviews[] = {{"", ""},
					   {"leave", N_("leave open")},
					   {"done", N_("done")},
					   {"carried_forward", N_("carry on")},
					   {"dropped", N_("drop")},
					   {NULL, NULL}};

/* ---- The two ------------------------------------------------------------------------ */

static void set_sides(struct log_form *log, const char *guide, const char *learner)
{
	const struct ch_choice sides[4] = {
		{"", ""}, {"guide", guide}, {"learner", learner}, {NULL, NULL}};

	memcpy(log->came, sides, sizeof(sides));
	memcpy(log->late, sides, sizeof(sides));
}

static const char *heading_of(const struct log_form *log, struct ch_arena *arena)
{
	if (log->desk->settings.notes == CH_NOTES_OFF)
		return _("this scheme stores no wording");
	if (log->pairing_id == 0)
		return _("only the two of the pair are shown this");
	return ch_arena_printf(arena, _("only %s and %s are shown this"), log->came[1].label, log->came[2].label);
}

static enum ch_status read_pair(struct log_form *log, struct ch_pairing *pairing, struct ch_error *err)
{
	struct ch_agreement agreement;
	struct ch_person guide, learner;
	struct ch_spell spell;
	struct ch_context *c = log->desk->c;
	struct ch_arena *arena = &log->arena;

	if (ch_pairing_get(c, log->pairing_id, arena, pairing, err) != CH_OK ||
	    ch_person_get(c, pairing->guide_id, arena, &guide, err) != CH_OK ||
	    ch_person_get(c, pairing->learner_id, arena, &learner, err) != CH_OK ||
	    ch_spell_get(c, pairing->spell_id, arena, &spell, err) != CH_OK ||
	    ch_agreement_draft(c, log->pairing_id, arena, &agreement, err) != CH_OK)
		return err->status;
	log->began_on = ch_pairing_began_on(&spell, &agreement);
	log->ended_on = spell.closed_on;
	log->pair = ch_arena_printf(arena, "%s - %s", guide.name, learner.name);
	log->sides.guide = guide.name;
	log->sides.learner = learner.name;
	log->sides.me = c->actor.person_id == 0			? CH_NO_SIDE
			: c->actor.person_id == guide.person_id ? CH_SIDE_GUIDE
								: CH_SIDE_LEARNER;
	log->usual_minutes = agreement.usual_minutes;
	set_sides(log, desk_short_name(&guide, &learner), desk_short_name(&learner, &guide));
	return CH_OK;
}

/* ---- Earlier actions ------------------------------------------------------------------ */

/* What the action says, where the actor may read it; else whose it is. */
static const char *action_label(const struct log_form *log, const struct ch_action *action, struct ch_arena *arena,
				bool *says)
{
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_text_state state;
	const char *text;

	if (ch_pair_text_read(log->desk->c, CH_TEXT_ACTION, action->action_id, arena, &text, &state,
			      &ignored) == CH_OK &&
	    state == CH_TEXT_THERE) {
		*says = true;
		return text;
	}
	*says = false;
	return ch_arena_printf(arena, _("%s's action"), log->came[action->owner].label);
}

/* The same with its day. */
static const char *dated_label(const struct log_form *log, const struct ch_action *action, struct ch_arena *arena)
{
	bool due = action->due_on != CH_NO_DATE;
	char day[16];

	return ch_arena_printf(arena, due ? _("%s's, due %s") : _("%s's, set %s"), log->came[action->owner].label,
			       ch_date_show(due ? action->due_on : action->set_on, log->sides.today, day));
}

/* Those that would look alike are told apart by their days. */
static void tell_apart(struct log_form *log)
{
	bool alike[REVIEWS_MAX] = {false};

	for (size_t i = 0; i < log->review_count; i++)
		for (size_t j = 0; j < log->review_count; j++)
			alike[i] |= i != j && strcmp(log->reviews[i].label, log->reviews[j].label) == 0;
	for (size_t i = 0; i < log->review_count; i++)
		if (alike[i])
			log->reviews[i].label = log->reviews[i].dated;
}

static const char *action_help(const struct log_form *log, const struct ch_action *action, const char *label,
			       struct ch_arena *arena)
{
	const char *owner = action->owner == CH_SIDE_GUIDE ? log->sides.guide : log->sides.learner;
	char due[16], set[16];

	ch_date_show(action->set_on, log->sides.today, set);
	if (action->due_on == CH_NO_DATE)
		return ch_arena_printf(arena, _("%s (%s, set %s): what became of it?"), label, owner, set);
	return ch_arena_printf(arena, _("%s (%s, set %s, due %s): what became of it?"), label, owner, set,
			       ch_date_show(action->due_on, log->sides.today, due));
}

static enum ch_status read_reviews(struct log_form *log, struct ch_error *err)
{
	const struct ch_list_query open = {.list = CH_LIST_ACTIONS,
					   .filter = "state:open",
					   .pairing_id = log->pairing_id,
					   .limit = REVIEWS_MAX};
	struct ch_action action;
	struct ch_grid grid;
	bool says;

	if (ch_list_fetch(log->desk->c, &open, &log->arena, &grid, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < grid.row_count; i++) {
		struct log_review *review = &log->reviews[log->review_count];

		if (ch_action_get(log->desk->c, grid.rows[i].id, &log->arena, &action, err) != CH_OK)
			return err->status;
		if (log->session_id != 0 && action.session_id == log->session_id)
			continue;
		*review = (struct log_review){.action_id = action.action_id};
		snprintf(review->key, sizeof(review->key), "action_%" PRId64, action.action_id);
		review->label = action_label(log, &action, &log->arena, &says);
		review->dated = says ? review->label : dated_label(log, &action, &log->arena);
		review->help = action_help(log, &action, review->label, &log->arena);
		log->review_count++;
	}
	tell_apart(log);
	return CH_OK;
}

/* ---- What was learned before ------------------------------------------------------------ */

/* For the two alone: a coordinator who writes for them is shown nothing. */
static const char *learned_of(const struct log_form *log, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *text = NULL;
	char shown[16];
	ch_date on;

	if (log->pairing_id == 0 || ch_learning_last(log->desk->c, log->pairing_id, log->session_id, arena, &text, &on,
						     &ignored) != CH_OK || text == NULL)
		return _("What was learned, in a few words; it can wait");
	return ch_arena_printf(arena, _("Last time, %s: %s"), ch_date_show(on, log->sides.today, shown), text);
}

/* ---- The fields ------------------------------------------------------------------------ */

static size_t fit_reviews(const struct log_form *log, struct form *form, size_t at)
{
	for (size_t i = 0; i < log->review_count; i++)
		log_entry_set(form, at++,
			  (struct form_field){.key = log->reviews[i].key,
					      .label = log->reviews[i].label,
					      .help = log->reviews[i].help,
					      .heading = i == 0 ? N_("actions from before") : NULL,
					      .type = CH_TYPE_CHOICE,
					      .choices = reviews,
					      .own_label = true},
			  "leave");
	if (log->review_count > 0)
		log_entry_set(form, at++,
			  (struct form_field){.key = "carry_to",
					      .label = N_("Carry on until"),
					      .help = N_("The new date of those carried on: fri, in 2 weeks, 4 dec"),
					      .type = CH_TYPE_DATE,
					      .ahead = true},
			  NULL);
	return at;
}

static void fit_form(struct log_form *log, struct form *form)
{
	char usual[24];

	for (size_t i = 0; i < log->own_fields; i++) {
		struct form_field *field = &form->entries[i].field;

		if (strcmp(field->key, "came") == 0)
			field->choices = log->came;
		else if (strcmp(field->key, "late") == 0)
			field->choices = log->late;
		field->own_choices = field->choices == log->came || field->choices == log->late;
		if (strcmp(field->key, "learning") == 0) {
			field->label = _("Learned");
			field->help = log->learned;
			field->own_label = true;
		}
		if (field->heading != NULL)
			field->heading = log->heading;
	}
	if (log->pairing_id != 0)
		form_set(form, "pair", log->pair);
	if (log->usual_minutes != CH_UNKNOWN && *form_value(form, "minutes") == '\0') {
		snprintf(usual, sizeof(usual), "%" PRId64, log->usual_minutes);
		form_set(form, "minutes", usual);
	}
	log_entries_release(form, log->own_fields);
	form->entry_count = log_sections_fit(
		log, form, log_ratings_fit(log, form, fit_reviews(log, form, log->own_fields)));
}

enum ch_status log_pair_set(struct log_form *log, struct form *form, int64_t pairing_id, struct ch_error *err)
{
	struct ch_pairing pairing;
	enum ch_status status = CH_OK;

	log_sections_keep(log, form);
	ch_arena_reset(&log->arena);
	log->pairing_id = pairing_id;
	log->pair = "";
	log->review_count = 0;
	log->rates_places = log->rates_enjoyment = false;
	log->framework_count = 0;
	log->framework = NULL;
	log->usual_minutes = CH_UNKNOWN;
	log->began_on = log->ended_on = CH_NO_DATE;
	log->sides.guide = _("mentor or coach");
	log->sides.learner = _("mentee or coachee");
	set_sides(log, log->sides.guide, log->sides.learner);
	if (pairing_id != 0)
		status = read_pair(log, &pairing, err);
	if (status == CH_OK && pairing_id != 0)
		status = read_reviews(log, err);
	if (status == CH_OK && pairing_id != 0)
		status = log_sections_read(log, &pairing, err);
	if (status == CH_OK && pairing_id != 0)
		status = log_ratings_read(log, &pairing, err);
	log->heading = heading_of(log, &log->arena);
	log->learned = learned_of(log, &log->arena);
	fit_form(log, form);
	return status;
}

/* ---- Naming it ------------------------------------------------------------------------- */

/* As core finds a pairing, or by any words of the two names. */
static enum ch_status find_pair(const struct log_form *log, const char *text, int64_t *pairing_id,
				struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_status status = ch_find(log->desk->c, CH_PAIRING, text, pairing_id, err);
	const char *names;

	if (status != CH_OK &&
	    ch_quick_log_find(log->desk->c, text, &arena, pairing_id, &names, &ignored) == CH_OK)
		status = CH_OK;
	ch_arena_release(&arena);
	return status;
}

/* "Wen Patel - Chen Okafor #12" is found by the number: of two in several programmes names find both. */
static const char *sought(const char *text)
{
	const char *number = strrchr(text, '#');

	return number != NULL ? number + 1 : text;
}

void log_pair_meaning(const struct log_form *log, const char *text, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t pairing_id;

	if (log->pairing_id != 0 && strcmp(text, log->pair) == 0)
		return;
	if (find_pair(log, sought(text), &pairing_id, &err) != CH_OK)
		ch_buffer_printf(out, "? %s", err.message);
	else
		ch_buffer_printf(out, "= %s", desk_pair_name(log->desk, pairing_id, &arena));
	ch_arena_release(&arena);
}

enum ch_status log_pair_read(struct log_form *log, struct form *form, struct ch_error *err)
{
	const char *text = form_value(form, "pair");
	int64_t pairing_id;

	if (log->pairing_id != 0 && strcmp(text, log->pair) == 0)
		return CH_OK;
	if (find_pair(log, sought(text), &pairing_id, err) != CH_OK ||
	    log_pair_set(log, form, pairing_id, err) != CH_OK)
		return ch_error_field(err, "pair");
	return CH_OK;
}

static const char *cell_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0 && grid->rows[row].cells[i] != NULL)
			return grid->rows[row].cells[i];
	return "";
}

/* The words as a filter that no sign in them can break. */
static const char *filter_of(const char *prefix, struct ch_arena *arena)
{
	char *words = ch_arena_copy(arena, prefix);

	for (char *at = words; *at != '\0'; at++)
		if (strchr("\":<>=,-#", *at) != NULL)
			*at = ' ';
	return ch_arena_printf(arena, "-state:closed %s", words);
}

size_t log_pair_candidates(struct log_form *log, const char *prefix, struct ch_arena *arena,
			   const struct form_candidate **candidates)
{
	const struct ch_list_query query = {.list = CH_LIST_PAIRINGS,
					    .filter = filter_of(prefix, arena),
					    .person_id = log->desk->c->actor.person_id,
					    .limit = CANDIDATES_MAX};
	struct ch_error ignored = CH_NO_ERROR;
	struct form_candidate *found;
	struct ch_grid grid;

	if (ch_list_fetch(log->desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return 0;
	found = ch_arena_array(arena, grid.row_count, sizeof(*found));
	for (size_t i = 0; i < grid.row_count; i++) {
		/* Two who are paired in several programmes are told apart by the number. */
		found[i].text = ch_arena_printf(arena, "%s - %s #%" PRId64, cell_of(&grid, i, "guide"),
						cell_of(&grid, i, "learner"), grid.rows[i].id);
		found[i].note = cell_of(&grid, i, "programme");
	}
	*candidates = found;
	return grid.row_count;
}
