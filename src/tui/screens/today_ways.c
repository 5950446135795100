/* To a pairing, a person, a matter of a pairing, or a list with only those the finding counts. */
#include "tui/screens/today_ways.h"

#include <stdlib.h>
#include <string.h>

#include "tui/desk.h"
#include "tui/screens/programme_form.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list.h"

/* The numbered lists that a finding may name; the line mode and the mentor's screens have some of them only. */
static const struct {
	const char *name;
	struct screen *(*open)(struct app *app);
} lists[] = {
	{"people", people_open},     {"pairs", pairs_open},	      {"actions", actions_open},
	{"sessions", sessions_open}, {"programmes", programmes_open},
};

/* Goes to the numbered list of that name, for the visit filtered by `filter` ("": not); false where there is none. */
static bool go_to(struct app *app, const char *name, const char *filter)
{
	struct ch_error err = CH_NO_ERROR;
	size_t list = 0, tab = 0, from = app->tab;

	while (list < sizeof(lists) / sizeof(lists[0]) - 1 && strcmp(lists[list].name, name) != 0)
		list++;
	while (tab < app->tab_count && app->tabs[tab].open != lists[list].open)
		tab++;
	if (tab >= app->tab_count)
		return false;
	app_go(app, tab);
	if (*filter != '\0' && app->top->list != NULL && list_lend_filter(app->top->list, filter, from, &err) != CH_OK)
		app_say_error(app, &err);
	return true;
}

/* What a finding about no single pairing or person is about: the screen that its check names, and what to do there. */
static void open_screen(struct app *app, const struct ch_finding *finding, struct ch_arena *arena)
{
	const struct ch_check_info *check = finding->check;
	int64_t programme_id = finding->programme_id;
	const char *filter = strchr(finding->screen, ' ');
	size_t length = strcspn(finding->screen, " ");
	const char *name = ch_arena_copy_bytes(arena, finding->screen, length);
	char key[KEY_NAME_SIZE];

	filter = filter != NULL ? ch_arena_copy(arena, filter + 1) : "";
	if (length == 0) {
		app_say(app, _("%s: `%s`"), _(check->title), finding->command);
	} else if (strcmp(name, "board") == 0) {
		proposals_open(app, programme_id);
	} else if (strcmp(name, "programme") == 0) {
		programme_form_edit(app, programme_id);
	} else {
		if (go_to(app, name, filter) && strcmp(name, "programmes") == 0)
			list_go_to_id(app->top->list, programme_id);
		if (app->message.length == 0 && app->top->list != NULL && app->top->list->lent)
			app_say(app, _("%s: %s. Only these are shown; %s goes back"), _(check->title), _(check->fix),
				command_key(app->keymap, COMMAND_BACK, IN_LIST, key));
		else if (app->message.length == 0)
			app_say(app, _("%s: %s"), _(check->title), _(check->fix));
	}
}

/* Goes to the feedback or the referrals of a pairing, with the pairing below; false where the check names neither. */
static bool go_into_pairing(struct app *app, const struct ch_finding *finding)
{
	static const struct {
		const char *name;
		void (*open)(struct app *app, int64_t pairing_id);
	} screens[] = {{"feedback ", feedback_open}, {"referrals ", referrals_open}};

	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
		size_t length = strlen(screens[i].name);

		if (strncmp(finding->screen, screens[i].name, length) != 0)
			continue;
		int64_t pairing_id = strtoll(finding->screen + length, NULL, 10);
		pairing_open(app, pairing_id);
		screens[i].open(app, pairing_id);
		return true;
	}
	return false;
}

void today_ways_go(struct app *app, const struct ch_finding *finding)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (go_into_pairing(app, finding))
		return;
	if (finding->pairing_id != 0)
		pairing_open(app, finding->pairing_id);
	else if (finding->check->subject == CH_PERSON)
		person_open(app, finding->subject_id, NULL);
	else
		open_screen(app, finding, &arena);
	ch_arena_release(&arena);
}
