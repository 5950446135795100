/*
 * Setting a goal of a coaching or a focus area of a mentoring, and changing the
 * words of one. For a mentoring the usual areas are offered (R55).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/screen_pairing_parts.h"

enum { AREAS_MAX = 6 };

struct goal_form {
	const struct desk *desk;
	struct ch_pairing pairing;
	int64_t goal_id; /* whose words change; 0: a new one */
	struct ch_arena arena;
};

static void close_form(void *data)
{
	struct goal_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

/* The usual focus areas that what was typed is in. */
static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	const struct goal_form *own = data;
	struct form_candidate *found = ch_arena_array(arena, AREAS_MAX, sizeof(*found));
	const char *wanted = ch_text_search_key(arena, prefix);
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_terms areas;
	size_t count = 0;

	*candidates = found;
	if (own->pairing.kind != CH_KIND_MENTORING || form->entries[index].field.type != CH_TYPE_LINES ||
	    ch_focus_areas(own->desk->c, own->pairing.programme_id, arena, &areas, &ignored) != CH_OK)
		return 0;
	for (size_t i = 0; i < areas.count && count < AREAS_MAX; i++)
		if (strstr(ch_text_search_key(arena, areas.terms[i]), wanted) != NULL)
			found[count++] = (struct form_candidate){.text = areas.terms[i]};
	return count;
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct goal_form *own = data;
	struct ch_goal goal;

	if (own->goal_id != 0) {
		if (ch_goal_word(own->desk->c, own->goal_id, form_value(form, "text"), err) == CH_OK)
			desk_done(app, CH_OK, err, "%s", _("It reads so now; what it was before is kept"));
		return err->status;
	}
	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = own->pairing.pairing_id;
	if (form_day(form, "due_on", &goal.due_on, err) != CH_OK ||
	    ch_goal_add(own->desk->c, &goal, form_value(form, "text"), err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, "%s", _("It is set"));
	return CH_OK;
}

static const struct form_ops goal_ops = {.save = save, .complete = complete, .close = close_form};

/* NULL, and said why, where the pairing cannot be read. */
static struct goal_form *begin(struct app *app, int64_t pairing_id)
{
	struct goal_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;

	if (own == NULL)
		ch_abort("out of memory");
	own->desk = desk_of(app);
	if (ch_pairing_get(own->desk->c, pairing_id, &own->arena, &own->pairing, &err) == CH_OK)
		return own;
	desk_say_error(app, &err);
	close_form(own);
	return NULL;
}

static const struct form_field until_field = {
	.key = "due_on",
	.label = N_("Until"),
	.help = N_("in 6 months, 30 jun; it can stay empty"),
	.type = CH_TYPE_DATE,
	.ahead = true,
};

static struct form_field words_field(int kind)
{
	bool coaching = kind == CH_KIND_COACHING;

	return (struct form_field){
		.key = "text",
		.label = coaching ? N_("Goal") : N_("Focus area"),
		.help = coaching ? N_("A specific aim. Only the two read it")
				 : N_("A theme; " KEY_(COMPLETE) " lists usual ones. Only the two read it"),
		.type = CH_TYPE_LINES,
		.required = true,
		.wording = true};
}

static void open_form(struct app *app, struct goal_form *own, struct form *form, const char *draft, int64_t subject_id)
{
	form_draft_keep_as(app, form, draft, subject_id,
			   desk_pair_name(own->desk, own->pairing.pairing_id, &own->arena));
	form_open(app, form);
}

void goal_form_add(struct app *app, int64_t pairing_id)
{
	struct goal_form *own = begin(app, pairing_id);

	if (own == NULL)
		return;
	const struct form_field fields[] = {words_field(own->pairing.kind), until_field};
	size_t wordless = own->desk->settings.notes == CH_NOTES_OFF ? 1 : 0;
	open_form(app, own,
		  form_new(&goal_ops, own, _("Set a goal or focus area"), own->desk->today, fields + wordless,
			   2 - wordless),
		  "goal.add", pairing_id);
}

void goal_form_word(struct app *app, int64_t goal_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct goal_form *own = NULL;
	enum ch_text_state state;
	struct ch_goal goal;
	const char *text;

	if (ch_goal_get(desk_of(app)->c, goal_id, &arena, &goal, &err) != CH_OK ||
	    ch_pair_text_read(desk_of(app)->c, CH_TEXT_GOAL, goal_id, &arena, &text, &state, &err) != CH_OK)
		desk_say_error(app, &err);
	else if (state == CH_TEXT_OFF)
		app_say(app, "%s", _("This scheme keeps no wording: the two keep that of their goals themselves"));
	else
		own = begin(app, goal.pairing_id);
	if (own != NULL) {
		struct form_field field = words_field(own->pairing.kind);
		struct form *form;

		own->goal_id = goal_id;
		form = form_new(&goal_ops, own, _("Change the words"), own->desk->today, &field, 1);
		form_set(form, "text", text != NULL ? text : "");
		open_form(app, own, form, "goal.word", goal_id);
	}
	ch_arena_release(&arena);
}
