/* Long work in a real terminal: making the demonstration says how far it is, and can be stopped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/pty.h"
#include "support/temp_dir.h"

enum { WAIT_MS = 60000 };

static struct pty *welcome(struct temp_dir *dir, const char *setting)
{
	const char *const arguments[] = {process_chiron(), "-d", temp_dir_file(dir, "none.db"), NULL};
	const char *const environment[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", setting, "CHIRON_DB",
					   "CHIRON_TODAY", NULL};
	struct pty_options options = {.arguments = arguments, .environment = environment};
	struct pty *pty = pty_start(&options);

	assert_true(pty_wait_for(pty, "Look at the demonstration", WAIT_MS));
	return pty;
}

static void wait_for(struct pty *pty, const char *text)
{
	if (!pty_wait_for(pty, text, WAIT_MS))
		fail_msg("\"%s\" does not appear on\n%s", text, pty_screen(pty));
}

static void making_the_demonstration_can_be_stopped(void **state)
{
	struct temp_dir *dir = *state;
	char folder[512], setting[600];
	const char *why = "";
	struct pty *pty;

	snprintf(folder, sizeof folder, "%s", temp_dir_file(dir, "made"));
	snprintf(setting, sizeof setting, "TMPDIR=%s", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	pty = welcome(dir, setting);
	pty_keys(pty, "3");
	wait_for(pty, "Making the demonstration: ");
	wait_for(pty, "s left");
	wait_for(pty, "Esc:stop, nothing is kept");
	pty_keys(pty, "\033");
	wait_for(pty, "stopped; nothing was changed");
	assert_int_equal(rmdir(folder), 0); /* it is empty */
	pty_keys(pty, "Q");
	assert_true(pty_wait_exit(pty, WAIT_MS));
	if (!pty_modes_restored(pty, &why))
		fail_msg("left behind: %s", why);
	pty_free(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(making_the_demonstration_can_be_stopped, temp_dir_setup,
						temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
