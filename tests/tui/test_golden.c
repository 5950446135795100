/*
 * Golden screens: every screen as text, at a usual, a small and a wide window,
 * without data, with everyday data and with extreme data. The files are
 * tests/tui/golden/SCREEN-DATA-WIDTHxHEIGHT.txt, read by whoever reviews a
 * change; `make accept` writes them again.
 *
 * A screen is a row of the table in every_screen.h.
 */
#include <dirent.h>
#include <fnmatch.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "every_screen.h"
#include "scheme.h"

#define FOLDER "tests/tui/golden/"

enum { TEXT_MAX = 1 << 18 };

struct golden {
	const char *screen; /* in the name of its files */
	const char *tab;    /* its label */
	struct screen *(*open)(struct app *app);
	const char *keys; /* pressed then, by name: "Enter ?" */
	const char *shows; /* the sources of src/tui whose screens and forms these are; NULL: others show them */
	void (*over)(struct app *app); /* what is opened over it before the keys; NULL: nothing */
};

static void open_log(struct app *app)
{
	log_open(app, 0);
}

static void open_import(struct app *app)
{
	import_open_file(app, "tests/fixtures/rosters/volunteer-centre-uk.csv");
}

/* Two fields of the scheme's own, where there are people; the first person has a value of one. */
static void open_fields(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error none = CH_NO_ERROR;
	struct ch_custom_field field;
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "T-shirt size";
	field.kind = CH_CUSTOM_CHOICE;
	field.options = "S; M; L; XL; XXL; something else altogether, to be asked";
	field.hint = "for the summer fair";
	if (ch_person_get(c, 1, &arena, &person, &none) == CH_OK &&
	    ch_custom_field_add(c, &field, &none) == CH_OK &&
	    ch_custom_give(c, CH_PERSON, &person, "T-shirt size=M", &arena, &none) == CH_OK &&
	    ch_person_set(c, &person, &none) == CH_OK) {
		ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
		field.name = "\u062a\u0627\u0631\u064a\u062e \u0627\u0644\u0645\u0642\u0627\u0628\u0644\u0629";
		field.belongs_to = CH_CUSTOM_OF_ENROLMENT;
		field.kind = CH_CUSTOM_DATE;
		field.readers = CH_CUSTOM_FOR_EVERYBODY;
		ch_custom_field_add(c, &field, &none);
	}
	ch_arena_release(&arena);
	fields_open(app);
}

/* The first person's own form, with such a field in it. */
static void open_person_with_fields(struct app *app)
{
	open_fields(app);
	person_form_edit(app, 1);
}

/* The first pairing as its mentor sees it, in the pane of what was agreed, where there is one. */
static void open_as_mentor(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error none = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(c, 1, &arena, &pairing, &none) == CH_OK) {
		c->actor = (struct ch_actor){.person_id = pairing.guide_id, .name = "somebody"};
		pairing_open(app, 1);
	}
	ch_arena_release(&arena);
}

/* Makes and opens a programme of coaching, where there is none yet. */
static void open_beside_coaching(struct app *app)
{
	struct ch_programme programme;
	struct ch_error err = CH_NO_ERROR;
	int64_t found;

	if (ch_find(desk_of(app)->c, CH_PROGRAMME, "Stepping Up", &found, &err) != CH_OK) {
		err = CH_NO_ERROR;
		ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
		programme.name = "Stepping Up";
		programme.kind = CH_KIND_COACHING;
		assert_int_equal(ch_programme_add(desk_of(app)->c, &programme, &err), CH_OK);
		assert_int_equal(ch_programme_open(desk_of(app)->c, programme.programme_id, &err), CH_OK);
	}
	pairing_open(app, 1);
}

static const struct golden screens[] = {
	{"today", "Today", today_open, "", "screen_today.c", NULL},
	{"today-snooze", "Today", today_open, "z", NULL, NULL},
	{"snoozed", "Today", today_open, "x s n o o z e d Enter", "screen_handled.c", NULL},
	{"people", "People", people_open, "", "screen_people.c", NULL},
	{"people-last", "People", people_open, "G", NULL, NULL},
	{"people-help", "People", people_open, "?", "help.c", NULL},
	{"people-palette", "People", people_open, ":", "palette.c", NULL},
	{"people-filter", "People", people_open, "f o k a", NULL, NULL},
	{"people-sort", "People", people_open, "s", NULL, NULL},
	{"person", "People", people_open, "j Enter", "screen_person.c", NULL},
	{"person-add", "People", people_open, "a", "person_form.c record_form.c form.c", NULL},
	{"person-edit", "People", people_open, "G e", NULL, NULL},
	{"person-leave", "People", people_open, "G Enter C", "leave_form.c", NULL},
	{"pairs", "Pairs", pairs_open, "", "screen_pairings.c", NULL},
	{"pairs-marked", "Pairs", pairs_open, "Space Space", NULL, NULL},
	{"pairs-add", "Pairs", pairs_open, "a", "screen_pairing_add.c", NULL},
	{"pairing", "Pairs", pairs_open, "Enter", "screen_pairing.c", NULL},
	{"pairing-agree", "Pairs", pairs_open, "y", "agreement_form.c", NULL},
	{"pairing-close", "Pairs", pairs_open, "C", "closure_form.c", NULL},
	{"pairing-start", "Pairs", pairs_open, "G Enter b", "screen_pairing_moves.c", NULL},
	{"pairing-arrange", "Pairs", pairs_open, "Enter r", "screen_pairing_forms.c", NULL},
	{"pairing-goal", "Pairs", pairs_open, "Enter o", "goal_form.c", NULL},
	{"pairing-action", "Pairs", pairs_open, "Enter a", NULL, NULL},
	{"pairing-settle", "Pairs", pairs_open, "Enter Tab Enter", NULL, NULL},
	{"pairing-releases", "Pairs", pairs_open, "Enter T", "screen_matters.c", NULL},
	{"pairing-referrals", "Pairs", pairs_open, "Enter X", NULL, NULL},
	{"pairing-hand-over", "Pairs", pairs_open, "Enter x h a n d Enter", "hand_over_form.c", NULL},
	{"pairing-feedback", "Pairs", pairs_open, "Enter B", "screen_feedback.c", NULL},
	{"pairing-brief", "Pairs", pairs_open, "Enter : b r i e f Enter", "brief_form.c", NULL},
	{"log", "Pairs", pairs_open, "L Tab", "log_form.c", NULL},
	{"actions", "Actions", actions_open, "", "screen_actions.c", NULL},
	{"sessions", "Sessions", sessions_open, "", "screen_sessions.c", NULL},
	{"sessions-month", "Sessions", sessions_open, "Tab", NULL, NULL},
	{"reports", "Reports", reports_open, "", "screen_reports.c", NULL},
	{"report", "Reports", reports_open, "Enter", "screen_page.c", NULL},
	{"report-list", "Reports", reports_open, "G Enter", "screen_report.c", NULL},
	{"programmes", "Programmes", programmes_open, "", "screen_programmes.c", NULL},
	{"programme-edit", "Programmes", programmes_open, "e", "programme_form.c", NULL},
	{"programme-settings", "Programmes", programmes_open, "S", NULL, NULL},
	{"programme-limits", "Programmes", programmes_open, "v", "screen_parts.c", NULL},
	{"programme-limits-add", "Programmes", programmes_open, "v a", NULL, NULL},
	{"history", "Pairs", pairs_open, "", "screen_history.c", history_open},
	{"history-step", "Pairs", pairs_open, "Enter", NULL, history_open},
	{"drafts", "Pairs", pairs_open, "", "screen_drafts.c", drafts_open},
	{"log-quick", "Pairs", pairs_open, "Ctrl-U 4 5 Space v", NULL, open_log},
	{"drafts-kept", "Pairs", pairs_open, "", NULL, drafts_open},
	{"import", "People", people_open, "I", "import_form.c", NULL},
	{"import-file", "People", people_open, "", "screen_import.c", open_import},
	{"import-columns", "People", people_open, "/ S u r n a m e Enter", NULL, open_import},
	{"import-mend", "People", people_open, "/ r a n g e Enter Enter", "import_edit.c", open_import},
	{"import-column", "People", people_open, "/ S u r n a m e Enter Enter", NULL, open_import},
	{"imports", "People", people_open, "", "screen_imports.c", imports_open},
	{"mappings", "People", people_open, "", "screen_mappings.c", mappings_open},
	{"fields", "People", people_open, "", "screen_fields.c", open_fields},
	{"fields-add", "People", people_open, "a", NULL, open_fields},
	{"fields-of-person", "People", people_open, "S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab"
	 " S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab", NULL, open_person_with_fields},
	{"coordinators", "People", people_open, "", "screen_coordinators.c", coordinators_open},
	{"coordinator-form", "People", people_open, "a", NULL, coordinators_open},
	/* These propose pairs, which the screens above do not show. */
	{"board", "Programmes", programmes_open, "m", "screen_proposals.c", NULL},
	{"board-left-out", "Programmes", programmes_open, "m Tab", NULL, NULL},
	{"board-others", "Programmes", programmes_open, "m O", "screen_others.c", NULL},
	{"board-criteria", "Programmes", programmes_open, "m W", "screen_criteria.c", NULL},
	{"board-decline", "Programmes", programmes_open, "m D", "proposal_moves.c", NULL},
	{"board-accept", "Programmes", programmes_open, "m >", "proposal_accept.c", NULL},
	{"board-wishes", "Programmes", programmes_open, "m R", "screen_match_lists.c", NULL},
	{"board-rules", "Programmes", programmes_open, "m R Tab", NULL, NULL},
	{"pairing-own", "Pairs", pairs_open, "Tab Tab", NULL, open_as_mentor},
	{"pairing-goal-words", "Pairs", pairs_open, "Tab Tab e", NULL, open_as_mentor},
	{"pairing-rate-goals", "Pairs", pairs_open, ": r a t e Space g o a l s Enter", "goals_form.c", open_as_mentor},
	{"pairing-kind", "Pairs", pairs_open, ": c h a n g e Space k i n d Enter", "kind_form.c", open_beside_coaching},
};

/*
 * These need what is not here: no scheme file, somebody's own preferences, proposals to somebody who is no coordinator.
 */
static const char *const elsewhere[] = {"screen_welcome.c", "personal.c", "screen_own_proposals.c"};

static const int sizes[][2] = {{80, 24}, {40, 10}, {140, 45}};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Extreme data ------------------------------------------------------------------- */

/* Names as long, wide, joined, marked and right to left as they come, and more of them than a page holds. */
static void make_extreme(struct scheme *s)
{
	static const char *const names[] = {
		"Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Hubert Blaine the Elder of Upper Slaughter",
		"\u738b\u5c0f\u660e\u9673\u5927\u6587\u674e\u56db\u5f20\u4e09\u738b\u4e94\u8d75\u516d\u5b59\u4e03",
		"\u05d0\u05d1\u05e8\u05d4\u05dd \u05d1\u05df \u05d9\u05e6\u05d7\u05e7 \u05d4\u05dc\u05d5\u05d9",
		"\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Family \U0001f1ee\U0001f1f9",
		"Z\u0351\u036b\u0343a\u0300\u0301\u0302l\u0334g\u0335o\u0336 Marks",
		"X",
	};
	int64_t ids[60];
	char name[256], email[64];

	for (int i = 0; i < 60; i++) {
		snprintf(name, sizeof(name), "%s %02d", names[(size_t)i % COUNT(names)], i);
		snprintf(email, sizeof(email), "extreme.%02d.with-a-long-mailbox-name@subdomain.example.org", i);
		ids[i] = scheme_person(s, name, email, 1 << (i % 2 == 0 ? CH_ROLE_MENTOR : CH_ROLE_MENTEE));
	}
	for (size_t i = 0; i < COUNT(names); i += 2) {
		int64_t pairing = scheme_pairing(s, ids[i], ids[i + 1]);

		scheme_start(s, pairing);
		scheme_session(s, pairing, "2026-11-20", 600);
		scheme_action(s, pairing, CH_SIDE_LEARNER, "2026-11-22",
			      "A long text, \u5f88\u957f\u7684\u6587, with all that there is to do in it");
	}
}

static int setup_extreme(void **state)
{
	int result = scheme_setup(state);

	make_extreme(*state);
	return result;
}

/* ---- Comparing ---------------------------------------------------------------------- */

static void press(struct scheme *s, const char *keys)
{
	while (*keys != '\0') {
		size_t length = strcspn(keys, " ");
		struct event event = {.type = EVENT_KEY, .key = key_named(keys, length), .at = s->app.now + 2000};

		assert_int_not_equal(event.key, K_NONE);
		app_handle(&s->app, &event);
		scheme_dump(s, s->canvas.width, s->canvas.height);
		keys += length;
		keys += strspn(keys, " ");
	}
}

static bool is_accepting(void)
{
	const char *accept = getenv("ACCEPT");

	return accept != NULL && *accept != '\0';
}

static void write_golden(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		fail_msg("%s cannot be written", path);
}

/* How many rows differ, each shown; a file that is not there differs in all. */
static int compare(const char *path, const char *text)
{
	static char wanted[TEXT_MAX];
	const char *at = wanted;
	FILE *file = fopen(path, "r");
	size_t length = file != NULL ? fread(wanted, 1, sizeof(wanted) - 1, file) : 0;
	int differing = 0;

	if (file != NULL)
		fclose(file);
	wanted[length] = '\0';
	while (*text != '\0' || *at != '\0') {
		size_t here = strcspn(text, "\n"), there = strcspn(at, "\n");

		if (here != there || strncmp(text, at, here) != 0) {
			if (differing++ == 0)
				print_error("# %s differs; `make accept` takes what is drawn now\n", path);
			print_error("# -%.*s\n# +%.*s\n", (int)there, at, (int)here, text);
		}
		text += here + (text[here] == '\n');
		at += there + (at[there] == '\n');
	}
	return differing;
}

/* Draws the screen at a size, and compares it, or accepts it. */
static int check(struct scheme *s, const struct golden *golden, const char *data, const int size[2])
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	char path[256];
	int differing = 0;

	app_release(&s->app);
	app_init(&s->app);
	s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
	scheme_show(s, golden->tab, golden->open);
	scheme_dump(s, size[0], size[1]);
	if (golden->over != NULL) {
		golden->over(&s->app);
		scheme_dump(s, size[0], size[1]);
	}
	press(s, golden->keys);
	ch_buffer_add(&text, scheme_dump(s, size[0], size[1]));
	ch_buffer_printf(&text, "-- cursor: row %d, column %d\n", s->canvas.cursor_y + 1, s->canvas.cursor_x + 1);
	snprintf(path, sizeof(path), FOLDER "%s-%s-%dx%d.txt", golden->screen, data, size[0], size[1]);
	if (is_accepting())
		write_golden(path, text.text);
	else
		differing = compare(path, text.text);
	ch_buffer_release(&text);
	return differing;
}

static void check_all(struct scheme *s, const char *data)
{
	int differing = 0;

	for (size_t i = 0; i < COUNT(screens); i++)
		for (size_t j = 0; j < COUNT(sizes); j++)
			differing += check(s, &screens[i], data, sizes[j]);
	assert_int_equal(differing, 0);
}

static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = words; at != NULL && (at = strstr(at, word)) != NULL; at += length)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static bool is_shown(const char *source)
{
	for (size_t i = 0; i < COUNT(elsewhere); i++)
		if (strcmp(elsewhere[i], source) == 0)
			return true;
	for (size_t i = 0; i < COUNT(screens); i++)
		if (has_word(screens[i].shows, source))
			return true;
	return false;
}

/* A source that has a screen or a form of its own is shown by a row of the table. */
static void every_screen_is_here(void **state)
{
	static char text[TEXT_MAX];
	DIR *folder = opendir("src/tui");
	struct dirent *entry;
	char path[512];

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		FILE *file;
		size_t length;

		if (fnmatch("*.c", entry->d_name, 0) != 0)
			continue;
		snprintf(path, sizeof(path), "src/tui/%s", entry->d_name);
		file = fopen(path, "r");
		assert_non_null(file);
		length = fread(text, 1, sizeof(text) - 1, file);
		fclose(file);
		text[length] = '\0';
		if ((strstr(text, "static const struct screen_ops ") != NULL || strstr(text, "form_new(&") != NULL ||
		     strstr(text, "record_form_open(app") != NULL) &&
		    !is_shown(entry->d_name))
			fail_msg("%s has a screen or a form that no golden screen shows: add a row", path);
	}
	closedir(folder);
}

static void without_data(void **state)
{
	check_all(*state, "empty");
}

static void with_everyday_data(void **state)
{
	check_all(*state, "everyday");
}

static void with_extreme_data(void **state)
{
	check_all(*state, "extreme");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_screen_is_here),
		cmocka_unit_test_setup_teardown(without_data, scheme_setup_empty, scheme_teardown),
		cmocka_unit_test_setup_teardown(with_everyday_data, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(with_extreme_data, setup_extreme, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
