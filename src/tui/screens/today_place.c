/* A place is said as "NAME ID MORE": what it is of, and what there has the focus, or what a list is filtered by. */
#include "tui/screens/today_place.h"

#include <stdlib.h>
#include <string.h>

#include "tui/desk.h"
#include "tui/screens/programme_form.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"

/* ---- Places ---- */

/* The words of a place behind its name. */
struct place_words {
	int64_t id;	  /* the first of them; 0: it is no number */
	const char *more; /* what follows it */
	const char *all;  /* both */
};

/* Takes the first word off `text`, into `arena`. */
static const char *take_word(const char **text, struct ch_arena *arena)
{
	size_t length = strcspn(*text, " ");
	const char *word = ch_arena_copy_bytes(arena, *text, length);

	*text += length + strspn(*text + length, " ");
	return word;
}

static void go_to_row(struct app *app, const char *id)
{
	if (*id != '\0' && app->top->list != NULL)
		list_go_to_id(app->top->list, strtoll(id, NULL, 10));
}

static void open_pairing(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	static const char *const panes[] = {
		[PAIRING_SESSIONS] = "sessions", [PAIRING_ACTIONS] = "actions", [PAIRING_AGREED] = "agreed"};
	const char *more = words->more, *name = take_word(&more, arena);
	enum pairing_pane pane = PAIRING_SESSIONS;

	for (int i = 0; i < PAIRING_PANES; i++)
		if (strcmp(panes[i], name) == 0)
			pane = (enum pairing_pane)i;
	pairing_open_at(app, words->id, pane);
	go_to_row(app, more);
}

static void open_hand_over(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	pairing_open_at(app, words->id, PAIRING_AGREED);
	app_run(app, COMMAND_HAND_OVER);
}

static void open_three_way(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	pairing_open_at(app, words->id, PAIRING_AGREED);
	app_run(app, COMMAND_THREE_WAY);
}

static void open_person(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	person_open(app, words->id, NULL);
}

static void open_merge(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	const char *more = words->more;

	merge_open(app, words->id, strtoll(take_word(&more, arena), NULL, 10));
}

static void open_credential(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	const char *name = words->more, *kind = take_word(&name, arena);

	parts_add_credential(app, words->id, kind, name);
}

static void open_feedback(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	feedback_open(app, words->id);
	go_to_row(app, words->more);
}

static void open_referrals(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	referrals_open(app, words->id);
	go_to_row(app, words->more);
}

static void open_manager(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	manager_open(app, words->id);
}

static void open_programme(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	programme_form_edit(app, words->id);
}

static void open_board(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	proposals_open(app, words->id, false);
}

static void open_enrolments(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	enrolments_open(app, words->id, words->more);
}

static void open_people(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	list_push_filtered(app, people_open(app), words->all);
}

static void open_pairs(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	list_push_filtered(app, pairs_open(app), words->all);
}

static void open_actions(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	list_push_filtered(app, actions_open(app), words->all);
}

static void open_sessions(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	list_push_filtered(app, sessions_open(app), words->all);
}

static void open_programmes(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	list_push_filtered(app, programmes_open(app), words->all);
}

/* Where what is the scheme's own is copied to a file, and removed. */
static void open_own(struct app *app, const struct place_words *words, struct ch_arena *arena)
{
	(void)arena;
	list_push_filtered(app, reports_open(app), words->all);
}

static const struct {
	const char *name;
	void (*open)(struct app *app, const struct place_words *words, struct ch_arena *arena);
} places[] = {
	{"pairing", open_pairing},	 {"hand-over", open_hand_over},	  {"three-way", open_three_way},
	{"person", open_person},	 {"credential", open_credential}, {"feedback", open_feedback},
	{"referrals", open_referrals},	 {"manager", open_manager},	  {"programme", open_programme},
	{"board", open_board},		 {"enrolments", open_enrolments}, {"people", open_people},
	{"pairs", open_pairs},		 {"actions", open_actions},	  {"sessions", open_sessions},
	{"programmes", open_programmes}, {"merge", open_merge},	  {"own", open_own},
};

/* ---- Going there ---- */

/* A check of the scheme's own may name no place. */
static void open_subject(struct app *app, const struct ch_finding *finding)
{
	if (finding->pairing_id != 0)
		pairing_open(app, finding->pairing_id);
	else if (finding->check->subject == CH_PERSON)
		person_open(app, finding->subject_id, NULL);
	else if (finding->check->subject == CH_PROGRAMME)
		programme_form_edit(app, finding->subject_id);
}

/* Whether there was a place to go to. */
static bool go(struct app *app, const struct ch_finding *finding)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *text = finding->screen, *name = take_word(&text, &arena);
	struct place_words words = {.all = text, .more = text};
	const struct screen *before = app->top;

	words.id = strtoll(take_word(&words.more, &arena), NULL, 10);
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (strcmp(places[i].name, name) == 0)
			places[i].open(app, &words, &arena);
	if (*name == '\0')
		open_subject(app, finding);
	ch_arena_release(&arena);
	return app->top != before;
}

void today_place_open(struct app *app, const struct ch_finding *finding)
{
	const struct ch_check_info *check = finding->check;
	char key[KEY_NAME_SIZE];

	ch_buffer_clear(&app->message);
	if (*finding->command == '\0' && finding->pairing_id != 0) {
		pairing_open(app, finding->pairing_id);
		app_say(app, _("%s: the coordinator sees to it: tell them what you know"), _(check->title));
		return;
	}
	if (!go(app, finding) && app->message.length == 0)
		app_say(app, _("%s: `%s`"), _(check->title), finding->command);
	else if (app->message.length == 0 && app->top->list != NULL && app->top->list->begun.length > 0)
		app_say(app, _("%s: %s. Only these are shown; %s goes back"), _(check->title), _(check->fix),
			command_key(app->keymap, COMMAND_BACK, IN_LIST, key));
	else if (app->message.length == 0)
		app_say(app, _("%s: %s"), _(check->title), _(check->fix));
}

void today_place_run(struct app *app, const struct ch_finding *finding, enum command command)
{
	struct screen *place;

	ch_buffer_clear(&app->message);
	if (!go(app, finding))
		return;
	place = app->top;
	app_run(app, command);
	place->passing = app->top != place;
}

enum command today_place_command(const struct ch_check_info *check)
{
	return *check->key != '\0' ? command_of_key(NULL, key_named(check->key, strlen(check->key)), IN_LIST)
				   : COMMAND_NONE;
}

const char *today_place_key(const struct desk *desk, const struct ch_check_info *check, char key[KEY_NAME_SIZE])
{
	enum command command = today_place_command(check);

	return command_key(desk->app != NULL ? desk->app->keymap : NULL,
			   command != COMMAND_NONE ? command : COMMAND_OPEN, IN_LIST, key);
}

int64_t today_place_pairing(const struct ch_finding *finding)
{
	static const char *const of_pairing[] = {"pairing ", "hand-over ", "three-way ", "feedback ", "referrals ",
						 "manager "};

	for (size_t i = 0; finding->pairing_id == 0 && i < sizeof(of_pairing) / sizeof(of_pairing[0]); i++)
		if (strncmp(finding->screen, of_pairing[i], strlen(of_pairing[i])) == 0)
			return strtoll(finding->screen + strlen(of_pairing[i]), NULL, 10);
	return finding->pairing_id;
}
