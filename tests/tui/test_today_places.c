/*
 * Every check that Today shows, broken as tests/core/check_cases.h breaks it:
 * the key that it names works on its row, Enter leads to where it is mended
 * with the focus on what is wrong, and one step back leads to the row again.
 */
#include <stdio.h>

#include "../core/check_cases.h"
#include "scheme.h"
#include "tui/screens/screens.h"
#include "tui/screens/today_place.h"
#include "tui/widgets/list.h"

enum { ROWS_MOST = 40, STEPS_MOST = 4, WIDTH = 200, HEIGHT = 50 };

static const struct rule_case *case_of(const char *check)
{
	for (size_t i = 0; i < sizeof(rule_cases) / sizeof(rule_cases[0]); i++)
		if (strcmp(rule_cases[i].check, check) == 0)
			return &rule_cases[i];
	fail_msg("no case of check_cases.h breaks %s", check);
	return NULL;
}

static struct scheme *broken_scheme(void **state, const struct rule_case *rule)
{
	struct check_scheme sql = {0};
	struct scheme *s;

	scheme_setup_empty(state);
	s = *state;
	sql.c = s->c;
	run_sql(&sql, "BEGIN");
	for (size_t i = 0; i < sizeof(check_scheme_sql) / sizeof(check_scheme_sql[0]); i++)
		run_sql(&sql, check_scheme_sql[i]);
	run_sql(&sql, rule->broken);
	run_sql(&sql, "COMMIT");
	scheme_show(s, "Today", today_open);
	return s;
}

/* A finding of one check, and what did not go well with it. */
struct trial {
	struct scheme *s;
	const struct ch_finding *finding;
	const struct ch_check_info *check;
	bool failed;
};

static void fails(struct trial *trial, const char *what)
{
	if (!trial->failed)
		print_error("%s (key \"%s\", place \"%s\"): %s:\n%s", trial->check->name, trial->check->key,
			    trial->finding->screen, what, scheme_dump(trial->s, WIDTH, HEIGHT));
	trial->failed = true;
}

/* The finding, as its check gives it, in the scheme's arena. */
static const struct ch_finding *finding_of(struct scheme *s, const struct rule_case *rule)
{
	const struct ch_check_query query = {.rule = rule->check};
	struct ch_findings findings;

	GOOD(s, ch_check_run(&s->c, &query, &s->arena, &findings, &s->err));
	assert_int_equal(findings.count, 1);
	return &findings.items[0];
}

/* Whether the foot of Today is about it. */
static bool is_focused(const struct trial *trial)
{
	const char *foot = ch_arena_printf(&trial->s->arena, "  %s: %s.", trial->finding->who, trial->check->title);

	return strstr(scheme_dump(trial->s, WIDTH, HEIGHT), foot) != NULL;
}

static void focus(struct trial *trial)
{
	scheme_keys(trial->s, "g");
	for (int i = 0; i < ROWS_MOST && !is_focused(trial); i++)
		scheme_keys(trial->s, "j");
	if (!is_focused(trial))
		fails(trial, "it is not on Today");
}

static bool is_today(const struct trial *trial)
{
	return trial->s->app.top == trial->s->app.roots[0] && trial->s->app.prompt.spec == NULL;
}

static bool is_offered(const struct trial *trial, enum command command)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(&trial->s->app, trial->s->app.top, offers);

	for (size_t i = 0; i < count; i++)
		if (offers[i].binding->command == command)
			return true;
	return false;
}

/*
 * The first of whom it is about: on every screen but the form of a session, which says its day, and the board, where
 * nobody may be left to be proposed.
 */
static void shows_the_subject(struct trial *trial)
{
	const char *who = trial->finding->who;
	const char *name = ch_arena_copy_bytes(&trial->s->arena, who, strcspn(who, " "));

	if (strncmp(trial->finding->screen, "board ", 6) != 0 &&
	    strstr(scheme_dump(trial->s, WIDTH, HEIGHT), name) == NULL &&
	    strstr(trial->s->dump.text, "Correct the session") == NULL)
		fails(trial, "the screen does not show whom it is about");
}

/* Where the check names a row, the focus is on it. */
static void is_on_the_row(struct trial *trial)
{
	const char *screen = trial->finding->screen, *last = strrchr(screen, ' ');
	bool row = strncmp(screen, "pairing ", 8) == 0 || strncmp(screen, "feedback ", 9) == 0 ||
		   strncmp(screen, "referrals ", 10) == 0;
	const struct ch_row *focused = trial->s->app.top->list != NULL ? list_row(trial->s->app.top->list) : NULL;

	if (row && strchr(screen, ' ') != last && strtoll(last, NULL, 10) != 0 &&
	    (focused == NULL || focused->id != strtoll(last, NULL, 10)))
		fails(trial, "the focus is not on its row");
}

static void back_to_today(struct trial *trial)
{
	for (int i = 0; i < STEPS_MOST && !is_today(trial); i++)
		scheme_keys(trial->s, "Esc");
	if (!is_today(trial) || !is_focused(trial))
		fails(trial, "coming back the focus is elsewhere");
}

static void press_its_key(struct trial *trial)
{
	if (*trial->check->key == '\0')
		return;
	if (!is_offered(trial, today_place_command(trial->check)))
		fails(trial, "Today does not offer its key");
	scheme_keys(trial->s, trial->check->key);
	if (is_today(trial))
		fails(trial, "its key opens nothing");
	shows_the_subject(trial);
	scheme_keys(trial->s, "Esc");
	if (!is_today(trial))
		fails(trial, "one step back from what its key opens is not Today");
	back_to_today(trial);
}

static void enter_leads_there(struct trial *trial)
{
	enum command mends = *trial->check->key != '\0' ? today_place_command(trial->check) : COMMAND_OPEN;

	scheme_keys(trial->s, "Enter");
	if (is_today(trial))
		fails(trial, "Enter leads nowhere");
	shows_the_subject(trial);
	is_on_the_row(trial);
	if (strncmp(trial->finding->screen, "board ", 6) == 0 && list_row(trial->s->app.top->list) == NULL)
		mends = COMMAND_PANE_NEXT; /* nobody can be proposed: who is left out, and why, is one pane on */
	if (strncmp(trial->finding->screen, "merge ", 6) == 0)
		mends = COMMAND_JOIN;
	if ((trial->s->app.top->ops->context & IN_FORM) == 0 && !is_offered(trial, mends))
		fails(trial, "there its key does not mend it");
	back_to_today(trial);
}

static void every_check_is_mended_from_its_row(void **state)
{
	size_t tried = 0, failed = 0;

	for (size_t i = 0; i < ch_check_count(); i++) {
		struct trial trial = {.check = ch_check_at(i)};

		if (trial.check->harm == 0)
			continue;
		if (*trial.check->screen == '\0')
			fail_msg("%s is shown on Today, and says nowhere where it is mended", trial.check->name);
		trial.s = broken_scheme(state, case_of(trial.check->name));
		trial.finding = finding_of(trial.s, case_of(trial.check->name));
		focus(&trial);
		press_its_key(&trial);
		enter_leads_there(&trial);
		scheme_teardown(state);
		failed += trial.failed;
		tried++;
	}
	assert_true(tried > 30);
	assert_int_equal(failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_check_is_mended_from_its_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
