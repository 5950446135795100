#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "desk.h"

const char *const desk_surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB", NULL};

/* A folder with a place for the scheme. */
static struct desk *make_desk(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	void *dir = NULL;

	assert_non_null(desk);
	assert_int_equal(temp_dir_setup(&dir), 0);
	desk->dir = dir;
	desk->environment = desk_surroundings;
	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "scheme.db"));
	*state = desk;
	return desk;
}

static void make_file(const char *const *arguments)
{
	struct process_options options = {
		.arguments = arguments, .environment = desk_surroundings, .timeout_ms = DESK_MAKING_MS};
	struct process_result result;

	process_run(&options, &result);
	assert_int_equal(result.status, 0);
	process_release(&result);
}

int desk_with_nothing(void **state)
{
	make_desk(state);
	return 0;
}

int desk_with_scheme(void **state)
{
	struct desk *desk = make_desk(state);
	const char *const init[] = {process_chiron(), "-d", desk->path, "init", "Riverside", NULL};

	make_file(init);
	return 0;
}

int desk_with_demonstration(void **state)
{
	struct desk *desk = make_desk(state);

	process_demonstration(desk->path);
	return 0;
}

int desk_clean_up(void **state)
{
	struct desk *desk = *state;
	void *dir = desk->dir;

	pty_free(desk->pty);
	temp_dir_teardown(&dir);
	free(desk);
	return 0;
}

void desk_run(struct desk *desk, const char *const *arguments, int rows, int columns)
{
	const struct pty_options options = {
		.arguments = arguments, .environment = desk->environment, .rows = rows, .columns = columns};

	pty_free(desk->pty);
	desk->pty = pty_start(&options);
}

void desk_open(struct desk *desk, int rows, int columns)
{
	const char *const arguments[] = {process_chiron(), "-d", desk->path, NULL};

	desk_run(desk, arguments, rows, columns);
}

void desk_shell(struct desk *desk, const char *script)
{
	const char *const arguments[] = {"sh", "-c", script, process_chiron(), desk->path, NULL};

	desk_run(desk, arguments, 0, 0);
}

void desk_wait_for(struct desk *desk, const char *text)
{
	if (!pty_wait_for(desk->pty, text, DESK_WAIT_MS))
		fail_msg("\"%s\" does not appear on\n%s", text, pty_screen(desk->pty));
}
