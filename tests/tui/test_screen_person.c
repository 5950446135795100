/* One person: facts, panes, going through the list, editing, and what happens when two edit at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include <string.h>

#include "chiron/file_out.h"
#include "scheme.h"
#include "tui/screens/screens.h"

/* The people's screen with Wen Patel's on top. */
static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "j j j j Enter");
	return s;
}

static void save_elsewhere(struct scheme *s, const char *name, const char *department)
{
	struct ch_person person;

	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	if (name != NULL)
		person.name = name;
	person.department = department;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
}

static void all_that_is_known_is_there(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "Person 1 | ");
	SHOWS(s, " Wen Patel ");
	SHOWS(s, " wen@example.org");
	assert_non_null(strstr(scheme_row(s, "Offers "), "finance; speaking"));
	SHOWS(s, "Enrolments (1)");
	assert_non_null(strstr(scheme_row(s, "Autumn"), "mentor"));
	SHOWS(s, "Pairings (1)");
	assert_non_null(strstr(scheme_row(s, "Chen Okafor"), "active"));
	HIDES(s, "Notes ");
}

static void a_wide_window_cuts_no_name(void **state)
{
	struct scheme *s = *state;
	struct ch_person rosa;

	GOOD(s, ch_person_get(&s->c, s->rosa, &s->arena, &rosa, &s->err));
	rosa.name = "Lorraine Pickersgill";
	GOOD(s, ch_person_set(&s->c, &rosa, &s->err));
	scheme_show(s, "People", people_open);
	person_open(&s->app, s->li, NULL);
	SHOWS_AT(s, 200, 60, "Lorraine Pickersgill");
}

static void tab_goes_through_the_panes(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "Tab");
	SHOWS(s, "1 of 1  Autumn, mentor");
	SHOWS(s, "a:enrol");
	scheme_keys(s, "Tab");
	SHOWS(s, "1 of 1  Chen Okafor");
	SHOWS(s, "Enter:open");
	scheme_keys(s, "Enter");
	SHOWS(s, "Sessions (2)");
	scheme_keys(s, "q S-Tab S-Tab");
	SHOWS(s, "1 of ");
	scheme_keys(s, "x"); /* whatever pane has the focus */
	SHOWS(s, "enrol");
}

static void j_and_k_go_through_the_list(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "J");
	SHOWS(s, " Rosa Vega ");
	SHOWS(s, "mentor and mentee");
	SHOWS(s, "Pairings (2)");
	scheme_keys(s, "K");
	SHOWS(s, " Wen Patel ");
	scheme_keys(s, "J J J J J J J J");
	SHOWS(s, "This is the last person of the list");
	scheme_keys(s, "q");
	assert_non_null(strstr(scheme_row(s, "> "), "李 伟"));
}

static void editing_saves_what_was_changed(void **state)
{
	struct scheme *s = shown(state);
	struct ch_person person;

	scheme_keys(s, "e Tab Tab");
	scheme_type(s, "020 7946 0018");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel is saved");
	SHOWS(s, "wen@example.org  020 7946 0018");
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	assert_string_equal(person.phone, "020 7946 0018");
	assert_string_equal(person.offers, "finance; speaking");
}

/* To the field with this label, from the first. */
static void go_to_field(struct scheme *s, const char *label)
{
	for (int i = 0; i < 60; i++) {
		scheme_dump(s, 80, 24);
		if (strncmp(scheme_row(s, "> ") + 2, label, strlen(label)) == 0)
			return;
		scheme_keys(s, "Tab");
	}
	fail_msg("no field %s", label);
}

static void a_manager_is_named_and_understood(void **state)
{
	struct scheme *s = shown(state);
	struct ch_person person;

	scheme_keys(s, "e");
	go_to_field(s, "Line manager");
	scheme_type(s, "rosa");
	SHOWS(s, "> Rosa Vega");
	scheme_keys(s, "Enter");
	SHOWS(s, "Line manager       Rosa Vega");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	assert_int_equal(person.manager_id, s->rosa);
	assert_non_null(strstr(scheme_row(s, "Line manager"), "Rosa Vega"));
	scheme_keys(s, "e");
	go_to_field(s, "Line manager");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Wen");
	scheme_keys(s, "Esc Ctrl-S");
	SHOWS(s, "!"); /* nobody manages themself */
	SHOWS(s, "Edit a person");
}

static void a_name_that_fits_nobody_is_refused(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "e");
	go_to_field(s, "Line manager");
	scheme_type(s, "Nobody At All");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Edit a person");
	SHOWS(s, "! ");
	SHOWS(s, "Nobody At All\"");
}

static void terms_of_others_are_offered(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "e");
	go_to_field(s, "Seeks");
	scheme_type(s, "car");
	scheme_keys(s, "Ctrl-N");
	SHOWS(s, "> career plan");
	scheme_keys(s, "Enter Ctrl-S");
	SHOWS(s, "career plan");
}

/* A list is offered where there can be one, and nowhere else; where there is none it is said why. */
static void a_list_is_offered_where_there_is_one(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "e");
	HIDES(s, "Ctrl-N:list"); /* a name is nobody else's */
	scheme_keys(s, "Ctrl-N");
	SHOWS(s, "here is nothing to choose from here: type it");
	go_to_field(s, "Roles");
	HIDES(s, "Ctrl-N:list");
	go_to_field(s, "Seeks");
	SHOWS(s, "Ctrl-N:list");
	go_to_field(s, "Line manager");
	SHOWS(s, "Ctrl-N:list");
}

static void dates_and_hours_say_what_they_mean(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "e");
	go_to_field(s, "Left on");
	scheme_type(s, "yesterday");
	SHOWS(s, "= Sun 22 Nov");
	scheme_type(s, "x");
	SHOWS(s, "? ");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "yesterdayx\"");
	SHOWS(s, "Edit a person");
}

static void anothers_change_is_taken_in(void **state)
{
	struct scheme *s = shown(state);
	struct ch_person person;

	scheme_keys(s, "e Tab Tab");
	scheme_type(s, "555");
	save_elsewhere(s, NULL, "Finance");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! Somebody else saved this meanwhile; their changes are in the form now.");
	assert_non_null(strstr(scheme_row(s, "  Department"), "Finance"));
	assert_non_null(strstr(scheme_row(s, "> Phone"), "555"));
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel is saved");
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	assert_string_equal(person.phone, "555");
	assert_string_equal(person.department, "Finance");
}

static void what_both_changed_is_pointed_out(void **state)
{
	struct scheme *s = shown(state);
	struct ch_person person;

	scheme_keys(s, "e");
	scheme_type(s, "-Jones");
	save_elsewhere(s, "Wen Patel-Smith", NULL);
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! Somebody else saved \"Wen Patel-Smith\" here meanwhile.");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel-Jones is saved");
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	assert_string_equal(person.name, "Wen Patel-Jones");
}

static void leaving_changes_nothing_and_keeps_what_was_typed(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "e");
	scheme_type(s, "-Jones");
	scheme_keys(s, "Esc");
	SHOWS(s, "Left; what you typed is kept as a draft");
	SHOWS(s, " Wen Patel ");
	HIDES(s, "Jones");
	scheme_keys(s, "e");
	SHOWS(s, "Wen Patel-Jones");
	SHOWS(s, "Your draft of 12:00 is here again (Ctrl-X: start afresh)");
	SHOWS(s, "Edit a person: Wen Patel | draft kept 12:00 | 1 of");
}

static void a_enrols(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "J J Tab");
	SHOWS(s, "Enrolled nowhere. a enrols.");
	scheme_keys(s, "a");
	SHOWS(s, "Enrol a person");
	assert_non_null(strstr(scheme_row(s, "Programme "), "Autumn")); /* the only one */
	assert_non_null(strstr(scheme_row(s, "Role "), "(o) mentee"));
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "is enrolled in Autumn");
	SHOWS(s, "Enrolments (1)");
	scheme_keys(s, "a Ctrl-S");
	SHOWS(s, "! "); /* once in a programme and role */
	SHOWS(s, "Enrol a person");
}

static void an_enrolment_becomes_ready(void **state)
{
	struct scheme *s = shown(state);
	struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .person_id = s->wen};
	struct ch_enrolment enrolment;
	struct ch_grid grid;

	scheme_keys(s, "Tab e");
	SHOWS(s, "Edit an enrolment");
	scheme_keys(s, "Ctrl-U p Ctrl-S");
	SHOWS(s, "The enrolment is saved");
	GOOD(s, ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err));
	GOOD(s, ch_enrolment_get(&s->c, grid.rows[0].id, &s->arena, &enrolment, &s->err));
	assert_int_equal(enrolment.state, CH_ENROLMENT_PAUSED);
}

/* Whoever looks at their own record writes all of it, with the wording of their pairings; nobody else is offered to. */
static void r59_a_mentee_writes_all_that_is_theirs(void **state)
{
	struct scheme *s = *state;
	char path[600], text[8192] = "";
	FILE *file;

	shown(state);
	scheme_keys(s, "x");
	HIDES(s, "all of yours");
	app_release(&s->app);
	app_init(&s->app);
	scheme_act_as(s, s->chen);
	scheme_show(s, "People", people_open);
	person_open(&s->app, s->chen, NULL);
	scheme_keys(s, "w");
	SHOWS(s, "Write all that is yours to: mine.txt");
	scheme_keys(s, "Ctrl-U");
	snprintf(path, sizeof(path), "%s/mine.txt", s->dir->path);
	scheme_type(s, path);
	scheme_keys(s, "Enter");
	SHOWS(s, "Written: ");
	file = fopen(path, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof(text) - 1, file) > 0);
	fclose(file);
	assert_non_null(strstr(text, "Compared two adverts"));
	assert_non_null(strstr(text, "Speak up in meetings"));
}

/* From another computer (ssh) no file is written: it would come to lie where they cannot get at it. */
static void who_is_not_here_writes_no_file(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->chen);
	s->options.remote_person_id = s->chen;
	scheme_show(s, "People", people_open);
	person_open(&s->app, s->chen, NULL);
	scheme_keys(s, "w");
	HIDES(s, "Write all that is yours to");
	SHOWS(s, "not on yours");
	SHOWS(s, "export mine > mine.txt");
}

static void a_small_window_shows_one_pane(void **state)
{
	struct scheme *s = shown(state);

	SHOWS_AT(s, 40, 10, "About");
	assert_null(strstr(s->dump.text, "Pairings"));
	scheme_keys(s, "Tab Tab");
	SHOWS_AT(s, 40, 10, "Pairings (1)");
	SHOWS_AT(s, 40, 10, "Chen Okafor");
	SHOWS_AT(s, 40, 10, "?:help");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

static void w_writes_what_is_kept_of_them(void **state)
{
	struct scheme *s = shown(state);
	const char *path = temp_dir_file(s->dir, "wen.txt");

	scheme_keys(s, "w Ctrl-U");
	SHOWS(s, "Write all that is kept of them to:");
	scheme_type(s, path);
	scheme_keys(s, "Enter");
	SHOWS(s, "remarks may be about others");
	assert_true(ch_file_is_there(path));
}

static void erasing_asks_for_the_name_and_gives_the_certificate(void **state)
{
	struct scheme *s = *state;
	const char *path = temp_dir_file(s->dir, "certificate.txt");
	int64_t zoe = scheme_person(s, "Zoe Quill", "zoe@example.org", 1 << CH_ROLE_MENTEE);
	struct ch_person person;

	shown(state);
	scheme_keys(s, "d");
	SHOWS(s, "has a live pairing");
	SHOWS(s, "End it first: C");
	scheme_keys(s, "q /");
	scheme_type(s, "Quill");
	scheme_keys(s, "Enter Enter d");
	SHOWS(s, "Erase Zoe Quill?");
	assert_non_null(strstr(scheme_row(s, "name, addresses"), "goes"));
	scheme_keys(s, "d");
	scheme_type(s, "Zoe");
	scheme_keys(s, "Enter");
	SHOWS(s, "that is not the name");
	GOOD(s, ch_person_get(&s->c, zoe, &s->arena, &person, &s->err));
	scheme_type(s, " quill");
	scheme_keys(s, "Enter");
	SHOWS(s, "Certificate of erasure");
	SHOWS(s, "w writes the certificate");
	assert_int_equal(ch_person_get(&s->c, zoe, &s->arena, &person, &s->err), CH_MISSING);
	scheme_keys(s, "w Ctrl-U");
	scheme_type(s, path);
	scheme_keys(s, "Enter");
	assert_true(ch_file_is_there(path));
}

static void copies_beside_the_scheme_are_asked_about(void **state)
{
	struct scheme *s = *state;

	scheme_person(s, "Zoe Quill", "zoe@example.org", 1 << CH_ROLE_MENTEE);
	GOOD(s, ch_scheme_backup(&s->c, temp_dir_file(s->dir, "kept.db"), &s->err));
	shown(state);
	scheme_keys(s, "q /");
	scheme_type(s, "Quill");
	scheme_keys(s, "Enter Enter d d");
	scheme_type(s, "Zoe Quill");
	scheme_keys(s, "Enter");
	SHOWS(s, "A copy beside the scheme holds them, too.");
	scheme_keys(s, "Esc");
	SHOWS(s, "Erase Zoe Quill?");
	scheme_keys(s, "d");
	scheme_type(s, "Zoe Quill");
	scheme_keys(s, "Enter y G");
	scheme_keys(s, "/");
	scheme_type(s, "as well");
	scheme_keys(s, "Enter");
	SHOWS(s, "erased there as well");
}

/* Of several the number is typed; who still has a pairing stays, and it says why. */
static void marked_people_are_erased_by_their_number(void **state)
{
	struct scheme *s = *state;
	struct ch_grid erased;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "* d");
	SHOWS(s, "Wen Patel has a live pairing: 1, Wen Patel and Chen Okafor");
	scheme_keys(s, "d");
	scheme_type(s, "99");
	scheme_keys(s, "Enter");
	SHOWS(s, "that is not the number");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "3");
	scheme_keys(s, "Enter");
	SHOWS(s, "Erased: 3.");
	GOOD(s, ch_erasure_list(&s->c, &s->arena, &erased, &s->err));
	assert_int_equal(erased.row_count, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(a_wide_window_cuts_no_name),
		WITH(all_that_is_known_is_there),
		WITH(tab_goes_through_the_panes),
		WITH(j_and_k_go_through_the_list),
		WITH(editing_saves_what_was_changed),
		WITH(a_manager_is_named_and_understood),
		WITH(a_name_that_fits_nobody_is_refused),
		WITH(w_writes_what_is_kept_of_them),
		WITH(erasing_asks_for_the_name_and_gives_the_certificate),
		WITH(marked_people_are_erased_by_their_number),
		WITH(copies_beside_the_scheme_are_asked_about),
		WITH(a_list_is_offered_where_there_is_one),
		WITH(terms_of_others_are_offered),
		WITH(dates_and_hours_say_what_they_mean),
		WITH(anothers_change_is_taken_in),
		WITH(what_both_changed_is_pointed_out),
		WITH(leaving_changes_nothing_and_keeps_what_was_typed),
		WITH(a_enrols),
		WITH(an_enrolment_becomes_ready),
		WITH(r59_a_mentee_writes_all_that_is_theirs),
		WITH(who_is_not_here_writes_no_file),
		WITH(a_small_window_shows_one_pane),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
