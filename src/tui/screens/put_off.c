#include "tui/screens/put_off.h"

#include <stdio.h>

#include "chiron/text.h"

static void take(struct app *app, struct put_off *put_off, const struct ch_finding *finding)
{
	*put_off = (struct put_off){.key = {.subject_id = finding->subject_id},
				    .until = CH_NO_DATE,
				    .desk = desk_of(app)};
	snprintf(put_off->check_name, sizeof(put_off->check_name), "%s", finding->check->name);
	snprintf(put_off->title, sizeof(put_off->title), "%s", _(finding->check->title));
	put_off->key.check_name = put_off->check_name;
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
		ch_buffer_add(out, _("fri, +2w, in 10 days and 4 dec all work"));
}

/* ---- Snoozing ---------------------------------------------------------------------------------- */

static enum ch_status snooze_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	const struct put_off *put_off = data;
	struct desk *desk = desk_of(app);
	char shown[16];
	ch_date until;

	if (ch_date_parse(text, desk->today, true, &until, err) != CH_OK ||
	    ch_finding_snooze(desk->c, &put_off->key, until, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("%s: snoozed until %s"), put_off->title,
		  ch_date_show(until, desk->today, shown));
	return CH_OK;
}

static const struct prompt_spec snooze_prompt = {
	.label = N_("Snooze until: "),
	.hint = N_("Enter: off the list until then   Esc: back"),
	.typed = N_("A day, as +1w, fri or 4 dec."),
	.note = day_note,
	.done = snooze_done,
};

void put_off_snooze(struct app *app, struct put_off *put_off, const struct ch_finding *finding)
{
	take(app, put_off, finding);
	prompt_suggest(app, &snooze_prompt, put_off, "+1w");
}

/* ---- Assigning --------------------------------------------------------------------------------- */

static void person_note(void *data, const char *text, struct ch_buffer *out)
{
	const struct desk *desk = ((const struct put_off *)data)->desk;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t id = 0;

	if (ch_text_tidy(&arena, text) == NULL)
		ch_buffer_add(out, _("A name or e-mail; Enter alone: nobody in particular"));
	else if (ch_find(desk->c, CH_PERSON, text, &id, &err) == CH_OK)
		ch_buffer_printf(out, _("= %s   Enter: assign   Esc: back"), desk_name(desk, CH_PERSON, id, &arena));
	else
		ch_buffer_add(out, err.message);
	ch_arena_release(&arena);
}

/* To the first person who fits. */
static void complete_person(struct app *app, void *data, struct field_input *input)
{
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = input->text.text, .limit = 1};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	(void)data;
	if (ch_list_fetch(desk_of(app)->c, &query, &arena, &grid, &ignored) == CH_OK && grid.row_count > 0)
		input_set(input, desk_name(desk_of(app), CH_PERSON, grid.rows[0].id, &arena));
	ch_arena_release(&arena);
}

static enum ch_status assign_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	const struct put_off *put_off = data;
	struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	int64_t id = 0;

	if (ch_text_tidy(&arena, text) != NULL)
		ch_find(desk->c, CH_PERSON, text, &id, err);
	if (err->status == CH_OK)
		ch_finding_assign(desk->c, &put_off->key, id, err);
	if (err->status == CH_OK && id != 0)
		desk_done(app, CH_OK, err, _("%s: %s sees to it"), put_off->title,
			  desk_name(desk, CH_PERSON, id, &arena));
	else if (err->status == CH_OK)
		desk_done(app, CH_OK, err, _("%s: nobody sees to it in particular"), put_off->title);
	ch_arena_release(&arena);
	return err->status;
}

static const struct prompt_spec assign_prompt = {
	.label = N_("Who sees to it: "),
	.hint = N_("Enter: assign   Tab: complete   Esc: back"),
	.note = person_note,
	.tab = complete_person,
	.tab_does = N_("completes the name"),
	.done = assign_done,
};

void put_off_assign(struct app *app, struct put_off *put_off, const struct ch_finding *finding)
{
	take(app, put_off, finding);
	prompt_suggest(app, &assign_prompt, put_off, finding->assigned_to);
}

/* ---- Acknowledging: until when, then why --------------------------------------------------------- */

static enum ch_status reason_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	const struct put_off *put_off = data;
	struct desk *desk = desk_of(app);
	char shown[16];

	if (ch_finding_acknowledge(desk->c, &put_off->key, put_off->until, text, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("%s: acknowledged until %s"), put_off->title,
		  ch_date_show(put_off->until, desk->today, shown));
	return CH_OK;
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

void put_off_acknowledge(struct app *app, struct put_off *put_off, const struct ch_finding *finding)
{
	take(app, put_off, finding);
	prompt_suggest(app, &until_prompt, put_off, "+3m");
}
