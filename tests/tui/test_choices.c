/* What a person chooses and what is kept of it: columns, order, filters and commands; and the palette's reasons. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>

#include "scheme.h"
#include "tui/widgets/palette_where.h"
#include "tui/screens/screens.h"

/* A scheme whose state folder is in its own folder. */
static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	s->desk.state_folder = ch_arena_copy(&s->arena, temp_dir_file(s->dir, "state/chiron"));
	prompt_history_keep(&s->app.commands, s->desk.state_folder, "commands");
	scheme_show(s, "People", people_open);
	return s;
}

/* Leaves the program and comes back another day. */
static void come_back(struct scheme *s)
{
	app_release(&s->app);
	app_init(&s->app);
	prompt_history_keep(&s->app.commands, s->desk.state_folder, "commands");
	scheme_show(s, "People", people_open);
}

static void columns_are_chosen_and_ordered_as_one_types(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "c");
	SHOWS(s, " offers_seeks with last_session_on department email");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "with n");
	SHOWS(s, "    With                                Name"); /* as it stands so far */
	scheme_keys(s, "Tab");
	SHOWS(s, "Columns: with name\n");
	scheme_type(s, "emial");
	SHOWS(s, "! There is no column \"emial\". Did you mean email?");
	scheme_keys(s, "Ctrl-W");
	scheme_type(s, "email");
	scheme_keys(s, "Enter");
	SHOWS(s, "The columns are kept so.");
	assert_non_null(strstr(scheme_row(s, "wen@example.org"), "Wen Patel"));
	scheme_keys(s, "j k");
	SHOWS(s, "Nils Costa: left on"); /* what the status says needs no column */
}

static void columns_are_kept(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "c Ctrl-U");
	scheme_type(s, "name email");
	scheme_keys(s, "Enter");
	come_back(s);
	assert_null(strstr(scheme_row(s, "Name"), "Role"));
	scheme_act_as(s, s->rosa); /* somebody else has their own */
	come_back(s);
	assert_non_null(strstr(scheme_row(s, "Name"), "Role"));
	scheme_act_as(s, 0);
	come_back(s);
	scheme_keys(s, "c Ctrl-U Enter");
	assert_non_null(strstr(scheme_row(s, "Name"), "Role"));
	come_back(s);
	assert_non_null(strstr(scheme_row(s, "Name"), "Role"));
}

static void giving_up_leaves_the_columns(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "c Ctrl-U");
	scheme_type(s, "email");
	assert_null(strstr(scheme_row(s, "E-mail"), "Role"));
	scheme_keys(s, "Esc");
	assert_non_null(strstr(scheme_row(s, "Name"), "Role"));
	scheme_keys(s, "j j");
	SHOWS(s, "3 of 8");
}

static void the_order_is_kept(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "s");
	scheme_type(s, "newest");
	scheme_keys(s, "Enter");
	come_back(s);
	assert_non_null(strstr(scheme_row(s, "> "), "Nils Costa")); /* who was added last */
	scheme_keys(s, "G");
	assert_non_null(strstr(scheme_row(s, "> "), "Wen Patel"));
}

static void earlier_filters_are_kept(void **state)
{
	struct scheme *s = shown(state);
	struct stat found;

	scheme_keys(s, "f");
	scheme_type(s, "roles:mentor");
	scheme_keys(s, "Enter");
	scheme_keys(s, "/");
	scheme_type(s, "wen");
	scheme_keys(s, "Enter");
	come_back(s);
	scheme_keys(s, "f Up");
	SHOWS(s, "Filter: wen");
	scheme_keys(s, "Up");
	SHOWS(s, "Filter: roles:mentor");
	SHOWS(s, "4 found");
	assert_int_equal(stat(temp_dir_file(s->dir, "state/chiron/filters-people"), &found), 0);
	assert_int_equal(found.st_mode & 0777, 0600);
	assert_int_equal(stat(temp_dir_file(s->dir, "state/chiron"), &found), 0);
	assert_int_equal(found.st_mode & 0777, 0700);
}

static void a_folder_that_cannot_be_made_is_no_error(void **state)
{
	struct scheme *s = *state;

	temp_dir_write(s->dir, "file", "");
	s->desk.state_folder = ch_arena_copy(&s->arena, temp_dir_file(s->dir, "file/chiron"));
	scheme_show(s, "People", people_open);
	scheme_keys(s, "f");
	scheme_type(s, "wen");
	scheme_keys(s, "Enter");
	SHOWS(s, "Wen Patel");
	HIDES(s, "! ");
}

static void the_palette_says_where_the_others_work(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, ":");
	scheme_type(s, "agreem");
	SHOWS(s, "> agreement                only in Pairs, on one that is not closed");
	scheme_keys(s, "Enter");
	SHOWS(s, "agreement: in Pairs, on one that is not closed");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "back up");
	SHOWS(s, "only in the shell: chiron backup FILE");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "ad"); /* what can be done comes first */
	SHOWS(s, "│> add ");
}

static void commands_chosen_come_first_and_come_back(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, ":");
	scheme_type(s, "columns");
	scheme_keys(s, "Enter Esc");
	come_back(s);
	scheme_keys(s, ":");
	SHOWS(s, "│> columns");
	scheme_keys(s, "Up");
	SHOWS(s, "│:columns");
	scheme_keys(s, "Down");
	SHOWS(s, "│:  ");
}

/* An action that does not work everywhere must say where it does, or the palette hides it there. */
static void every_action_has_a_place(void **state)
{
	static const bool everywhere[COMMAND_COUNT] = {
		[COMMAND_OPEN] = true,	      [COMMAND_IMPORTS] = true,		[COMMAND_MAPPINGS] = true,
		[COMMAND_SEARCH_NEXT] = true, [COMMAND_SEARCH_PREVIOUS] = true, [COMMAND_MORE] = true,
		[COMMAND_REDO] = true,	      [COMMAND_HISTORY] = true,		[COMMAND_DRAFTS] = true,
		[COMMAND_FIELDS] = true,	      [COMMAND_COORDINATORS] = true,	[COMMAND_KINDS] = true,
	};

	(void)state;
	for (enum command command = COMMAND_NONE + 1; command <= COMMAND_DRAFTS; command++)
		if (!everywhere[command] && palette_where(command) == NULL)
			fail_msg("where does \"%s\" work?", command_info(command)->label);
}

int main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)
	const struct CMUnitTest tests[] = {
		WITH(columns_are_chosen_and_ordered_as_one_types),
		WITH(columns_are_kept),
		WITH(giving_up_leaves_the_columns),
		WITH(the_order_is_kept),
		WITH(earlier_filters_are_kept),
		WITH(a_folder_that_cannot_be_made_is_no_error),
		WITH(the_palette_says_where_the_others_work),
		WITH(commands_chosen_come_first_and_come_back),
		cmocka_unit_test(every_action_has_a_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
