/* The prompt of the quick log. A line that was not entered is a draft, there again when L is next pressed there. */
#include <string.h>

#include "tui/screens/log_form.h"
#include "tui/screens/log_memory.h"
#include "chiron/quick_log.h"
#include "tui/screens/screens.h"

/* A line, and the pair it is for. */
struct reading {
	struct ch_arena arena;
	struct ch_quick_log line;
	int64_t pairing_id; /* 0: none is named, or none is found */
	const char *names;
};

/* The pair that the line names; where it names none, the one the prompt was opened for. */
static enum ch_status read_line(const struct log_memory *memory, const char *text, struct reading *r,
				struct ch_error *err)
{
	const struct desk *desk = memory->desk;

	if (ch_quick_log_parse(text, desk->today, memory->pairing_id != 0, &r->arena, &r->line, err) != CH_OK)
		return err->status;
	if (*r->line.who != '\0')
		return ch_quick_log_find(desk->c, r->line.who, &r->arena, &r->pairing_id, &r->names, err);
	r->pairing_id = memory->pairing_id;
	r->names = desk_pair_name(desk, memory->pairing_id, &r->arena);
	return CH_OK;
}

static void show_note(void *data, const char *text, struct ch_buffer *out)
{
	const struct log_memory *memory = data;
	struct reading r = {.arena = CH_ARENA_EMPTY};
	struct ch_error err = CH_NO_ERROR;

	if (read_line(memory, text, &r, &err) != CH_OK) {
		ch_buffer_printf(out, "? %s", err.message);
	} else if (r.pairing_id != 0) {
		ch_buffer_printf(out, "%s: ", r.names);
		if (ch_quick_log_has_facts(&r.line))
			ch_quick_log_show(&r.line, memory->desk->today, out);
		else
			ch_buffer_add(out, _("45 video yesterday   Enter, Tab: the form"));
	} else if (*text != '\0') {
		ch_buffer_add(out, _("? for whom"));
	}
	ch_arena_release(&r.arena);
}

static enum ch_status save(struct app *app, const struct reading *r, struct ch_error *err)
{
	struct ch_session session;
	struct ch_session_logged logged;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = r->pairing_id;
	session.session_date = r->line.on;
	session.medium = r->line.medium;
	session.no_actions = r->line.no_actions ? CH_YES : CH_UNSAID;
	if (r->line.minutes > 0)
		session.minutes = r->line.minutes;
	if (r->line.starts_at >= 0)
		session.starts_at = r->line.starts_at;
	if (ch_session_log(desk_of(app)->c, &session, NULL, &logged, err) != CH_OK)
		return err->status;
	log_form_say(app, r->pairing_id, &logged);
	return CH_OK;
}

/* ---- What is half typed ------------------------------------------------------------------ */

#define DRAFT_FORM "session.quick"

/* Keeps the line as a draft about the pairing that the prompt was opened for; an empty one drops it. */
static void keep_line(struct app *app, void *data, const char *text)
{
	const struct log_memory *memory = data;
	const struct ch_draft_text line = {.key = "line", .text = text, .was = ""};
	struct ch_draft draft = {.form = DRAFT_FORM, .subject_id = memory->opened_for, .texts = &line, .text_count = 1};
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft before;
	bool whole;

	draft.title = ch_arena_printf(&arena, _("Quick log: %s"), text);
	if (*text != '\0')
		ch_draft_keep(c, &draft, &arena, &whole, &ignored);
	else if (ch_draft_find(c, DRAFT_FORM, memory->opened_for, &arena, &before, &ignored) == CH_OK)
		ch_draft_drop(c, before.draft_id, &ignored);
	ch_arena_release(&arena);
}

/* The line that was left there, in `arena`; NULL: none. */
static const char *kept_line(const struct desk *desk, int64_t opened_for, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	if (ch_draft_find(desk->c, DRAFT_FORM, opened_for, arena, &draft, &ignored) != CH_OK || draft.text_count == 0)
		return NULL;
	return draft.texts[0].text;
}

/* ---- The prompt -------------------------------------------------------------------------- */

static enum ch_status entered(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct reading r = {.arena = CH_ARENA_EMPTY};
	enum ch_status status = read_line(data, text, &r, err);

	if (status == CH_OK && !ch_quick_log_has_facts(&r.line)) {
		log_form_open(app, r.pairing_id, &r.line);
	} else if (status == CH_OK && r.pairing_id == 0) {
		ch_fail(err, CH_DATA, "%s", _("whose session it was is not said"));
		status = ch_error_fix(err, "%s", _("begin with a part of either name"));
	} else if (status == CH_OK) {
		status = save(app, &r, err);
	}
	if (status == CH_OK)
		keep_line(app, data, "");
	ch_arena_release(&r.arena);
	return status;
}

/* The form takes over what is understood; what is not is left in its pair field. */
static void to_form(struct app *app, void *data, struct field_input *input)
{
	struct reading r = {.arena = CH_ARENA_EMPTY};
	struct ch_error ignored = CH_NO_ERROR;

	read_line(data, input->text.text, &r, &ignored);
	keep_line(app, data, "");
	prompt_close(app);
	log_form_open(app, r.pairing_id, &r.line);
	ch_arena_release(&r.arena);
}

static const struct prompt_spec quick_log_prompt = {
	.label = N_("Log: "),
	.hint = N_("name, length, day: okafor 45 video yesterday   Enter, Tab: the form   F1: help"),
	.help = N_("Part of a name, or #12; then 45, 1h15 or 17:30-18:45; face to face, video, phone; no actions; fri, "
		   "2 nov."),
	.typed = N_("A name, a length, a day: okafor 45 video yesterday."),
	.note = show_note,
	.done = entered,
	.tab = to_form,
	.tab_does = N_("opens the whole form"),
	.keep = keep_line,
};

/* The only live pairing of a guide or learner; 0 where there are several, or the coordinator acts. */
static int64_t only_pairing(const struct desk *desk)
{
	const struct ch_list_query live = {.list = CH_LIST_PAIRINGS,
					   .filter = "-state:closed",
					   .person_id = desk->c->actor.person_id,
					   .limit = 2};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;
	int64_t id = 0;

	if (live.person_id != 0 && ch_list_fetch(desk->c, &live, &arena, &grid, &ignored) == CH_OK &&
	    grid.row_count == 1)
		id = grid.rows[0].id;
	ch_arena_release(&arena);
	return id;
}

void log_open(struct app *app, int64_t pairing_id)
{
	struct log_memory *memory = log_memory_of(desk_of(app));

	struct ch_arena arena = CH_ARENA_EMPTY;

	memory->opened_for = pairing_id;
	memory->pairing_id = pairing_id != 0 ? pairing_id : only_pairing(desk_of(app));
	prompt_open(app, &quick_log_prompt, memory, &memory->lines, kept_line(desk_of(app), pairing_id, &arena));
	ch_arena_release(&arena);
}
