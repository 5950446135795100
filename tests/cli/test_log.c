/* `chiron log`, `session finish` and `action review` as a person meets them: question by question, on a terminal. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/pty.h"
#include "support/temp_dir.h"

enum { SOON = 10000 };

struct desk {
	struct temp_dir *dir;
	char scheme[512];
	struct pty *pty;
};

/* Runs a command that must work, and gives what it printed; the caller frees it. */
static char *ran(struct desk *desk, const char *const *words)
{
	const char *arguments[32] = {process_chiron(), "-d", desk->scheme};
	struct process_result result;
	char *output;

	for (size_t i = 0; words[i]; i++)
		arguments[3 + i] = words[i];
	process_run(&(struct process_options){.arguments = arguments}, &result);
	if (result.status != 0)
		fail_msg("%s %s: %s", words[0], words[1], result.errors);
	output = result.output;
	result.output = NULL;
	process_release(&result);
	return output;
}

#define RUN(desk, ...) free(ran(desk, (const char *const[]){__VA_ARGS__, NULL}))
#define OUTPUT(desk, ...) ran(desk, (const char *const[]){__VA_ARGS__, NULL})

static void start(struct desk *desk, const char *const *words)
{
	const char *arguments[32] = {process_chiron(), "-d", desk->scheme};

	for (size_t i = 0; words[i]; i++)
		arguments[3 + i] = words[i];
	desk->pty = pty_start(&(struct pty_options){.arguments = arguments, .columns = 140});
}

#define START(desk, ...) start(desk, (const char *const[]){__VA_ARGS__, NULL})

static void answer(struct desk *desk, const char *question, const char *keys)
{
	if (!pty_wait_for(desk->pty, question, SOON))
		fail_msg("\"%s\" was not asked:\n%s", question, pty_screen(desk->pty));
	pty_keys(desk->pty, keys);
}

static void ends(struct desk *desk, const char *saying, int status)
{
	if (!pty_wait_exit(desk->pty, SOON) || !strstr(pty_screen(desk->pty), saying))
		fail_msg("\"%s\" was not said:\n%s", saying, pty_screen(desk->pty));
	assert_int_equal(pty_exit_status(desk->pty), status);
	pty_free(desk->pty);
	desk->pty = NULL;
}

static int setup(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	if (!desk || temp_dir_setup((void **)&desk->dir) != 0)
		return -1;
	*state = desk;
	strcpy(desk->scheme, temp_dir_file(desk->dir, "s.db"));
	RUN(desk, "init", "Riverside", "-q");
	RUN(desk, "scheme", "set", "--own-today", "2026-11-23", "-q");
	RUN(desk, "person", "add", "Alison Abbott", "--roles", "mentor", "--capacity", "3", "--email",
	    "alison@example.org", "--offers", "Confidence");
	RUN(desk, "person", "add", "Catrin Oldroyd", "--roles", "mentee");
	RUN(desk, "person", "add", "Dai Pugh", "--roles", "mentee");
	RUN(desk, "programme", "add", "Spring", "--kind", "mentoring", "--purpose", "p", "--focus-areas", "f",
	    "--mentoring-models", "m", "--components", "c", "--matching-process", "x");
	RUN(desk, "programme", "open", "Spring");
	RUN(desk, "pairing", "add", "1", "2", "--programme", "Spring", "--today", "2026-09-01", "--ready",
	    "spoken");
	return 0;
}

static int teardown(void **state)
{
	struct desk *desk = *state;

	pty_free(desk->pty);
	temp_dir_teardown((void **)&desk->dir);
	free(desk);
	return 0;
}

static void a_session_is_logged_question_by_question(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "--as", "alison@example.org");
	answer(desk, "Pair: Alison Abbott - Catrin Oldroyd", "");
	answer(desk, "Date [today]:", "yesterday\r");
	answer(desk, "= Sun 22 Nov", "");
	answer(desk, "Length", "soon\r");
	answer(desk, "? no length yet", "1h15\r");
	answer(desk, "= 75 minutes", "");
	answer(desk, "How:", "video\r");
	answer(desk, "Came [Alison Abbott, Catrin Oldroyd]:", "\r");
	answer(desk, "Late:", "\r");
	answer(desk, "only Alison Abbott and Catrin Oldroyd are shown this", "");
	answer(desk, "Learned:", "Names her own next step\rand means it\r\r");
	answer(desk, "Actions:", "draft CV @ next fri\rAlison: find it @ 4 dec\r\r");
	answer(desk, "= Alison Abbott, by Fri 4 Dec", "");
	answer(desk, "Save?", "yes\r");
	ends(desk, "Session 1", 0);

	output = OUTPUT(desk, "session", "show", "1", "--as", "Catrin Oldroyd");
	assert_non_null(strstr(output, "Date: Sun 22 Nov\n"));
	assert_non_null(strstr(output, "Length: 1h15\n"));
	assert_non_null(strstr(output, "How: video\n"));
	assert_non_null(strstr(output, "Complete: yes\n"));
	assert_non_null(strstr(output, "Names her own next step\nand means it\n"));
	free(output);
	output = OUTPUT(desk, "action", "list", "--format", "csv");
	assert_non_null(strstr(output, "2026-11-27,open,learner"));
	assert_non_null(strstr(output, "2026-12-04,open,guide"));
	free(output);
}

static void what_was_given_is_said_and_not_asked(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "Catrin Oldroyd", "--date", "yesterday", "--minutes", "17:30-18:15", "--medium", "phone",
	      "--late", "guide", "--place", "The library", "--learning-kept-by-pair");
	answer(desk, "Length: 45", "");
	answer(desk, "Late: Alison Abbott", "");
	answer(desk, "Actions:", "\r");
	answer(desk, "Or [the pair keeps what was learned]:", "1,2\r");
	answer(desk, "Save?", "y\r");
	ends(desk, "Session 1", 0);
	output = OUTPUT(desk, "session", "show", "1");
	assert_non_null(strstr(output, "Complete: yes\n"));
	assert_non_null(strstr(output, "Place: The library\n"));
	assert_non_null(strstr(output, "Start: 17:30\n"));
	free(output);
}

static void one_of_several_pairs_is_chosen_by_number(void **state)
{
	struct desk *desk = *state;
	char *output;

	RUN(desk, "pairing", "add", "1", "3", "--programme", "Spring", "--today", "2026-09-01", "--ready",
	    "spoken");
	START(desk, "log", "--as", "alison@example.org", "--date", "yesterday", "--minutes", "45", "--medium", "phone");
	answer(desk, "2 Alison Abbott - Dai Pugh #2; Spring", "9\r");
	answer(desk, "no pairing with the number 9", "dai\r");
	answer(desk, "Came", ":save\r");
	ends(desk, "Session 1", 0);
	output = OUTPUT(desk, "session", "list", "--format", "csv");
	assert_non_null(strstr(output, "Dai Pugh"));
	free(output);
}

static void nobody_met_is_recorded_as_such(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "1", "--date", "yesterday", "--minutes", "45", "--medium", "phone");
	answer(desk, "Came", "x\r");
	answer(desk, "is none of them", "Alison\r");
	answer(desk, "that records that they did not meet", "");
	answer(desk, "Save?", "y\r");
	ends(desk, "It is recorded that Alison Abbott and Catrin Oldroyd did not meet", 0);
	output = OUTPUT(desk, "session", "show", "1");
	assert_non_null(strstr(output, "State: no-show\n"));
	assert_non_null(strstr(output, "By whom: mentee or coachee\n"));
	free(output);
}

/* Whatever ends the questions, what was answered is there again, and no session was made. */
static void ended_by(struct desk *desk, const char *keys, int signal, int status)
{
	char *output;

	START(desk, "log", "1", "--as", "alison@example.org", "--date", "yesterday");
	answer(desk, "Length", "1h15\r");
	answer(desk, "How:", "video\r");
	answer(desk, "Came", "\r");
	answer(desk, "Late:", "\r");
	answer(desk, "Learned:", "Names her own next step\r\r");
	answer(desk, "Actions:", keys);
	if (signal != 0)
		pty_signal(desk->pty, signal);
	ends(desk, "Left; what you typed is kept as a draft", status);
	output = OUTPUT(desk, "session", "list");
	assert_non_null(strstr(output, "No session is recorded"));
	free(output);

	START(desk, "log", "--as", "alison@example.org");
	answer(desk, "Your draft of", "");
	answer(desk, "Date [2026-11-22]:", "\r");
	answer(desk, "Length [1h15]:", "\r");
	answer(desk, "How [video]:", ":all\r");
	answer(desk, "Learned: Names her own next step", ":afresh\r");
	answer(desk, "How:", ":leave\r");
	if (!pty_wait_exit(desk->pty, SOON))
		fail_msg("not left:\n%s", pty_screen(desk->pty));
	pty_free(desk->pty);
	desk->pty = NULL;
}

static void what_was_answered_is_kept_whatever_ends_the_questions(void **state)
{
	RUN((struct desk *)*state, "scheme", "set", "--notes", "apart", "-q");
	ended_by(*state, "half a line\x03", 0, 128 + SIGINT);
	ended_by(*state, "\x04", 0, 65);
	ended_by(*state, "", SIGTERM, 128 + SIGTERM);
	ended_by(*state, "", SIGHUP, 128 + SIGHUP);
	ended_by(*state, ":leave\r", 0, 65);
}

/* A coordinator's desk is open to others: the facts are kept there, what belongs to the two is not (0015). */
static void a_coordinator_is_told_what_is_not_kept(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "1", "--date", "yesterday", "--minutes", "50", "--medium", "phone");
	answer(desk, "Came", "\r");
	answer(desk, "Late:", "\r");
	answer(desk, "Learned:", "Secret thing\r\r");
	answer(desk, "Actions:", "\x03");
	ends(desk, "the facts are kept as a draft, the wording is not", 128 + SIGINT);
	output = OUTPUT(desk, "draft", "list", "--format", "json");
	assert_null(strstr(output, "Secret"));
	free(output);
}

static void a_record_is_finished_by_the_same_questions(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "1", "--date", "yesterday");
	answer(desk, "Length", ":save\r");
	ends(desk, "The record is unfinished: `chiron session finish 1`", 0);
	START(desk, "session", "finish", "1", "--as", "alison@example.org", "--no-actions");
	answer(desk, "Finish the record: 2 questions", "");
	answer(desk, "Learned:", "Names her own next step\r\r");
	answer(desk, "Or [no actions agreed]", "\r");
	answer(desk, "Save?", "y\r");
	ends(desk, "The record of the session is complete.", 0);
	output = OUTPUT(desk, "session", "show", "1", "--as", "Catrin Oldroyd");
	assert_non_null(strstr(output, "Names her own next step\n"));
	free(output);
}

/* Logs a session with three actions on 1 October. */
static void log_three_actions(struct desk *desk)
{
	const char *arguments[] = {process_chiron(), "-d", desk->scheme, "log", "1", "--today", "2026-10-01", NULL};
	struct process_result result;

	process_run(&(struct process_options){
			    .arguments = arguments,
			    .input = "Learned\n\none @ 2026-10-15\ntwo @ 2026-10-20\nthree @ 2026-10-25\n"},
		    &result);
	assert_int_equal(result.status, 0);
	process_release(&result);
}

static void earlier_actions_are_reviewed_with_a_session(void **state)
{
	struct desk *desk = *state;
	char *output;

	log_three_actions(desk);
	START(desk, "log", "1", "--as", "alison@example.org", "--date", "yesterday", "--minutes", "45", "--medium",
	      "phone", "--late", "guide", "--learning-kept-by-pair", "--no-actions", "yes");
	answer(desk, "one [leave open]:", "done\r");
	answer(desk, "two [leave open]:", "carry\r");
	answer(desk, "three [leave open]:", "\r");
	answer(desk, "Carry on until:", "in 2 weeks\r");
	answer(desk, "Save?", "y\r");
	ends(desk, "1 earlier action to review", 0);
	output = OUTPUT(desk, "action", "list", "--format", "csv", "--sort", "action_id");
	assert_non_null(strstr(output, "\n1,2026-10-15,done"));
	assert_non_null(strstr(output, "\n2,2026-10-20,carried_forward"));
	assert_non_null(strstr(output, "\n3,2026-10-25,open"));
	assert_non_null(strstr(output, "\n4,2026-12-07,open"));
	free(output);
	/* Logging and settling were one thing to undo. */
	RUN(desk, "undo", "--as", "alison@example.org");
	output = OUTPUT(desk, "action", "list", "state:open", "--format", "csv");
	assert_non_null(strstr(output, "\n1,2026-10-15,open"));
	free(output);
}

static void what_was_reviewed_before_ctrl_c_is_saved(void **state)
{
	struct desk *desk = *state;
	char *output;

	log_three_actions(desk);
	START(desk, "action", "review", "Catrin Oldroyd");
	answer(desk, "Action 1", "x\r");
	answer(desk, "Action 2", "\x03");
	ends(desk, "1 of 3 reviewed; what you answered is saved", 128 + 2);
	output = OUTPUT(desk, "action", "list", "state:open", "--format", "csv");
	assert_null(strstr(output, "\n1,"));
	assert_non_null(strstr(output, "\n2,"));
	free(output);
}

static void a_file_is_replaced_after_yes_only(void **state)
{
	struct desk *desk = *state;
	char path[512], *kept;

	strcpy(path, temp_dir_write(desk->dir, "out.csv", "mine"));
	START(desk, "export", "people", "-o", path);
	answer(desk, "Type yes", "y\r");
	ends(desk, "nothing was changed", 65);
	kept = temp_dir_read(desk->dir, "out.csv", NULL);
	assert_string_equal(kept, "mine");
	free(kept);
	START(desk, "export", "people", "-o", path);
	answer(desk, "Type yes", "yes\r");
	ends(desk, "Written", 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_session_is_logged_question_by_question),
		TEST(what_was_given_is_said_and_not_asked),
		TEST(one_of_several_pairs_is_chosen_by_number),
		TEST(nobody_met_is_recorded_as_such),
		TEST(what_was_answered_is_kept_whatever_ends_the_questions),
		TEST(a_coordinator_is_told_what_is_not_kept),
		TEST(a_record_is_finished_by_the_same_questions),
		TEST(earlier_actions_are_reviewed_with_a_session),
		TEST(what_was_reviewed_before_ctrl_c_is_saved),
		TEST(a_file_is_replaced_after_yes_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
