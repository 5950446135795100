/* The list of people: its columns and signs, filtering, sorting, adding, namesakes, wide and narrow windows. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "scheme.h"
#include "tui/widgets/list_window.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"
#include "tui/tui.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	return s;
}

static void the_list_says_who_is_with_whom(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "People | 8");
	SHOWS(s, "  Name                  Role      Offers / wants   With            Last");
	assert_non_null(strstr(scheme_row(s, "+ Wen Patel"), "mentor    finance; speak…  Chen Okafor     Mon 2 Nov"));
	assert_non_null(strstr(scheme_row(s, "+ Chen Okafor"), "wants finance;"));
}

static void signs_are_said_in_words(void **state)
{
	struct scheme *s = shown(state);

	assert_non_null(strstr(scheme_row(s, "Nils Costa"), ". Nils Costa"));
	scheme_keys(s, "/");
	scheme_type(s, "Nils");
	scheme_keys(s, "Enter");
	SHOWS(s, "Nils Costa: left on Sun 30 Aug");
	scheme_keys(s, "j j j j j");
	SHOWS(s, "Rosa Vega: applied, to be found ready");
}

static void unruly_names_keep_the_columns(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "李 伟");
	SHOWS(s, "Maximiliana Wilhelm…");
	assert_non_null(strstr(scheme_row(s, "李 伟"), "李 伟                 mentee"));
}

static void a_filter_narrows_as_it_is_typed(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f");
	scheme_type(s, "okafor");
	SHOWS(s, "2 found");
	HIDES(s, "Nils Costa");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "nonsense:x");
	SHOWS(s, "! people have no field \"nonsense\"");
	scheme_keys(s, "Esc");
	SHOWS(s, "People | 8");
	SHOWS(s, "Nils Costa");
}

static void tab_completes_fields_and_values(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f");
	scheme_type(s, "ro");
	scheme_keys(s, "Tab");
	scheme_type(s, "mento");
	scheme_keys(s, "Tab");
	SHOWS(s, "Filter: roles:mentor ");
	SHOWS(s, "4 found");
	scheme_type(s, " -lef");
	scheme_keys(s, "Tab");
	SHOWS(s, "Filter: roles:mentor -left_on:");
	scheme_type(s, "-");
	SHOWS(s, "1 found"); /* known: who has left */
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "roles:mentor left:- last<30d seeks:finance"); /* of the kind that the help shows */
	SHOWS(s, "0 found");
}

static void what_is_filtered_away_says_so(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f");
	scheme_type(s, "zzz");
	scheme_keys(s, "Enter");
	SHOWS(s, "Nothing fits \"zzz\". q shows everything.");
}

/* All actions have those of the whole scheme that no key is the way to. */
static void all_actions_have_what_no_key_does(void **state)
{
	struct scheme *s = shown(state);

	s->app.bindings = tui_bindings(&s->app.binding_count);
	scheme_keys(s, "x");
	SHOWS(s, "All actions");
	scheme_type(s, "coordinators");
	SHOWS(s, "Coordinators, and what each looks after");
	scheme_keys(s, "Esc x");
	scheme_type(s, "page down");
	HIDES(s, "One page down");
}

/* The filter in force is in the header, and typed over; of a part that is written the message says which. */
static void a_filter_shows_and_gives_way(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f");
	scheme_type(s, "patel");
	scheme_keys(s, "Enter");
	SHOWS(s, "People | 1 of 8: patel");
	scheme_keys(s, "w");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, "part.csv"));
	scheme_keys(s, "Enter");
	assert_non_null(strstr(s->app.message.text, "1 of 8 people, those that fit: patel"));
	scheme_keys(s, "f");
	scheme_type(s, "okafor");
	scheme_keys(s, "Enter");
	SHOWS(s, ": okafor");
	scheme_keys(s, "f End");
	scheme_type(s, " chen");
	scheme_keys(s, "Enter");
	SHOWS(s, ": okafor chen");
}

/* A word that is in no name and begins a choice: which filter looks there. */
static void a_word_that_begins_a_choice_is_pointed_out(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "f");
	scheme_type(s, "contract");
	SHOWS(s, "Tab: state:contracting, 0 found");
	scheme_keys(s, "Enter");
	SHOWS(s, "This looks elsewhere: f state:contracting");
	scheme_keys(s, "f Tab Enter");
	SHOWS(s, "Pairs | 1 of 3: state:contracting");
}

/* Whether a key waits: while one does, what is typed is not looked for to the end. */
static bool a_key_waits(void *data)
{
	return *(const bool *)data;
}

static void typing_is_not_held_up(void **state)
{
	struct scheme *s = shown(state);
	bool waits = false;

	s->desk.app = &s->app;
	s->app.outside = (struct app_outside){.waiting = a_key_waits, .data = &waits};
	scheme_keys(s, "f");
	waits = true;
	scheme_type(s, "okaf");
	SHOWS(s, "Filter: okaf");
	SHOWS(s, "looking");
	SHOWS(s, "Nils Costa"); /* the rows stay until there are others */
	waits = false;
	scheme_keys(s, "Left"); /* the key that waited, though it changes nothing */
	SHOWS(s, "2 found");
	HIDES(s, "Nils Costa");
	s->desk.app = NULL;
}

static int64_t slow_clock(void *data)
{
	return *(int64_t *)data += 1000; /* nothing is done in the time there is */
}

static bool no_key_waits(void *data)
{
	(void)data;
	return false;
}

/* That they are looked for is drawn first, and then they are. */
static void what_takes_long_to_find_is_looked_for_while_nobody_types(void **state)
{
	struct scheme *s = shown(state);
	int64_t now = 0;

	s->desk.app = &s->app;
	s->app.outside = (struct app_outside){.now = slow_clock, .waiting = no_key_waits, .data = &now};
	scheme_keys(s, "f");
	scheme_type(s, "okaf");
	SHOWS(s, "looking");
	SHOWS(s, "Nils Costa");
	assert_true(app_settle(&s->app));
	SHOWS(s, "2 found");
	HIDES(s, "Nils Costa");
	scheme_keys(s, "Enter");
	SHOWS(s, "People | 2: okaf");
	s->app.outside = (struct app_outside){.now = NULL};
	s->desk.app = NULL;
}

static void add_many(struct scheme *s, int count)
{
	struct ch_import_options options = {.path = temp_dir_file(s->dir, "many.csv")};
	struct ch_import_result result;
	FILE *file = fopen(options.path, "w");

	assert_non_null(file);
	fputs("Name,E-mail,Role\n", file);
	for (int i = 0; i < count; i++)
		fprintf(file, "Many People%04d,many%d@example.org,mentor\n", i, i);
	fclose(file);
	GOOD(s, ch_import(&s->c, &options, &s->arena, &result, &s->err));
	scheme_show(s, "People", people_open);
}

struct keyboard {
	int64_t now; /* the first: for slow_clock() */
	bool rests;
};

static bool a_key_comes(void *data, int wait_ms)
{
	(void)wait_ms;
	return !((const struct keyboard *)data)->rests;
}

/* What takes long to count is drawn first, and not begun on between two keys. */
static void the_count_follows_when_the_keys_rest(void **state)
{
	struct keyboard keyboard = {.rests = false};
	struct scheme *s = *state;

	s->desk.app = &s->app;
	s->app.outside = (struct app_outside){
		.now = slow_clock, .waiting = no_key_waits, .rest = a_key_comes, .data = &keyboard};
	add_many(s, 100);
	HIDES(s, "People | 1");
	assert_false(app_settle(&s->app));
	scheme_keys(s, "j");
	assert_false(app_settle(&s->app));
	HIDES(s, "People | 1");
	keyboard.rests = true;
	assert_true(app_settle(&s->app));
	SHOWS(s, "People | 108");
	SHOWS(s, "2 of 108");
	s->app.outside = (struct app_outside){.now = NULL};
	s->desk.app = NULL;
}

/* On a busy machine what was drawn arrives late where the program goes on working at once. */
static void the_next_rows_are_fetched_when_the_drawn_ones_have_arrived(void **state)
{
	struct keyboard keyboard = {.rests = false};
	struct scheme *s = *state;
	size_t rows;

	add_many(s, 100);
	s->desk.app = &s->app;
	s->app.outside = (struct app_outside){.waiting = no_key_waits, .rest = a_key_comes, .data = &keyboard};
	rows = window_rows(s->app.top->list);
	app_settle(&s->app);
	assert_int_equal(window_rows(s->app.top->list), rows);
	keyboard.rests = true;
	app_settle(&s->app);
	assert_true(window_rows(s->app.top->list) > rows);
	s->app.outside = (struct app_outside){.now = NULL};
	s->desk.app = NULL;
}

struct fingers {
	int64_t now; /* the first: for slow_clock() */
	int looks_till_key; /* how often the keyboard is looked at before a key waits there */
	int looks_since;
};

static bool a_key_comes_then(void *data)
{
	struct fingers *fingers = data;

	if (fingers->looks_till_key > 0) {
		fingers->looks_till_key--;
		return false;
	}
	fingers->looks_since++;
	return true;
}

static bool nobody_types(void *data, int wait_ms)
{
	(void)data, (void)wait_ms;
	return false;
}

/* Counting, and the map of words, stop within a few hundred people, and are gone on with when the key was served. */
static void a_key_in_the_midst_of_other_work_is_served_first(void **state)
{
	enum { KINDS_OF_WORK = 4 /* rows, count, place, map: each looks once before it begins */ };
	struct fingers fingers = {.looks_till_key = INT_MAX};
	struct scheme *s = *state;

	s->desk.app = &s->app;
	s->app.outside = (struct app_outside){
		.now = slow_clock, .waiting = a_key_comes_then, .rest = nobody_types, .data = &fingers};
	add_many(s, 3000);
	fingers.looks_till_key = 4;
	while (app_settle(&s->app))
		;
	assert_in_range(fingers.looks_since, 1, KINDS_OF_WORK);
	fingers.looks_till_key = INT_MAX;
	scheme_keys(s, "j");
	HIDES(s, "of 3008");
	while (app_settle(&s->app))
		;
	SHOWS(s, "2 of 3008");
	s->app.outside = (struct app_outside){.now = NULL};
	s->desk.app = NULL;
}

static void searching_goes_through_all_of_a_long_list(void **state)
{
	struct scheme *s = *state;

	add_many(s, 5500);
	scheme_keys(s, "g /");
	scheme_type(s, "people5499");
	scheme_keys(s, "Enter");
	assert_non_null(strstr(scheme_row(s, "> "), "Many People5499"));
	SHOWS(s, "5505 of 5508  Many People5499");
	scheme_keys(s, "/");
	scheme_type(s, "roles:mentee oka");
	scheme_keys(s, "Enter");
	assert_non_null(strstr(scheme_row(s, "> "), "Chen Okafor")); /* round the end, in the language of filters */
	scheme_keys(s, "n");
	assert_non_null(strstr(scheme_row(s, "> "), "Dara Okafor"));
	scheme_keys(s, "/");
	scheme_type(s, "rolls:mentee");
	scheme_keys(s, "Enter");
	SHOWS(s, "Did you mean roles?");
}

static void what_others_change_has_a_sign(void **state)
{
	struct scheme *s = shown(state);
	struct event tick = {.type = EVENT_TICK, .at = s->app.now};
	struct ch_person person;

	scheme_keys(s, "/");
	scheme_type(s, "dara");
	scheme_keys(s, "Enter");
	GOOD(s, ch_person_get(&s->c, s->chen, &s->arena, &person, &s->err));
	person.seeks = "welding";
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	app_handle(&s->app, &tick);
	scheme_dump(s, 80, 24);
	assert_non_null(strstr(scheme_row(s, "Chen Okafor"), " ^+ Chen Okafor"));
	assert_non_null(strstr(scheme_row(s, "> "), "Dara Okafor")); /* the focus stays */
	scheme_keys(s, "j");
	HIDES(s, "^");
}

static void s_chooses_the_order(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "s");
	SHOWS(s, "Sort by");
	scheme_type(s, "newest");
	scheme_keys(s, "Enter");
	SHOWS(s, "Sorted by newest first");
	assert_non_null(strstr(scheme_row(s, "> "), "Nils Costa"));
}

static void nobody_yet(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "There is nobody yet. a adds the first person, I brings in a spreadsheet");
	scheme_keys(s, "Enter e");
	SHOWS(s, "! \"edit\" is not possible");
}

static void the_new_person_has_the_cursor(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "a");
	SHOWS(s, "Add a person | 1 of");
	scheme_type(s, "Zoe Young");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Zoe Young is added");
	assert_non_null(strstr(scheme_row(s, "> "), "Zoe Young"));
	SHOWS(s, "People | 9");
}

static void a_namesake_is_asked_about_once(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "a");
	scheme_type(s, "wen patel");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! There is a Wen Patel already (wen@example.org).");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "wen patel is added");
	SHOWS(s, "People | 9");
}

static void a_taken_address_is_refused_under_its_field(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "a");
	scheme_type(s, "Zoe Young");
	scheme_keys(s, "Tab");
	scheme_type(s, "WEN@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Add a person | draft kept 12:00 | 2 of");
	SHOWS(s, "Wen Patel");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "zoe");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! E-mail: \"zoe\" given");
	scheme_type(s, "@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Zoe Young is added");
}

static void a_wide_window_shows_the_person_beside(void **state)
{
	struct scheme *s = shown(state);

	scheme_dump(s, 140, 30);
	scheme_keys(s, "j j j j");
	SHOWS_AT(s, 140, 30, "wen@example.org");
	assert_non_null(strstr(scheme_row(s, "Offers    f"), "finance; speaking"));
	SHOWS_AT(s, 140, 30, "Pairings (1)");
	HIDES(s, "Pairings (1)");
}

static void a_small_window_keeps_the_name(void **state)
{
	struct scheme *s = shown(state);

	SHOWS_AT(s, 40, 10, "People | 8");
	assert_non_null(strstr(scheme_row(s, "> "), "Nils Costa"));
	assert_non_null(strstr(s->dump.text, "?:help"));
}

static void a_long_list_goes_by_pages_both_ways(void **state)
{
	struct scheme *s = *state;
	char name[32];

	for (int i = 1; i <= 150; i++) {
		snprintf(name, sizeof(name), "Person Number%03d", i);
		scheme_person(s, name, NULL, 1 << CH_ROLE_MENTEE);
	}
	shown(state);
	scheme_keys(s, "G");
	SHOWS(s, "150 of 150  Person Number150");
	scheme_keys(s, "PgUp PgUp PgUp PgUp PgUp");
	SHOWS(s, "60 of 150  Person Number060");
	scheme_keys(s, "g");
	SHOWS(s, "1 of 150  Person Number001");
	scheme_keys(s, "f");
	scheme_type(s, "number14");
	scheme_keys(s, "Enter G");
	SHOWS(s, "10 of 10 with \"number14\"  Person Number149");
}

static void others_changes_show(void **state)
{
	struct scheme *s = shown(state);
	struct event tick = {.type = EVENT_TICK};

	scheme_person(s, "Aaron Aas", NULL, 1 << CH_ROLE_MENTEE);
	app_handle(&s->app, &tick);
	scheme_dump(s, 80, 24);
	SHOWS(s, "Aaron Aas");
	assert_non_null(strstr(scheme_row(s, "> "), "Nils Costa"));
}

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

/* Each letter begins where the rows of the one before began: what is found is what the whole word finds at once. */
static void typing_on_finds_what_the_word_finds(void **state)
{
	static const char *const words[] = {"okafor", "vega", "role:mentor pa", "l", "zzz", "pa -wen", "e", "max w"};
	static const char *const sorts[] = {"name", "-name", "person_id", "-person_id"};
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) * 4; i++) {
		struct scheme_list *list = s->app.top->list->data;
		struct ch_buffer typed = CH_BUFFER_EMPTY;

		list->query.sort = sorts[i % 4];
		list_restart(&list->list);
		scheme_keys(s, "f Ctrl-U");
		scheme_type(s, words[i / 4]);
		ch_buffer_add(&typed, scheme_dump(s, 80, 24));
		scheme_keys(s, "Ctrl-U");
		ch_buffer_clear(&list->list.filter);
		list_restart(&list->list); /* nothing is known of an earlier filter's rows */
		GOOD(s, list_set_filter(&list->list, words[i / 4], &s->err));
		input_set(&s->app.prompt.input, words[i / 4]);
		assert_string_equal(scheme_dump(s, 80, 24), typed.text);
		scheme_keys(s, "Esc");
		ch_buffer_release(&typed);
	}
}

/* A change in between is seen: the rows are not looked for from where they began before it. */
static void typing_on_after_a_change_finds_it(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "f o k a");
	scheme_person(s, "Aaron Okafor", NULL, 1 << CH_ROLE_MENTOR);
	scheme_person(s, "Okafo Aardvark", NULL, 1 << CH_ROLE_MENTOR);
	app_changed(&s->app);
	scheme_keys(s, "f o");
	SHOWS(s, "Aaron Okafor");
	SHOWS(s, "Okafo Aardvark");
}

/* Which of two of a name it is, and of whom a list is: the department tells in a company. */
static void departments_are_there_where_there_is_room(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	HIDES(s, "Department");
	SHOWS_AT(s, 160, 40, "Department");
	SHOWS_AT(s, 200, 60, "Department");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(departments_are_there_where_there_is_room, scheme_setup),
		WITH(the_list_says_who_is_with_whom, scheme_setup),
		WITH(signs_are_said_in_words, scheme_setup),
		WITH(unruly_names_keep_the_columns, scheme_setup),
		WITH(a_filter_narrows_as_it_is_typed, scheme_setup),
		WITH(tab_completes_fields_and_values, scheme_setup),
		WITH(what_is_filtered_away_says_so, scheme_setup),
		WITH(all_actions_have_what_no_key_does, scheme_setup),
		WITH(a_filter_shows_and_gives_way, scheme_setup),
		WITH(a_word_that_begins_a_choice_is_pointed_out, scheme_setup),
		WITH(typing_is_not_held_up, scheme_setup),
		WITH(what_takes_long_to_find_is_looked_for_while_nobody_types, scheme_setup),
		WITH(typing_on_finds_what_the_word_finds, scheme_setup),
		WITH(typing_on_after_a_change_finds_it, scheme_setup),
		WITH(the_count_follows_when_the_keys_rest, scheme_setup),
		WITH(the_next_rows_are_fetched_when_the_drawn_ones_have_arrived, scheme_setup),
		WITH(a_key_in_the_midst_of_other_work_is_served_first, scheme_setup),
		WITH(searching_goes_through_all_of_a_long_list, scheme_setup),
		WITH(what_others_change_has_a_sign, scheme_setup),
		WITH(s_chooses_the_order, scheme_setup),
		WITH(nobody_yet, scheme_setup_empty),
		WITH(the_new_person_has_the_cursor, scheme_setup),
		WITH(a_namesake_is_asked_about_once, scheme_setup),
		WITH(a_taken_address_is_refused_under_its_field, scheme_setup),
		WITH(a_wide_window_shows_the_person_beside, scheme_setup),
		WITH(a_small_window_keeps_the_name, scheme_setup),
		WITH(a_long_list_goes_by_pages_both_ways, scheme_setup_empty),
		WITH(others_changes_show, scheme_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
