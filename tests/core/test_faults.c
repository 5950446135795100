/*
 * A disk that is full, a file that somebody else holds: nothing is lost, nothing half done, and the words say what to
 * do.
 */
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum { LONG_TEXT = 90000 };

static int64_t sessions(struct scheme_fixture *f)
{
	int64_t count;

	GOOD(f, ch_scheme_count(&f->c, CH_SESSION, &count, &f->err));
	return count;
}

static int64_t new_pairing(struct scheme_fixture *f)
{
	int64_t guide = scheme_person(f, "Gwen Guide", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3);
	int64_t learner = scheme_person(f, "Lena Learner", NULL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);

	return scheme_pairing(f, scheme_programme(f, "Mentoring", CH_KIND_MENTORING), guide, learner);
}

static enum ch_status log_long(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_session session;
	struct ch_session_logged logged;
	char *text = calloc(1, LONG_TEXT + 1);
	struct ch_session_record record = {.learning = text};

	memset(text, 'x', LONG_TEXT);
	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing;
	enum ch_status status = ch_session_log(&f->c, &session, &record, &logged, &f->err);
	free(text);
	return status;
}

/*
 * In a child, whose files may grow by `room` bytes only: 0 where the log was refused in the right words, 1 where it
 * went through.
 */
static int log_without_room(const char *path, int64_t pairing, rlim_t room)
{
	struct scheme_fixture f = {.arena = CH_ARENA_EMPTY, .c = {.actor = {.channel = "test"}}};
	struct stat st;

	f.c.clock.fixed_today = ch_date_from_iso("2026-11-23");
	if (stat(path, &st) != 0 || ch_scheme_open(path, &f.c.scheme, &f.err) != CH_OK)
		return 2;
	struct rlimit limit = {.rlim_cur = (rlim_t)st.st_size + room, .rlim_max = RLIM_INFINITY};
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	enum ch_status status = log_long(&f, pairing);
	ch_scheme_close(f.c.scheme);
	if (status == CH_OK)
		return 1;
	return status == CH_IO && strstr(f.err.fix, "nothing was changed") != NULL ? 0 : 3;
}

static void a_full_disk_loses_nothing(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pairing(f), before = sessions(f);
	int refused = 0;

	for (rlim_t room = 0; room <= 160 * 1024; room += 8 * 1024) {
		int status;
		pid_t child = fork();
		if (child == 0)
			_exit(log_without_room(f->path, pairing, room));
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= 1);
		refused += WEXITSTATUS(status) == 0;
		if (WEXITSTATUS(status) == 1)
			break;
		assert_int_equal(sessions(f), before);
	}
	assert_true(refused > 0);
	struct ch_grid grid;
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &grid, &f->err));
	GOOD(f, log_long(f, pairing));
}

/* What a copy is called until it is whole is nobody's business. */
static void a_copy_without_room_is_named_as_it_was_asked_for(void **state)
{
	struct scheme_fixture *f = *state;
	const char *path = ch_arena_printf(&f->arena, "%s.backup", f->path);
	int status;

	pid_t child = fork();
	if (child == 0) {
		struct rlimit limit = {.rlim_cur = 8192, .rlim_max = RLIM_INFINITY};

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		ch_scheme_backup(&f->c, path, &f->err);
		_exit(strstr(f->err.message, ".backup") != NULL && strstr(f->err.message, ".backup.") == NULL ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_int_not_equal(access(path, F_OK), 0);
}

/* Killed by the system in the middle of its commit: the first page already says how large the file should be. */
static void be_killed_while_saving(const char *path, int64_t pairing)
{
	struct scheme_fixture f = {.arena = CH_ARENA_EMPTY, .c = {.actor = {.channel = "test"}}};
	struct stat st;

	f.c.clock.fixed_today = ch_date_from_iso("2026-11-23");
	if (stat(path, &st) != 0 || ch_scheme_open(path, &f.c.scheme, &f.err) != CH_OK)
		_exit(2);
	struct rlimit limit = {.rlim_cur = (rlim_t)st.st_size, .rlim_max = RLIM_INFINITY};
	signal(SIGXFSZ, SIG_DFL);
	setrlimit(RLIMIT_FSIZE, &limit);
	log_long(&f, pairing);
	_exit(3);
}

static void a_killed_commit_is_rolled_back(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pairing(f);
	struct ch_grid grid;
	int status;

	pid_t child = fork();
	if (child == 0)
		be_killed_while_saving(f->path, pairing);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	ch_scheme_close(f->c.scheme);
	GOOD(f, ch_scheme_open(f->path, &f->c.scheme, &f->err));
	assert_int_equal(sessions(f), 0);
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &grid, &f->err));
	GOOD(f, log_long(f, pairing));
}

/* Holds the file until told to go: what another chiron does while it saves. */
static void hold(const char *path, int ready, int go)
{
	struct ch_scheme *scheme = NULL;
	struct ch_error err = CH_NO_ERROR;
	char byte = 0;

	if (ch_scheme_open(path, &scheme, &err) != CH_OK || ch_scheme_hold(scheme, &err) != CH_OK)
		_exit(1);
	if (write(ready, &byte, 1) != 1 || read(go, &byte, 1) < 0)
		_exit(1);
	ch_scheme_release(scheme, false, &err);
	ch_scheme_close(scheme);
	_exit(0);
}

static void somebody_else_saving_is_waited_for(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pairing(f);
	int ready[2], go[2], status;
	char byte;

	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	pid_t holder = fork();
	if (holder == 0)
		hold(f->path, ready[1], go[0]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	pid_t releaser = fork();
	if (releaser == 0) {
		/* Long enough that the wait is a real one; the test itself waits on the store alone. */
		poll(NULL, 0, 300);
		_exit(write(go[1], "", 1) == 1 ? 0 : 1);
	}
	GOOD(f, log_long(f, pairing));
	assert_int_equal(waitpid(holder, &status, 0), holder);
	assert_int_equal(waitpid(releaser, &status, 0), releaser);
	assert_int_equal(sessions(f), 1);
}

static void what_others_commit_is_noticed(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_scheme *mine = f->c.scheme, *theirs = NULL;

	assert_true(ch_scheme_watch(mine) >= 0);
	ch_scheme_changed(mine);
	assert_false(ch_scheme_changed(mine));
	GOOD(f, ch_scheme_open(f->path, &theirs, &f->err));
	f->c.scheme = theirs;
	scheme_person(f, "From elsewhere", NULL, 0, NULL, NULL, CH_UNKNOWN);
	f->c.scheme = mine;
	assert_true(ch_scheme_changed(mine));
	assert_false(ch_scheme_changed(mine));
	ch_scheme_close(theirs);
}

static void what_is_held_is_kept_or_taken_back_together(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t count;

	GOOD(f, ch_scheme_hold(f->c.scheme, &f->err));
	scheme_person(f, "One", NULL, 0, NULL, NULL, CH_UNKNOWN);
	scheme_person(f, "Two", NULL, 0, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_scheme_release(f->c.scheme, false, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &count, &f->err));
	assert_int_equal(count, 0);
	GOOD(f, ch_scheme_hold(f->c.scheme, &f->err));
	scheme_person(f, "Three", NULL, 0, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_scheme_release(f->c.scheme, true, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &count, &f->err));
	assert_int_equal(count, 1);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(a_full_disk_loses_nothing),
		WITH_SCHEME(a_copy_without_room_is_named_as_it_was_asked_for),
		WITH_SCHEME(a_killed_commit_is_rolled_back),
		WITH_SCHEME(somebody_else_saving_is_waited_for),
		WITH_SCHEME(what_others_commit_is_noticed),
		WITH_SCHEME(what_is_held_is_kept_or_taken_back_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
