/* What a coordinator does over several screens: a contact seen, an end taken back, a reason given, a rule lowered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/log_form.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/form_parts.h"

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static void open_pairing(struct scheme *s, int64_t id)
{
	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, id);
	scheme_dump(s, 80, 24);
}

static int64_t count_of(struct scheme *s, enum ch_entity_id entity)
{
	int64_t count = -1;

	GOOD(s, ch_scheme_count(&s->c, entity, &count, &s->err));
	return count;
}

static void a_pairing_shows_its_last_contacts(void **state)
{
	static const char *const notes[] = {"long ago", "well begun", "busy month", "both still keen"};
	struct scheme *s = *state;
	struct ch_checkin checkin;

	for (size_t i = 0; i < 4; i++) {
		ch_record_start(ch_entity_of(CH_CHECKIN), &checkin);
		checkin.pairing_id = s->wen_chen;
		checkin.side = i % 2 == 0 ? CH_SIDE_GUIDE : CH_SIDE_LEARNER;
		checkin.notes = notes[i];
		GOOD(s, ch_checkin_add(&s->c, &checkin, NULL, &s->err));
	}
	open_pairing(s, s->wen_chen);
	SHOWS_AT(s, 145, 45, "Mon 23 Nov, Chen Okafor: both");
	SHOWS_AT(s, 145, 45, "Mon 23 Nov, Wen Patel: busy month");
	SHOWS_AT(s, 145, 45, "and 1 before these");
	scheme_act_as(s, s->chen);
	open_pairing(s, s->wen_chen);
	scheme_dump(s, 145, 45);
	assert_null(strstr(s->dump.text, "both still"));
}

static int64_t waiting(struct scheme *s)
{
	struct ch_figures figures;

	GOOD(s, ch_figures_read(&s->c, &figures, &s->err));
	return figures.waiting;
}

/* Meanwhile the mentee waits for a match, as the checks and reports have it. */
static void a_closing_pairing_is_reopened(void **state)
{
	const struct ch_closure closure = {.on = CH_NO_DATE,
					   .kind = CH_CLOSURE_ENDED_EARLY,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_MUTUAL};
	struct scheme *s = *state;
	int64_t before = waiting(s);

	GOOD(s, ch_pairing_close(&s->c, s->wen_chen, &closure, &s->err));
	assert_int_equal(waiting(s), before + 1);
	open_pairing(s, s->wen_chen);
	SHOWS(s, "closing   2 sessions");
	scheme_keys(s, ": r e - o p e n Enter");
	SHOWS(s, "contracting, time together 2");
	assert_int_equal(waiting(s), before);
}

/* One who never met begins as never started, and is refused as anything else. */
static void who_never_met_is_closed_as_that(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->rosa_dara);
	scheme_keys(s, "C");
	assert_string_equal(form_value(form_of(s), "closure_kind"), "never_started");
	form_set(form_of(s), "closure_kind", "ended_early");
	form_set(form_of(s), "closure_initiator", "both");
	form_set(form_of(s), "closure_reason", "mutual_agreement");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "never met as far as is recorded");
	form_set(form_of(s), "closure_kind", "never_started");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Rosa Vega - Dara Okafor are closed");
}

/* Rosa has as many mentees as places. */
static void ask_for_rosa(struct scheme *s)
{
	struct ch_person person;

	scheme_person(s, "Noor Hale", NULL, 1 << CH_ROLE_MENTEE);
	GOOD(s, ch_person_get(&s->c, s->rosa, &s->arena, &person, &s->err));
	person.capacity = 2;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	pairing_form_add(&s->app, NULL);
	form_type(form_of(s), "guide_id", "Rosa Vega");
	form_type(form_of(s), "learner_id", "Noor Hale");
	scheme_keys(s, "Ctrl-S");
}

/* The reason that was typed is in the form again; it holds once what it is against was shown again. */
static void a_reason_for_an_override_is_kept_as_a_draft(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	ask_for_rosa(s);
	SHOWS(s, "(R13)");
	SHOWS(s, "a rule speaks against it");
	form_type(form_of(s), "override_reason", "until Easter");
	scheme_keys(s, "Esc");
	scheme_keys(s, "a");
	SHOWS(s, "until Easter");
	assert_string_equal(form_value(form_of(s), "override_reason"), "until Easter");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "(R13)");
	assert_int_equal(count_of(s, CH_OVERRIDE), 0);
	scheme_keys(s, "Ctrl-S");
	assert_true(count_of(s, CH_OVERRIDE) > 0);
}

/* Ctrl-N says which rules there are to lower; what was refused is then taken, and found. */
static void a_rule_is_lowered_and_only_warns(void **state)
{
	const struct ch_check_query query = {.rule = "R13"};
	struct scheme *s = *state;
	struct ch_findings found;
	int64_t pairings = count_of(s, CH_PAIRING);

	scheme_show(s, "Programmes", programmes_open);
	scheme_keys(s, "S S-Tab Ctrl-N");
	SHOWS(s, "R13");
	SHOWS(s, "available and has a free place");
	scheme_keys(s, "Esc");
	form_type(form_of(s), "lowered_rules", "R10; R13; R14; R15");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The settings of Autumn are saved");
	ask_for_rosa(s);
	assert_int_equal(count_of(s, CH_PAIRING), pairings + 1);
	assert_int_equal(count_of(s, CH_OVERRIDE), 0);
	GOOD(s, ch_check_run(&s->c, &query, &s->arena, &found, &s->err));
	assert_true(found.count > 0);
	assert_int_equal(found.items[0].severity, CH_SEVERITY_WARN);
}

/* A name that finds no pair is said under the form while it stands there, not only when it is saved. */
static void a_name_that_finds_no_pair_is_told_at_once(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_form_open(&s->app, 0, NULL);
	form_type(form_of(s), "pair", "zzyzx");
	SHOWS(s, "? no pairing is found by");
	SHOWS(s, "\"Pair\" is not understood yet");
	form_type(form_of(s), "pair", "wen");
	SHOWS(s, "= Wen Patel - Chen Okafor");
	SHOWS(s, "Nothing else is needed");
}

/* The wording of the two, which no file keeps for a coordinator, is not lost in silence. */
static void leaving_says_what_is_in_no_file(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	s->app.loses = form_draft_lost;
	log_form_open(&s->app, s->wen_chen, NULL);
	form_type(form_of(s), "learning", "zzyzx");
	scheme_keys(s, "Esc");
	SHOWS(s, "kept until you leave chiron");
	scheme_keys(s, "q");
	SHOWS(s, "Not saved, and kept in no file: \"Log a session: Wen Patel - Chen");
	scheme_keys(s, "Down Q");
	SHOWS(s, "once more leaves without it");
	assert_false(s->app.quit);
	scheme_keys(s, "Q");
	assert_true(s->app.quit);
}

static void leaving_with_all_saved_is_leaving(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	s->app.loses = form_draft_lost;
	scheme_keys(s, "Q");
	assert_true(s->app.quit);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(a_name_that_finds_no_pair_is_told_at_once),
		WITH_SCHEME(leaving_says_what_is_in_no_file),
		WITH_SCHEME(leaving_with_all_saved_is_leaving),
		WITH_SCHEME(a_pairing_shows_its_last_contacts),
		WITH_SCHEME(a_closing_pairing_is_reopened),
		WITH_SCHEME(who_never_met_is_closed_as_that),
		WITH_SCHEME(a_reason_for_an_override_is_kept_as_a_draft),
		WITH_SCHEME(a_rule_is_lowered_and_only_warns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
