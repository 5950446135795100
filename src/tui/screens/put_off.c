#include "tui/screens/put_off.h"

#include "chiron/text.h"
#include "tui/widgets/marked.h"

void put_off_take(struct put_off *put_off, const struct desk *desk, const struct ch_finding *const *findings,
		  size_t count, struct list *list)
{
	put_off_release(put_off);
	put_off->until = CH_NO_DATE;
	put_off->desk = desk;
	put_off->list = list;
	put_off->count = count;
	put_off->keys = ch_arena_array(&put_off->arena, count, sizeof(*put_off->keys));
	put_off->titles = ch_arena_array(&put_off->arena, count, sizeof(*put_off->titles));
	for (size_t i = 0; i < count; i++) {
		put_off->keys[i].subject_id = findings[i]->subject_id;
		put_off->keys[i].check_name = ch_arena_copy(&put_off->arena, findings[i]->check->name);
		put_off->titles[i] = ch_arena_copy(&put_off->arena, _(findings[i]->check->title));
	}
	if (count == 1 && findings[0]->assigned_to != NULL)
		put_off->assigned_to = ch_arena_copy(&put_off->arena, findings[0]->assigned_to);
}

void put_off_release(struct put_off *put_off)
{
	ch_arena_release(&put_off->arena);
	*put_off = (struct put_off){.arena = CH_ARENA_EMPTY};
}

/* What is done to each of them. */
struct doing {
	const struct put_off *put_off;
	enum ch_status (*one)(const struct doing *doing, const struct ch_finding_key *key, struct ch_error *err);
	ch_date until;
	struct ch_assignee to;
	const char *reason;
};

static enum ch_status do_one(void *data, int64_t number, struct ch_error *err)
{
	const struct doing *doing = data;

	return doing->one(doing, &doing->put_off->keys[number], err);
}

/* Does it to all of them; `done` says what, as "snoozed until Mon 30 Nov". */
static enum ch_status do_all(struct app *app, struct put_off *put_off, struct doing *doing, const char *done,
			     struct ch_error *err)
{
	int64_t *numbers = ch_arena_array(&put_off->arena, put_off->count, sizeof(*numbers));
	struct marked marked;

	for (size_t i = 0; i < put_off->count; i++)
		numbers[i] = (int64_t)i;
	doing->put_off = put_off;
	marked = marked_each(numbers, put_off->count, do_one, doing);
	if (marked.done == 0) {
		*err = marked.why;
		return err->status;
	}
	list_unmark(put_off->list);
	if (put_off->count == 1)
		desk_done(app, CH_OK, err, "%s: %s", put_off->titles[0], done);
	else
		marked_tell(app, &marked, done, put_off->titles[marked.first]);
	return CH_OK;
}

static void day_note(void *data, const char *text, struct ch_buffer *out)
{
	const struct desk *desk = ((const struct put_off *)data)->desk;
	struct ch_error err = CH_NO_ERROR;
	char shown[16];
	ch_date date;

	if (ch_date_parse(text, desk->today, true, &date, &err) == CH_OK)
		ch_buffer_printf(out, _("= %s   Enter: so be it   Esc: back"), ch_date_show(date, desk->today, shown));
	else
		ch_buffer_add(out, _("fri, 2 weeks, next month and 4 dec all work"));
}

/* ---- Snoozing ---------------------------------------------------------------------------------- */

static enum ch_status snooze_one(const struct doing *doing, const struct ch_finding_key *key, struct ch_error *err)
{
	return ch_finding_snooze(doing->put_off->desk->c, key, doing->until, err);
}

static enum ch_status snooze_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct put_off *put_off = data;
	struct doing doing = {.one = snooze_one};
	char shown[16];

	if (ch_date_parse(text, put_off->desk->today, true, &doing.until, err) != CH_OK)
		return err->status;
	return do_all(app, put_off, &doing,
		      ch_arena_printf(&put_off->arena, _("snoozed until %s"),
				      ch_date_show(doing.until, put_off->desk->today, shown)),
		      err);
}

static const struct prompt_spec snooze_prompt = {
	.label = N_("Snooze until: "),
	.hint = N_("Enter: off the list until then   Esc: back"),
	.typed = N_("A day, as +1w, fri or 4 dec."),
	.note = day_note,
	.done = snooze_done,
};

void put_off_snooze(struct app *app, struct put_off *put_off)
{
	prompt_suggest(app, &snooze_prompt, put_off, "+1w");
}

/* ---- Assigning --------------------------------------------------------------------------------- */

static void assignee_note(void *data, const char *text, struct ch_buffer *out)
{
	const struct desk *desk = ((const struct put_off *)data)->desk;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_assignee to;

	if (ch_text_tidy(&arena, text) == NULL)
		ch_buffer_add(out, _("A coordinator or a person; Enter alone: nobody in particular"));
	else if (ch_assignee_find(desk->c, text, &to, &err) == CH_OK)
		ch_buffer_printf(out, _("= %s   Enter: assign   Esc: back"), ch_assignee_name(desk->c, to, &arena));
	else
		ch_buffer_add(out, err.message);
	ch_arena_release(&arena);
}

/* To the first who fits, of the coordinators before the people. */
static void complete_assignee(struct app *app, void *data, struct field_input *input)
{
	static const enum ch_list_id lists[] = {CH_LIST_COORDINATORS, CH_LIST_PEOPLE};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid = {0};
	size_t i = 0;

	(void)data;
	for (; i < sizeof(lists) / sizeof(lists[0]) && grid.row_count == 0; i++) {
		const struct ch_list_query query = {.list = lists[i], .filter = input->text.text, .limit = 1};

		if (ch_list_fetch(desk_of(app)->c, &query, &arena, &grid, &ignored) != CH_OK)
			grid.row_count = 0;
	}
	if (grid.row_count > 0) {
		struct ch_assignee to = {0};

		*(i == 1 ? &to.coordinator_id : &to.person_id) = grid.rows[0].id;
		input_set(input, ch_assignee_name(desk_of(app)->c, to, &arena));
	}
	ch_arena_release(&arena);
}

static enum ch_status assign_one(const struct doing *doing, const struct ch_finding_key *key, struct ch_error *err)
{
	return ch_finding_assign(doing->put_off->desk->c, key, doing->to, err);
}

static enum ch_status assign_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct put_off *put_off = data;
	struct doing doing = {.one = assign_one};
	struct ch_arena *arena = &put_off->arena;
	bool nobody = ch_text_tidy(arena, text) == NULL;

	if (!nobody && ch_assignee_find(put_off->desk->c, text, &doing.to, err) != CH_OK)
		return err->status;
	return do_all(app, put_off, &doing,
		      nobody ? _("given to nobody in particular")
			     : ch_arena_printf(arena, _("given to %s"),
					       ch_assignee_name(put_off->desk->c, doing.to, arena)),
		      err);
}

static const struct prompt_spec assign_prompt = {
	.label = N_("Who sees to it: "),
	.hint = N_("Enter: assign   Tab: complete   Esc: back"),
	.note = assignee_note,
	.tab = complete_assignee,
	.tab_does = N_("completes the name"),
	.done = assign_done,
};

void put_off_assign(struct app *app, struct put_off *put_off)
{
	prompt_suggest(app, &assign_prompt, put_off, put_off->assigned_to);
}

/* ---- Acknowledging: until when, then why --------------------------------------------------------- */

static enum ch_status acknowledge_one(const struct doing *doing, const struct ch_finding_key *key,
				      struct ch_error *err)
{
	return ch_finding_acknowledge(doing->put_off->desk->c, key, doing->until, doing->reason, err);
}

static enum ch_status reason_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct put_off *put_off = data;
	struct doing doing = {.one = acknowledge_one, .until = put_off->until, .reason = text};
	char shown[16];

	return do_all(app, put_off, &doing,
		      ch_arena_printf(&put_off->arena, _("acknowledged until %s"),
				      ch_date_show(doing.until, put_off->desk->today, shown)),
		      err);
}

static const struct prompt_spec reason_prompt = {
	.label = N_("Why it is all right: "),
	.hint = N_("Enter: acknowledge   Esc: back"),
	.done = reason_done,
};

static enum ch_status until_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct put_off *put_off = data;

	if (ch_date_parse(text, desk_of(app)->today, true, &put_off->until, err) != CH_OK)
		return err->status;
	prompt_open(app, &reason_prompt, put_off, NULL, NULL);
	return CH_OK;
}

static const struct prompt_spec until_prompt = {
	.label = N_("Acknowledge until: "),
	.hint = N_("Enter: then why   Esc: back"),
	.typed = N_("A day, as +1w, fri or 4 dec."),
	.note = day_note,
	.done = until_done,
};

void put_off_acknowledge(struct app *app, struct put_off *put_off)
{
	prompt_suggest(app, &until_prompt, put_off, "+3m");
}
