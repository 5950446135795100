/* The fields of the session form, what they mean as they are typed, and opening it. */
#include "tui/screens/log_form.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/screens/log_form_parts.h"

static const struct ch_choice instead[] = {{"", ""},
					   {"no_actions", N_("no actions agreed")},
					   {"kept_by_pair", N_("the pair keeps what was learned")},
					   {NULL, NULL}};

static const struct form_field fact_fields[] = {
	{.key = "pair", .label = N_("Pair"), .help = N_("Any part of a name"), .type = CH_TYPE_ID, .required = true},
	{.key = "session_date",
	 .label = N_("Date"),
	 .help = N_("today, yesterday, mon, -3d, 2 nov all work"),
	 .type = CH_TYPE_DATE},
	{.key = "minutes",
	 .label = N_("Length"),
	 .help = N_("45, 45m, 1h15, 1:15 or 17:30-18:45 all work; empty: the usual length"),
	 .type = CH_TYPE_MINUTES},
	{.key = "medium", .label = N_("How"), .help = N_("How they met"), .type = CH_TYPE_CHOICE},
	{.key = "came",
	 .label = N_("Came"),
	 .help = N_("Take the tick from who did not come: it is then recorded as a no-show"),
	 .type = CH_TYPE_CHOICES},
	{.key = "late",
	 .label = N_("Late"),
	 .help = N_("Who came late; none: both were on time"),
	 .type = CH_TYPE_CHOICES},
};

static const struct form_field wording_fields[] = {
	{.key = "learning",
	 .label = N_("Learned"),
	 .heading = "",
	 .type = CH_TYPE_LINES,
	 .wording = true},
	{.key = "actions",
	 .label = N_("Actions"),
	 .help = N_("One a line, whose and until when: \"Catrin: draft CV @ next fri\""),
	 .type = CH_TYPE_LINES,
	 .wording = true},
	{.key = "instead",
	 .label = N_("Or"),
	 .help = N_("What makes the record complete without words"),
	 .type = CH_TYPE_CHOICES,
	 .choices = instead},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { FIELDS_MAX = COUNT(fact_fields) + COUNT(wording_fields) + REVIEWS_MAX + 2 + LOG_RATINGS_MAX + CH_MOST_HEADINGS };

/* ---- As a form -------------------------------------------------------------------------- */

/* A pair that was named in the form is taken up, so that the draft is about it. */
static void log_settle(struct form *form, void *data)
{
	struct log_form *log = data;
	struct ch_error err = CH_NO_ERROR;

	log_sections_chosen(log, form);
	if (log->finishing || *form_value(form, "pair") == '\0')
		return;
	if (log_pair_read(log, form, &err) != CH_OK)
		form_refuse(form, "pair", err.message, err.key_fix);
	else if (log->session_id == 0)
		form_draft_move(form, log->pairing_id, log->pair);
}

static void date_meaning(const struct log_form *log, const struct form_entry *entry, struct ch_buffer *out)
{
	bool ahead = entry->field.ahead;
	struct ch_error ignored;
	ch_date date;
	char shown[16];

	if (ch_date_parse(entry->input.text.text, log->desk->today, ahead, &date, &ignored) != CH_OK)
		return;
	if (!ahead && date > log->desk->today)
		ch_buffer_printf(out, _("? %s is to come"), ch_date_show(date, log->desk->today, shown));
	else
		ch_buffer_printf(out, "= %s", ch_date_show(date, log->desk->today, shown));
}

/* No reason to refuse it, as facts never are: a pairing may have been begun on paper. */
static void log_lacks(const struct form *form, void *data, struct ch_buffer *out)
{
	const struct log_form *log = data;
	struct ch_error ignored;
	ch_date date;
	int minutes;
	char shown[16];

	if (log->finishing)
		return;
	if (!log_has_code(form, "came", "guide") || !log_has_code(form, "came", "learner")) {
		ch_buffer_add(out, _("that records that they did not meet"));
		return;
	}
	if (ch_date_parse(form_value(form, "session_date"), log->desk->today, false, &date, &ignored) != CH_OK)
		date = log->desk->today;
	if (log->began_on != CH_NO_DATE && date < log->began_on)
		ch_buffer_printf(out, _("that day is before they began, on %s"),
				 ch_date_show(log->began_on, log->desk->today, shown));
	else if (log->ended_on != CH_NO_DATE)
		ch_buffer_printf(out, _("they ended on %s"), ch_date_show(log->ended_on, log->desk->today, shown));
	if (ch_minutes_parse(form_value(form, "minutes"), &minutes, NULL, &ignored) == CH_OK &&
	    ch_session_is_long(minutes))
		ch_buffer_printf(out, "%s%s", out->length > 0 ? "; " : "", _("that is unusually long"));
}

static void log_meaning(const struct form *form, void *data, size_t field, struct ch_buffer *out)
{
	const struct log_form *log = data;
	const struct form_entry *entry = &form->entries[field];

	if (strcmp(entry->field.key, "pair") == 0)
		log_pair_meaning(log, entry->input.text.text, out);
	else if (entry->field.type == CH_TYPE_DATE)
		date_meaning(log, entry, out);
	else if (strcmp(entry->field.key, "actions") == 0)
		action_lines_show(entry->input.text.text, &log->sides, out);
}

static size_t log_complete(const struct form *form, void *data, size_t field, const char *prefix,
			   struct ch_arena *arena, const struct form_candidate **candidates)
{
	if (form->entries[field].field.type != CH_TYPE_ID)
		return 0;
	return log_pair_candidates(data, prefix, arena, candidates);
}

static void log_close(void *data)
{
	struct log_form *log = data;

	ch_arena_release(&log->arena);
	ch_arena_release(&log->typed_arena);
	free(log);
}

static const struct form_ops log_ops = {
	.save = log_form_save,
	.settle = log_settle,
	.meaning = log_meaning,
	.lacks = log_lacks,
	.complete = log_complete,
	.passes = log_asked_passes,
	.close = log_close,
};

/* ---- Opening ---------------------------------------------------------------------------- */

static struct form *log_new(struct app *app, bool finishing, int64_t session_id)
{
	struct log_form *log = calloc(1, sizeof(*log));
	struct form_field fields[FIELDS_MAX] = {0};
	struct form *form;
	size_t count = 0;

	if (log == NULL)
		ch_abort("out of memory");
	*log = (struct log_form){
		.app = app,
		.desk = desk_of(app),
		.finishing = finishing,
		.session_id = session_id,
		.arena = CH_ARENA_EMPTY,
		.sides = {.today = desk_of(app)->today, .wording = desk_of(app)->settings.notes != CH_NOTES_OFF}};
	for (size_t i = 0; !finishing && i < COUNT(fact_fields); i++) {
		fields[count] = fact_fields[i];
		if (strcmp(fields[count].key, "medium") == 0)
			fields[count].choices = ch_field_named(ch_entity_of(CH_SESSION), "medium")->choices;
		count++;
	}
	for (size_t i = log->sides.wording ? 0 : 1; i < COUNT(wording_fields); i++)
		fields[count++] = wording_fields[i];
	log->own_fields = count;
	if (!log->sides.wording)
		fields[count - 2].heading = "";
	form = form_new(&log_ops, log, finishing ? _("Finish the record") : _("Log a session"), log->desk->today,
			fields, FIELDS_MAX);
	form->entry_count = count;
	return form;
}

/* Sets the pair and opens the form; says why where there is no such pair. */
static bool begin(struct app *app, struct form *form, int64_t pairing_id, const char *date)
{
	struct log_form *log = form->data;
	struct ch_error err = CH_NO_ERROR;

	form_set(form, "session_date", date);
	form_set(form, "came", "guide; learner");
	if (log_pair_set(log, form, pairing_id, &err) != CH_OK) {
		form->screen.ops->close(&form->screen, app);
		desk_say_error(app, &err);
		return false;
	}
	form_draft_keep_as(app, form,
			   log->finishing ? "session.finish" : log->session_id != 0 ? "session.held" : "session.log",
			   log->session_id != 0 ? log->session_id : log->pairing_id, log->pair);
	form_open(app, form);
	return true;
}

/* What the line says stands in the form as it was typed; the focus is on the first field that it left open. */
static void fill_from_line(struct form *form, const struct ch_quick_log *line)
{
	if (line->date != NULL)
		form_type(form, "session_date", line->date);
	if (line->length != NULL)
		form_type(form, "minutes", line->length);
	if (line->medium != 0)
		form_type(form, "medium",
			  ch_field_named(ch_entity_of(CH_SESSION), "medium")->choices[line->medium].code);
	if (line->no_actions)
		form_type(form, "instead", "no_actions");
	if (*form_value(form, "pair") == '\0' && *line->who != '\0')
		form_type(form, "pair", line->who);
}

void log_form_open(struct app *app, int64_t pairing_id, const struct ch_quick_log *line)
{
	struct form *form = log_new(app, false, 0);

	if (!begin(app, form, pairing_id, _("today")))
		return;
	if (line != NULL)
		fill_from_line(form, line);
	if (pairing_id != 0)
		form->focus = line != NULL && ch_quick_log_has_facts(line) ? COUNT(fact_fields) : 1;
}

void log_form_open_arranged(struct app *app, int64_t session_id)
{
	struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_session session;
	char date[CH_DATE_SIZE];

	if (ch_session_get(desk->c, session_id, &arena, &session, &err) != CH_OK) {
		desk_say_error(app, &err);
	} else {
		struct form *form = log_new(app, false, session_id);
		bool past = session.session_date < desk->today;

		if (begin(app, form, session.pairing_id, past ? ch_date_iso(session.session_date, date) : _("today")))
			form->focus = 1;
	}
	ch_arena_release(&arena);
}

bool log_form_open_asked(struct app *app, struct ch_session_asked *asked)
{
	struct form *form = log_new(app, asked->finishes, asked->finishes ? asked->given->session_id : 0);
	struct log_form *log = form->data;

	log->asked = asked;
	if (!begin(app, form, asked->pairing_id, _("today")))
		return false;
	log_asked_type(log, form);
	return true;
}

void log_form_finish(struct app *app, int64_t session_id)
{
	struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_session session;

	if (ch_session_get(desk->c, session_id, &arena, &session, &err) != CH_OK)
		desk_say_error(app, &err);
	else
		begin(app, log_new(app, true, session_id), session.pairing_id, "");
	ch_arena_release(&arena);
}
