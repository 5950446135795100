/* An import that was not brought in is there again as it was left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_looked_at.h"
#include "scheme.h"
#include "tui/screens/screens.h"

/* A number key, as any way out of the look ahead, loses nothing of what was said there. */
static void what_was_mended_is_there_again_after_leaving(void **state)
{
	struct scheme *s = looking(state, "left.csv", roster);

	go_to(s, "no address");
	scheme_keys(s, "Enter");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "cy@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Mended in \"E-mail\": row 5");
	scheme_keys(s, "q");
	SHOWS(s, "The import is kept as you left it");
	scheme_keys(s, "I");
	SHOWS(s, "Your import is here again as you left it");
	SHOWS(s, "Mended in \"E-mail\": row 5");
	app_go(&s->app, 0);
	SHOWS(s, "The import is kept as you left it");
	scheme_keys(s, "I");
	scheme_keys(s, "I");
	SHOWS(s, "They are in: 3 new, 1 changed");
	scheme_keys(s, "q");
	scheme_keys(s, "I");
	SHOWS(s, "Import a spreadsheet | 1 of 11");
}

/* Of an import that was only looked at, what was typed is there again. */
static void what_was_typed_is_there_again_after_leaving(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	scheme_keys(s, "Esc I");
	SHOWS(s, "roster.csv");
	SHOWS(s, "As you left it: Ctrl-S looks at the same file again");
	scheme_keys(s, "Ctrl-S I");
	SHOWS(s, "They are in");
	HIDES(s, "Enter:change"); /* what is done is changed no more */
	scheme_keys(s, "q I");
	HIDES(s, "roster.csv");
}

static void of_a_file_that_changed_only_what_holds_for_it_is_there_again(void **state)
{
	struct scheme *s = looking(state, "changed.csv", roster);

	go_to(s, "no address");
	scheme_keys(s, "Enter");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "cy@example.org");
	scheme_keys(s, "Ctrl-S");
	scheme_keys(s, "q");
	write_file(s, "changed.csv", "Name,E-mail,Role\nBo Diaz,bo@example.org,mentee\n");
	scheme_keys(s, "I");
	SHOWS(s, "its file was changed");
}

static void look_at_another(struct scheme *s, const char *path)
{
	scheme_keys(s, "e Ctrl-U");
	scheme_type(s, path);
	scheme_keys(s, "Ctrl-S");
}

/* Of several files, each is mended for itself, whichever is looked at in between or brought in first. */
static void what_was_mended_is_there_again_after_another_file(void **state)
{
	struct scheme *s = *state;
	const char *other = write_file(s, "other.csv", "Name,E-mail,Role\nBo Diaz,bo@example.org,mentee\n");
	const char *empty = write_file(s, "empty.csv", "Name,E-mail,Role\n");

	looking(state, "first.csv", roster);
	go_to(s, "no address");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "cy@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Mended in \"E-mail\": row 5");
	look_at_another(s, empty);
	look_at_another(s, other);
	HIDES(s, "Mended");
	look_at_another(s, ch_arena_printf(&s->arena, "%s/first.csv", s->dir->path));
	SHOWS(s, "What you said of this file before is here again");
	SHOWS(s, "Mended in \"E-mail\": row 5");
	look_at_another(s, other);
	scheme_keys(s, "I q I");
	SHOWS(s, "Your import is here again as you left it");
	SHOWS(s, "first.csv");
	SHOWS(s, "Mended in \"E-mail\": row 5");
	scheme_keys(s, "q");
	drafts_open(&s->app);
	SHOWS(s, "first.csv");
	HIDES(s, "empty.csv");
	HIDES(s, "other.csv");
	scheme_keys(s, "Enter");
	SHOWS(s, "Mended in \"E-mail\": row 5");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(what_was_mended_is_there_again_after_leaving),
		WITH(what_was_typed_is_there_again_after_leaving),
		WITH(of_a_file_that_changed_only_what_holds_for_it_is_there_again),
		WITH(what_was_mended_is_there_again_after_another_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
