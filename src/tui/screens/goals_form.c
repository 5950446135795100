/* Two fields for each goal: how far, and how much it matters. Only what was changed is saved. */
#include "tui/screens/goals_form.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"

enum { GOALS_MAX = 20, KEY_SIZE = 32 };

static const struct ch_choice levels[] = {{"", ""},
					  {"-2", N_("-2 much less")},
					  {"-1", N_("-1 less")},
					  {"0", N_("0 as expected")},
					  {"+1", N_("+1 more")},
					  {"+2", N_("+2 much more")},
					  {NULL, NULL}};

struct goals_form {
	struct desk *desk;
	struct ch_arena arena;
	int64_t ids[GOALS_MAX];
	char level_keys[GOALS_MAX][KEY_SIZE], weight_keys[GOALS_MAX][KEY_SIZE];
	size_t count;
};

static bool was_changed(const struct form *form, const char *key)
{
	const struct form_entry *entry = form_entry_named(form, key);

	return entry != NULL && strcmp(entry->input.text.text, entry->was.text) != 0;
}

static enum ch_status save_goal(struct goals_form *own, const struct form *form, size_t at, struct ch_error *err)
{
	const char *level = form_value(form, own->level_keys[at]), *weight = form_value(form, own->weight_keys[at]);
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_GOAL), "weight");
	struct ch_goal goal = {.weight = CH_UNKNOWN};

	if (!was_changed(form, own->level_keys[at]) && !was_changed(form, own->weight_keys[at]))
		return CH_OK;
	if (*level == '\0') {
		ch_fail_field(err, own->level_keys[at], "%s", _("how far it was attained is not said"));
		return ch_error_fix(err, "%s", _("choose a level; 0 is as expected"));
	}
	if (ch_field_set(field, &goal, weight, own->desk->today, &own->arena, err) != CH_OK)
		return ch_error_field(err, own->weight_keys[at]);
	return ch_goal_rate(own->desk->c, own->ids[at], strtol(level, NULL, 10), goal.weight, err);
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct goals_form *own = data;

	for (size_t i = 0; i < own->count; i++)
		if (save_goal(own, form, i, err) != CH_OK)
			return err->status;
	desk_done(app, CH_OK, err, "%s", _("It is kept; the two of you alone see it"));
	return CH_OK;
}

static void close_form(void *data)
{
	struct goals_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops goals_ops = {.save = save, .close = close_form};

/* The goal in its own words, where there are any. */
static const char *label_of(struct goals_form *own, int64_t goal_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_text_state state;
	const char *text;

	if (ch_pair_text_read(own->desk->c, CH_TEXT_GOAL, goal_id, &own->arena, &text, &state, &ignored) == CH_OK &&
	    text != NULL)
		return text;
	return ch_arena_printf(&own->arena, _("Goal %" PRId64), goal_id);
}

static enum ch_status read_goals(struct goals_form *own, int64_t pairing_id, struct ch_goal goals[GOALS_MAX],
				 struct ch_error *err)
{
	const struct ch_list_query query = {.list = CH_LIST_GOALS, .pairing_id = pairing_id, .limit = GOALS_MAX};
	struct ch_pairing pairing;
	struct ch_grid grid;

	if (ch_pairing_get(own->desk->c, pairing_id, &own->arena, &pairing, err) != CH_OK ||
	    ch_list_fetch(own->desk->c, &query, &own->arena, &grid, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < grid.row_count; i++) {
		struct ch_goal *goal = &goals[own->count];

		if (ch_goal_get(own->desk->c, grid.rows[i].id, &own->arena, goal, err) != CH_OK)
			return err->status;
		if (goal->spell_id != pairing.spell_id || goal->state == CH_GOAL_DROPPED)
			continue;
		own->ids[own->count] = goal->goal_id;
		snprintf(own->level_keys[own->count], KEY_SIZE, "level_%" PRId64, goal->goal_id);
		snprintf(own->weight_keys[own->count], KEY_SIZE, "weight_%" PRId64, goal->goal_id);
		own->count++;
	}
	return CH_OK;
}

static size_t make_fields(struct goals_form *own, struct form_field *fields)
{
	size_t count = 0;

	for (size_t i = 0; i < own->count; i++) {
		fields[count++] = (struct form_field){
			.key = own->level_keys[i],
			.label = label_of(own, own->ids[i]),
			.help = _("How far it was attained, beside what the two of you expected"),
			.heading = i == 0 ? N_("only the two of you are shown this") : NULL,
			.type = CH_TYPE_CHOICE,
			.choices = levels,
			.wording = true,
			.own_label = true};
		fields[count++] = (struct form_field){.key = own->weight_keys[i],
						      .label = N_("its weight"),
						      .help = N_("1 to 9: how much it matters beside the others"),
						      .type = CH_TYPE_NUMBER,
						      .wording = true};
	}
	return count;
}

void goals_form_open(struct app *app, int64_t pairing_id)
{
	struct goals_form *own = calloc(1, sizeof(*own));
	struct form_field fields[2 * GOALS_MAX];
	struct ch_goal goals[GOALS_MAX];
	struct ch_error err = CH_NO_ERROR;
	char text[24];

	if (own == NULL)
		ch_abort("out of memory");
	own->desk = desk_of(app);
	if (read_goals(own, pairing_id, goals, &err) != CH_OK || own->count == 0) {
		if (err.status != CH_OK)
			desk_say_error(app, &err);
		else
			app_say(app, "%s", _("The two have set no goal yet; " KEY_(GOAL) " sets one"));
		close_form(own);
		return;
	}
	struct form *form = form_new(&goals_ops, own, _("How far the goals were attained"), own->desk->today, fields,
				     make_fields(own, fields));

	for (size_t i = 0; i < own->count; i++) {
		snprintf(text, sizeof(text), goals[i].attained > 0 ? "+%" PRId64 : "%" PRId64, goals[i].attained);
		form_set(form, own->level_keys[i], goals[i].attained == CH_UNKNOWN ? "" : text);
		snprintf(text, sizeof(text), "%" PRId64, goals[i].weight == CH_UNKNOWN ? 1 : goals[i].weight);
		form_set(form, own->weight_keys[i], text);
	}
	form_draft_keep_as(app, form, "goal.rate", pairing_id, desk_pair_name(own->desk, pairing_id, &own->arena));
	form_open(app, form);
}
