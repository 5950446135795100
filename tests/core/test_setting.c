/* Settings of a programme: presets, ranges, and which rules they may lower. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static struct ch_settings settings_of(struct scheme_fixture *f, int64_t programme)
{
	struct ch_settings settings;

	GOOD(f, ch_settings_get(&f->c, programme, &f->arena, &settings, &f->err));
	return settings;
}

static void a_programme_begins_with_the_light_preset(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_settings settings = settings_of(f, scheme_programme(f, "Autumn", CH_KIND_MENTORING));

	assert_int_equal(settings.preset, CH_PRESET_LIGHT);
	assert_int_equal(settings.quiet_days, 45);
	assert_int_equal(settings.silent_days, 60);
	assert_int_equal(settings.never_started_days, 28);
	assert_int_equal(settings.minimum_hours, 60);
	assert_int_equal(settings.large_group, 9);
	assert_int_equal(settings.hours_required, CH_NO);
	assert_true(settings.most_per_guide == CH_UNKNOWN);
}

static void a_preset_sets_all_and_a_blank_is_the_presets(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	struct ch_settings settings = settings_of(f, programme);

	settings.quiet_days = 50;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	assert_int_equal(settings_of(f, programme).quiet_days, 50);
	settings = settings_of(f, programme);
	settings.preset = CH_PRESET_FULL;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	settings = settings_of(f, programme);
	assert_int_equal(settings.hours_required, CH_YES);
	assert_int_equal(settings.quiet_days, 45);
	settings.confirm_days = CH_UNKNOWN;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	assert_int_equal(settings_of(f, programme).confirm_days, 180);
}

static void what_makes_no_sense_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	struct ch_settings settings = settings_of(f, programme);

	settings.silent_days = 30;
	assert_int_equal(ch_settings_set(&f->c, &settings, &f->err), CH_DATA);
	assert_string_equal(f->err.field, "silent_days");
	f->err = CH_NO_ERROR;
	settings = settings_of(f, programme);
	settings.quiet_percent = 99;
	assert_int_equal(ch_settings_set(&f->c, &settings, &f->err), CH_DATA);
	f->err = CH_NO_ERROR;
	settings = settings_of(f, programme);
	settings.minimum_group = 4;
	assert_int_equal(ch_settings_set(&f->c, &settings, &f->err), CH_DATA);
	f->err = CH_NO_ERROR;
	assert_int_equal(settings_of(f, programme).minimum_group, 5);
}

static void only_rules_of_strength_h_are_lowered(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	size_t count;
	const struct ch_rule *rules = ch_rule_all(&count);

	assert_int_equal(count, 84);
	for (size_t i = 0; i < count; i++) {
		struct ch_settings settings = settings_of(f, programme);
		bool lowerable = strchr(rules[i].strength, 'H') && !strchr(rules[i].strength, 'A') &&
				 rules[i].number != 26; /* it asks other rules */

		assert_int_equal(rules[i].number, (int)i + 1);
		settings.lowered_rules = rules[i].code;
		assert_int_equal(ch_settings_set(&f->c, &settings, &f->err), lowerable ? CH_OK : CH_DATA);
		f->err = CH_NO_ERROR;
	}
	struct ch_settings settings = settings_of(f, programme);
	settings.lowered_rules = "r13; R2";
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	assert_string_equal(settings_of(f, programme).lowered_rules, "R13; R2");
}

static enum ch_status pair(struct scheme_fixture *f, int64_t programme, int64_t guide, int64_t learner)
{
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = programme;
	pairing.guide_id = guide;
	pairing.learner_id = learner;
	scheme_ready(f, programme, learner);
	return ch_pairing_add(&f->c, &pairing, &f->err);
}

/* R13 refuses; lowered, the same pairing is made, warned about, and listed among the exceptions. */
static void a_lowered_rule_warns_and_is_listed(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	int64_t guide = scheme_person(f, "Ada Full", NULL, 1 << CH_ROLE_MENTOR, "finance", NULL, 0);
	int64_t learner = scheme_person(f, "Ben Lee", NULL, 1 << CH_ROLE_MENTEE, NULL, "finance", CH_UNKNOWN);
	const struct ch_check_query query = {.rule = "R13", .severity = CH_SEVERITY_WARN};
	const struct ch_report_query report = {.name = "exceptions"};
	struct ch_findings findings;
	struct ch_grid grid;

	assert_int_equal(pair(f, programme, guide, learner), CH_DATA);
	assert_string_equal(f->err.rule, "R13");
	f->err = CH_NO_ERROR;
	struct ch_settings settings = settings_of(f, programme);
	settings.lowered_rules = "R13";
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	GOOD(f, pair(f, programme, guide, learner));
	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.items[0].severity, CH_SEVERITY_WARN);
	GOOD(f, ch_report_run(&f->c, &report, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[1], "R13");
}

/* Even written into the file by other means, a lowering does nothing to what is absolute. */
static void r1_is_not_lowered_by_any_means(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	int64_t guide = scheme_person(f, "Ada Lee", NULL, 1 << CH_ROLE_MENTOR, "finance", NULL, 5);
	int64_t learner = scheme_person(f, "Ben Lee", NULL, 1 << CH_ROLE_MENTEE, NULL, "finance", CH_UNKNOWN);

	GOOD(f, pair(f, programme, guide, learner));
	scheme_sql(f, "UPDATE settings SET lowered_rules = 'R1'");
	assert_int_equal(pair(f, programme, guide, learner), CH_DATA);
	assert_string_equal(f->err.rule, "R1");
	f->err = CH_NO_ERROR;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_programme_begins_with_the_light_preset, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_preset_sets_all_and_a_blank_is_the_presets, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(what_makes_no_sense_is_refused, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(only_rules_of_strength_h_are_lowered, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_lowered_rule_warns_and_is_listed, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(r1_is_not_lowered_by_any_means, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
