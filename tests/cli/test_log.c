/* `chiron log` and `action review` as a person meets them: question by question, on a terminal. */
#include <setjmp.h>
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
	answer(desk, "On which day?", "yesterday\r");
	answer(desk, "Who came?", "\r");
	answer(desk, "How long?", "soon\r");
	answer(desk, "soon", "1h15\r");
	answer(desk, "only you and Catrin Oldroyd", "Names her own next step\rand means it\r\r");
	answer(desk, "Actions, one a line", "draft CV @ next fri\r");
	answer(desk, "for Catrin Oldroyd, by 2026-11-27", "Alison: find it @ nonsense\r");
	answer(desk, "That action again", "Alison: find it @ 4 dec\r");
	answer(desk, "for Alison Abbott, by 2026-12-04", "\r");
	ends(desk, "Session 1", 0);

	output = OUTPUT(desk, "session", "show", "1", "--as", "Catrin Oldroyd");
	assert_non_null(strstr(output, "Date: 22 Nov Sun\n"));
	assert_non_null(strstr(output, "Length: 1h15\n"));
	assert_non_null(strstr(output, "Complete: yes\n"));
	assert_non_null(strstr(output, "Names her own next step\nand means it\n"));
	free(output);
	output = OUTPUT(desk, "action", "list", "--format", "csv");
	assert_non_null(strstr(output, "2026-11-27,open,learner"));
	assert_non_null(strstr(output, "2026-12-04,open,guide"));
	free(output);
}

static void what_was_given_is_not_asked(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "Catrin Oldroyd", "--date", "yesterday", "--minutes", "45", "--late", "guide",
	      "--learning-kept-by-pair");
	answer(desk, "Actions, one a line", "none\r");
	ends(desk, "Session 1", 0);
	output = OUTPUT(desk, "session", "list", "complete:no");
	assert_null(strstr(output, "Alison"));
	free(output);
}

static void one_of_several_pairs_is_chosen_by_number(void **state)
{
	struct desk *desk = *state;

	RUN(desk, "pairing", "add", "1", "3", "--programme", "Spring", "--today", "2026-09-01", "--ready",
	    "spoken");
	START(desk, "log", "--as", "alison@example.org", "--date", "yesterday", "--minutes", "45");
	answer(desk, "Which pair? (1 to 2)", "9\r");
	answer(desk, "> 9", "\r");
	answer(desk, "Which pair?", "1\r");
	answer(desk, "Who came?", "\r");
	answer(desk, "What was learned?", "\r");
	answer(desk, "Actions", "\r");
	ends(desk, "Session 1", 0);
}

static void nobody_met_is_recorded_as_such(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "1", "--date", "yesterday");
	answer(desk, "Who came?", "x\r");
	answer(desk, "> x", "1\r");
	ends(desk, "did not meet", 0);
	output = OUTPUT(desk, "session", "show", "1");
	assert_non_null(strstr(output, "State: no-show\n"));
	assert_non_null(strstr(output, "By whom: learner\n"));
	free(output);
}

static void ctrl_c_saves_nothing_and_says_so(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "1", "--date", "yesterday", "--minutes", "45");
	answer(desk, "Who came?", "\r");
	answer(desk, "What was learned?", "half a line\x03");
	ends(desk, "nothing was saved", 128 + 2);
	output = OUTPUT(desk, "session", "list");
	assert_non_null(strstr(output, "No session is recorded"));
	free(output);
}

static void the_end_of_input_saves_the_facts_once_they_are_known(void **state)
{
	struct desk *desk = *state;
	char *output;

	START(desk, "log", "1", "--date", "yesterday");
	answer(desk, "Who came?", "\x04");
	ends(desk, "nothing was saved", 65);
	START(desk, "log", "1", "--date", "yesterday", "--minutes", "45");
	answer(desk, "Who came?", "\r");
	answer(desk, "What was learned?", "\x04");
	ends(desk, "The record is unfinished", 0);
	output = OUTPUT(desk, "session", "list", "--format", "csv");
	assert_non_null(strstr(output, "2026-11-22"));
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

static void earlier_actions_are_reviewed_after_a_session(void **state)
{
	struct desk *desk = *state;
	char *output;

	log_three_actions(desk);
	START(desk, "log", "1", "--date", "yesterday", "--minutes", "45", "--learning-kept-by-pair", "--no-actions",
	      "yes");
	answer(desk, "Who came?", "\r");
	answer(desk, "Action 1", "d\r");
	answer(desk, "Action 2", "c\r");
	answer(desk, "Until when?", "in 2 weeks\r");
	answer(desk, "Action 3", "\r");
	ends(desk, "2 of 3 reviewed", 0);
	output = OUTPUT(desk, "action", "list", "--format", "csv", "--sort", "action_id");
	assert_non_null(strstr(output, "\n1,2026-10-15,done"));
	assert_non_null(strstr(output, "\n2,2026-10-20,carried_forward"));
	assert_non_null(strstr(output, "\n3,2026-10-25,open"));
	assert_non_null(strstr(output, "\n4,2026-12-07,open"));
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
		TEST(what_was_given_is_not_asked),
		TEST(one_of_several_pairs_is_chosen_by_number),
		TEST(nobody_met_is_recorded_as_such),
		TEST(ctrl_c_saves_nothing_and_says_so),
		TEST(the_end_of_input_saves_the_facts_once_they_are_known),
		TEST(earlier_actions_are_reviewed_after_a_session),
		TEST(what_was_reviewed_before_ctrl_c_is_saved),
		TEST(a_file_is_replaced_after_yes_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
