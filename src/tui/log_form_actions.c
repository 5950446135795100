#include "tui/log_form_actions.h"

#include <string.h>

#include "chiron/text.h"

/* The next line of *text that is not blank, in `arena`, and its number in *number; NULL at the end. */
static const char *next_line(const char **text, size_t *number, struct ch_arena *arena)
{
	while (**text != '\0') {
		size_t length = strcspn(*text, "\n");
		const char *line = ch_text_tidy(arena, ch_arena_copy_bytes(arena, *text, length));

		*text += length + ((*text)[length] == '\n');
		++*number;
		if (line != NULL)
			return line;
	}
	return NULL;
}

/* ---- Whose ---------------------------------------------------------------------------- */

/* Whether `said` is the name, or one or some of its words, in their order. */
static bool names(const char *said, const char *name, struct ch_arena *arena)
{
	const char *key = ch_text_search_key(arena, name), *wanted = ch_text_search_key(arena, said);
	size_t length = strlen(wanted);

	for (const char *at = key; length > 0 && (at = strstr(at, wanted)) != NULL; at++)
		if ((at == key || at[-1] == ' ') && strchr(" ,", at[length]) != NULL)
			return true;
	return false;
}

static enum ch_side side_named(const char *said, const struct action_sides *sides, struct ch_arena *arena)
{
	static const struct {
		const char *word;
		enum ch_side side;
	} words[] = {
		{"guide", CH_SIDE_GUIDE},      {"mentor", CH_SIDE_GUIDE},   {"coach", CH_SIDE_GUIDE},
		{"learner", CH_SIDE_LEARNER},  {"mentee", CH_SIDE_LEARNER}, {"coachee", CH_SIDE_LEARNER},
	};
	bool guide = names(said, sides->guide, arena), learner = names(said, sides->learner, arena);

	if (guide != learner)
		return guide ? CH_SIDE_GUIDE : CH_SIDE_LEARNER;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (ch_text_equal_ascii(said, words[i].word))
			return words[i].side;
	return CH_NO_SIDE;
}

/* Takes the owner off the start of *text, where one stands there. */
static void take_owner(const char **text, const struct action_sides *sides, struct ch_arena *arena, int *owner)
{
	size_t length = strcspn(*text, ":");
	const char *said = ch_text_tidy(arena, ch_arena_copy_bytes(arena, *text, length));
	enum ch_side side;

	if (said == NULL || ((*text)[length] == '\0' && sides->wording))
		return;
	side = side_named(said, sides, arena);
	if (side == CH_NO_SIDE)
		return;
	*owner = (int)side;
	*text += length + ((*text)[length] == ':');
}

/* ---- One line -------------------------------------------------------------------------- */

/* The last "@" with a blank or nothing before it, so that an e-mail address is no date; NULL: none. */
static char *date_mark(char *line)
{
	for (char *at = line + strlen(line); at-- > line;)
		if (*at == '@' && (at == line || at[-1] == ' '))
			return at;
	return NULL;
}

enum ch_status action_line_read(const char *line, const struct action_sides *sides, struct ch_arena *arena,
				struct ch_new_action *action, struct ch_error *err)
{
	char *copy = ch_arena_copy(arena, line), *mark = date_mark(copy);
	const char *text = copy;

	*action = (struct ch_new_action){.owner = CH_SIDE_LEARNER, .due_on = CH_NO_DATE};
	if (mark != NULL) {
		*mark = '\0';
		if (ch_date_parse(mark + 1, sides->today, true, &action->due_on, err) != CH_OK)
			return err->status;
	}
	take_owner(&text, sides, arena, &action->owner);
	action->text = ch_text_tidy(arena, text);
	if (action->text != NULL && !sides->wording) {
		ch_fail(err, CH_DATA, _("this scheme stores no wording, and \"%.60s\" would be lost"), action->text);
		return ch_error_fix(err, "%s", _("write only whose it is and when it is due: \"mentee @ fri\""));
	}
	return CH_OK;
}

/* ---- All lines -------------------------------------------------------------------------- */

enum ch_status action_lines_read(const char *text, const struct action_sides *sides, struct ch_arena *arena,
				 struct action_lines *lines, struct ch_error *err)
{
	const char *line;
	size_t number = 0;

	lines->count = 0;
	while ((line = next_line(&text, &number, arena)) != NULL) {
		struct ch_error why = CH_NO_ERROR;

		if (lines->count == ACTION_LINES_MAX)
			return ch_fail_field(err, "actions", _("a session has at most %d actions"), ACTION_LINES_MAX);
		if (action_line_read(line, sides, arena, &lines->actions[lines->count], &why) != CH_OK) {
			ch_fail_field(err, "actions", _("line %zu: %s"), number, why.message);
			return ch_error_fix(err, "%s", why.fix);
		}
		lines->count++;
	}
	return CH_OK;
}

static void show_line(const char *line, const struct action_sides *sides, struct ch_arena *arena,
		      struct ch_buffer *out)
{
	struct ch_new_action action;
	struct ch_error err = CH_NO_ERROR;
	char shown[16];

	if (action_line_read(line, sides, arena, &action, &err) != CH_OK) {
		ch_buffer_printf(out, "? %s", err.message);
		return;
	}
	ch_buffer_printf(out, "= %s", action.owner == CH_SIDE_GUIDE ? sides->guide : sides->learner);
	if (action.due_on != CH_NO_DATE)
		ch_buffer_printf(out, _(", by %s"), ch_date_show(action.due_on, sides->today, shown));
	else
		ch_buffer_add(out, _(", without a date: @ fri sets one"));
}

void action_lines_show(const char *text, const struct action_sides *sides, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *line;
	size_t number = 0;

	while ((line = next_line(&text, &number, &arena)) != NULL) {
		if (out->length > 0)
			ch_buffer_add(out, "\n");
		show_line(line, sides, &arena, out);
	}
	ch_arena_release(&arena);
}
