/*
 * What is typed at a screen: a row's number, a word of the line mode's own, the
 * name of a screen, or of an action - whole, by its key, or by its beginning.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/line/line_parts.h"
#include "tui/desk.h"
#include "tui/widgets/list.h"
#include "tui/widgets/palette.h"

enum { LEAST_PREFIX = 2 };

/* ---- What can be done ---- */

/* What only moves on a full screen, or draws it, or is the line itself. */
static bool is_for_screens(enum command command)
{
	return (command >= COMMAND_DOWN && command <= COMMAND_LAST) || command == COMMAND_GO ||
	       command == COMMAND_PALETTE || command == COMMAND_MORE || command == COMMAND_HELP ||
	       command == COMMAND_REDRAW || command == COMMAND_SUSPEND || command == COMMAND_STOP ||
	       command == COMMAND_MOUSE || command == COMMAND_PREFERENCES ||
	       command == COMMAND_OPEN || command == COMMAND_BACK || command == COMMAND_QUIT;
}

static void say_screens(struct line *line)
{
	for (size_t i = 0; i < line->app->tab_count; i++)
		line_say(line, _("screen %zu: %s"), i + 1, _(line->app->tabs[i].label));
}

static void say_help(struct line *line)
{
	struct screen *screen = line->app->top;
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(line->app, screen, offers);
	struct ch_buffer about = CH_BUFFER_EMPTY;
	char key[KEY_NAME_SIZE];

	if (screen->ops->help != NULL)
		screen->ops->help(screen, &about);
	if (about.length > 0)
		line_say(line, "%s", about.text);
	if (screen->list != NULL)
		line_say(line, "%s",
			 _("A number opens that row; \"3 edit\" does something with row 3, \"at 3\" only goes there."));
	if (line->app->tab_count > 1)
		line_say(line, "%s", _("A screen's name goes there; \"people find okafor\" does so at once."));
	if (line->app->open_found != NULL && desk_of(line->app)->c->scheme != NULL)
		line_say(line, "%s", _("The name of a person, pair or programme, or a part of it, goes there."));
	if (strstr(line->page.text, _("Another pane: ")) != NULL)
		line_say(line, "%s", _("The name of another pane goes there; so does pane, from one to the next."));
	line_say(line, "%s", _("list: read this out again. next, previous: other rows. back: where you were before."));
	line_say(line, "%s", _("find WORDS and filter WORDS look for them. In forms ? says more. quit leaves."));
	if (line->app->tab_count > 1)
		say_screens(line);
	for (size_t i = 0; i < count; i++) {
		if (is_for_screens(offers[i].binding->command))
			continue;
		command_key(line->app->keymap, offers[i].binding->command, screen->ops->context, key);
		line_say(line, "%s%s%s%s: %s", offer_label(&offers[i]), *key != '\0' ? _(" (or ") : "", key,
			 *key != '\0' ? ")" : "", offer_help(&offers[i]));
	}
	ch_buffer_release(&about);
}

/* ---- Words ---- */

/* The same letters, capitals aside. */
static bool starts_with(const char *text, const char *beginning)
{
	for (size_t i = 0; beginning[i] != '\0'; i++) {
		char a = text[i], b = beginning[i];

		if ((a >= 'A' && a <= 'Z' ? a + 32 : a) != (b >= 'A' && b <= 'Z' ? b + 32 : b))
			return false;
	}
	return true;
}

/* Whether the words of `text` begin with those of `name`; what follows them in *rest. */
static bool begins_with(const char *text, const char *name, const char **rest)
{
	size_t length = strlen(name);

	if (!starts_with(text, name))
		return false;
	if (text[length] != '\0' && text[length] != ' ')
		return false;
	*rest = text + length + strspn(text + length, " ");
	return true;
}

/* Keeps what follows the words for what they open. */
static void keep_rest(struct line *line, const char *rest)
{
	ch_buffer_clear(&line->rest);
	ch_buffer_add(&line->rest, rest);
	line->has_rest = *rest != '\0';
}

/* What follows is only for something that was opened to be answered. */
static void drop_rest(struct line *line)
{
	const struct app *app = line->app;
	bool asks = app->question.answer != NULL || app->prompt.spec != NULL ||
		    (app->top != NULL && app->top->ops->overlay && app->top->ops->line != NULL);

	if (line->has_rest && !asks) {
		line->has_rest = false;
		line_say(line, _("\"%s\" was not needed and is left out"), line->rest.text);
	}
}

static void run(struct line *line, enum command command, const char *rest)
{
	keep_rest(line, rest);
	if (command == COMMAND_SEARCH || command == COMMAND_SEARCH_NEXT || command == COMMAND_SEARCH_PREVIOUS)
		line->at = 0; /* where it stands then is the answer, also where it stood there before */
	line->app->key = K_NONE;
	if (!app_do(line->app, command) && !app_refuse(line->app, command))
		line_say(line, "%s", _("That cannot be done here now"));
	drop_rest(line);
}

/* By its whole name; the longest that fits, so that "find next" is not "find". */
static bool run_named(struct line *line, const char *text)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(line->app, line->app->top, offers), best = 0, longest = 0;
	const char *rest, *best_rest = "";

	for (size_t i = 0; i < count; i++)
		if (begins_with(text, offer_label(&offers[i]), &rest) && strlen(offer_label(&offers[i])) > longest) {
			longest = strlen(offer_label(&offers[i]));
			best = i;
			best_rest = rest;
		}
	if (longest > 0)
		run(line, offers[best].binding->command, best_rest);
	return longest > 0;
}

/* By what the action is called elsewhere, where it has a name of its own here: "edit". */
static bool run_common(struct line *line, const char *text)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(line->app, line->app->top, offers);
	const char *rest;

	for (size_t i = 0; i < count; i++) {
		enum command command = offers[i].binding->command;

		if (!begins_with(text, _(command_info(command)->label), &rest))
			continue;
		run(line, command, rest);
		return true;
	}
	return false;
}

/* What is there, but cannot be done now: why. */
static bool refuse_named(struct line *line, const char *text)
{
	const char *rest;

	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		if (begins_with(text, _(command_info(command)->label), &rest))
			return app_refuse(line->app, command);
	return false;
}

/* By its key: "L okafor 45", "?". */
static bool run_key(struct line *line, const char *text)
{
	size_t length = strcspn(text, " ");
	uint32_t key = key_named(text, length);
	enum command command =
		key != K_NONE ? command_of_key(line->app->keymap, key, line->app->top->ops->context) : COMMAND_NONE;

	if (command == COMMAND_NONE)
		return false;
	keep_rest(line, text + length + strspn(text + length, " "));
	line_key(line, key);
	drop_rest(line);
	return true;
}

/* By the beginning of its name, where only one begins so. */
static bool run_begun(struct line *line, const char *text)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(line->app, line->app->top, offers), length = strcspn(text, " "), found = 0, fits = 0;
	struct ch_buffer names = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < count && length >= LEAST_PREFIX; i++) {
		if (is_for_screens(offers[i].binding->command) || strncmp(offer_label(&offers[i]), text, length) != 0)
			continue;
		ch_buffer_printf(&names, "%s%s", fits > 0 ? ", " : "", offer_label(&offers[i]));
		found = i;
		fits++;
	}
	if (fits == 1)
		run(line, offers[found].binding->command, text + length + strspn(text + length, " "));
	else if (fits > 1)
		line_say(line, _("\"%.*s\" may be %s"), (int)length, text, names.text);
	ch_buffer_release(&names);
	return fits > 0;
}

static void run_words(struct line *line, const char *text);

/* "people", "screen 2", "people filter okafor": not a row of a screen that was not read out yet. */
static bool go_to_screen(struct line *line, const char *text)
{
	struct app *app = line->app;
	const char *rest;
	size_t number = begins_with(text, "screen", &rest) ? line_number(rest, app->tab_count) : 0;

	if (number > 0)
		rest = "";
	for (size_t i = 0; i < app->tab_count && number == 0; i++)
		if (begins_with(text, _(app->tabs[i].label), &rest))
			number = i + 1;
	if (number == 0)
		return false;
	app_go(app, number - 1);
	line->again = true;
	if (*rest >= '0' && *rest <= '9')
		line_say(line, _("\"%s\" is left out: the rows are read out first"), rest);
	else if (*rest != '\0')
		run_words(line, rest);
	return true;
}

/* The words that the line mode has of its own; whether it was one. */
static bool run_own(struct line *line, const char *text)
{
	if (strcmp(text, "?") == 0 || strcmp(text, "help") == 0)
		say_help(line);
	else if (strcmp(text, "screens") == 0)
		say_screens(line);
	else if (strcmp(text, "quit") == 0 || strcmp(text, "exit") == 0)
		line->app->quit = true;
	else if (strcmp(text, "back") == 0)
		run(line, COMMAND_BACK, "");
	else if (strcmp(text, "list") == 0)
		line->again = true;
	else if (strcmp(text, "next") == 0 && line->app->top->list != NULL)
		line->first += LINE_PAGE_ROWS;
	else if (strcmp(text, "previous") == 0 && line->app->top->list != NULL)
		line->first = line->first > LINE_PAGE_ROWS ? line->first - LINE_PAGE_ROWS : 1;
	else
		return false;
	return true;
}

/* Whether the page that was read out names a pane of that name that has not the focus; " (3)" may follow it. */
static bool is_other_pane(const char *page, const char *name)
{
	const char *before = _("Another pane: ");
	size_t length = strlen(name);

	for (page = strstr(page, before); page != NULL; page = strstr(page, before)) {
		page += strlen(before);
		if (length > 0 && starts_with(page, name) &&
		    (page[length] == '\0' || page[length] == '\n' || strncmp(page + length, "  ", 2) == 0 ||
		     strncmp(page + length, " (", 2) == 0))
			return true;
	}
	return false;
}

/* "open actions": to the pane of that name, from pane to pane. */
static bool go_to_pane(struct line *line, const char *text)
{
	enum { MOST_PANES = 12 };
	struct ch_buffer page = CH_BUFFER_EMPTY;
	bool there = !is_other_pane(line->page.text, text);

	if (there)
		return false;
	for (int i = 0; i < MOST_PANES && !there && app_do(line->app, COMMAND_PANE_NEXT); i++) {
		line_page(line, &page);
		there = !is_other_pane(page.text, text);
	}
	ch_buffer_release(&page);
	return true;
}

static void run_row(struct line *line, int64_t number, const char *words);

static void run_words(struct line *line, const char *text)
{
	const char *rest;

	if (*text == ':')
		text++;
	if (begins_with(text, "at", &rest) && line_number(rest, INT32_MAX) > 0 && line->app->top->list != NULL) {
		run_row(line, (int64_t)line_number(rest, INT32_MAX), "at");
		return;
	}
	if (!run_own(line, text) && !go_to_pane(line, text) && !go_to_screen(line, text) &&
	    !run_named(line, text) && !run_key(line, text) && !run_begun(line, text) && !run_common(line, text) &&
	    !refuse_named(line, text) && !palette_go_to_name(line->app, text))
		line_say(line, _("There is no \"%s\" here; ? says what there is"), text);
}

/* "3", "3 edit": the row first, then what to do with it. */
static void run_row(struct line *line, int64_t number, const char *words)
{
	struct list *list = line->app->top->list;
	int64_t before;

	if (!line_still_so(line)) {
		line_say(line, "%s",
			 _("Somebody else changed something here. Nothing was done yet; this is how it is now"));
		return;
	}
	before = line_place_of(list);
	list_go_to(list, number);
	if (list_row(list) == NULL || line_place_of(list) != number) {
		line_say(line, _("There is no row %" PRId64 " here"), number);
		list_go_to(list, before);
	} else if (strcmp(words, "at") == 0) {
		line->at = 0; /* said, whether it had the focus before or not */
	} else if (*words != '\0') {
		run_words(line, words);
	} else {
		run(line, COMMAND_OPEN, "");
	}
}

/* Whether the screen has choices of its own whose keys are numbers. */
static bool takes_numbers(const struct screen *screen)
{
	for (size_t i = 0; i < screen->ops->binding_count; i++)
		if (screen->ops->bindings[i].command == COMMAND_GO)
			return true;
	return false;
}

void line_screen_turn(struct line *line)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	const struct screen *screen = line->app->top;
	const char *words;
	size_t digits;

	line_read_out(line);
	if (line_ask(line, "> ")) {
		ch_buffer_add(&text, line->answer.text);
		words = text.text + strspn(text.text, " ");
		digits = strspn(words, "0123456789");
		if (*words == '\0')
			;
		else if (digits == 1 && words[1] == '\0' && takes_numbers(screen))
			line_key(line, (uint32_t)words[0]);
		else if (digits > 0 && digits < 10 && strchr(" ", words[digits]) != NULL && screen->list != NULL)
			run_row(line, strtol(words, NULL, 10), words + digits + strspn(words + digits, " "));
		else
			run_words(line, words);
	}
	ch_buffer_release(&text);
}
