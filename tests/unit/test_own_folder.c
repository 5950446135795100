/* Where somebody's own files lie, whatever the environment says or leaves out. */
#include <pwd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/own_folder.h"

static void expect(const char *home, const char *data, const char *folder)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (home != NULL)
		setenv("HOME", home, 1);
	else
		unsetenv("HOME");
	setenv("XDG_DATA_HOME", data, 1);
	assert_string_equal(ch_own_folder(&arena, "XDG_DATA_HOME", ".local/share"), folder);
	ch_arena_release(&arena);
}

static void test_the_environment_decides(void **state)
{
	(void)state;
	expect("/ann", "", "/ann/.local/share");
	expect("/ann", "/data", "/data");
	expect("/ann", "data", "/ann/.local/share"); /* no absolute path: not counted */
}

/* As under cron, or a service: then it is not the top of the disk. */
static void test_without_a_home_the_system_is_asked(void **state)
{
	const struct passwd *account = getpwuid(getuid());
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *folder = ch_arena_printf(&arena, "%s/.local/share", account != NULL ? account->pw_dir : "");

	(void)state;
	expect(NULL, "", folder);
	expect("", "", folder);
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_environment_decides),
		cmocka_unit_test(test_without_a_home_the_system_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
