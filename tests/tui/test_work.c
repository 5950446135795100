/* Long work: seen only when it is long, with count, rate and time left; Esc and the end of the program stop it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "canvas_dump.h"
#include "chiron/exchange.h"
#include "scheme.h"
#include "tui/widgets/work.h"

/* A terminal that is not there: time that passes with every record, and what is typed and when. */
struct outside {
	struct scheme *s;
	int64_t now, step; /* milliseconds, and how many pass between two looks */
	struct event typed;
	int64_t typed_at;
	size_t drawings;
	char first[256]; /* the progress line when first drawn */
};

static int64_t outside_now(void *data)
{
	return ((struct outside *)data)->now;
}

static bool outside_next(void *data, struct event *event)
{
	struct outside *outside = data;

	if (outside->typed.type == EVENT_NONE || outside->now < outside->typed_at)
		return false;
	*event = outside->typed;
	outside->typed.type = EVENT_NONE;
	return true;
}

static void outside_draw(void *data)
{
	struct outside *outside = data;

	app_draw(&outside->s->app, &outside->s->canvas);
	if (outside->drawings++ > 0)
		return;
	ch_buffer_clear(&outside->s->dump);
	canvas_dump(&outside->s->canvas, &outside->s->dump);
	snprintf(outside->first, sizeof outside->first, "%.*s", (int)sizeof outside->first - 1,
		 strstr(outside->s->dump.text, " Counting"));
}

static void goes_outside(struct outside *outside)
{
	canvas_resize(&outside->s->canvas, 80, 24);
	outside->s->app.outside = (struct app_outside){
		.next = outside_next, .draw = outside_draw, .now = outside_now, .data = outside};
}

/* Counts to its number, as records that are done. */
struct task {
	struct outside *outside;
	int64_t to, done;
};

static enum ch_status count_up(void *data, const struct ch_work *work, struct ch_error *err)
{
	struct task *task = data;

	for (task->done = 0; task->done < task->to; task->done++) {
		task->outside->now += task->outside->step;
		if (ch_work_look(work, task->done, task->to, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

static const struct work_spec counting = {.label = "Counting", .unit = "sheep"};

static void short_work_is_not_seen(void **state)
{
	struct outside outside = {.s = *state, .step = 10};
	struct task task = {.outside = &outside, .to = 29};

	goes_outside(&outside);
	GOOD(outside.s, work_run(&outside.s->app, &counting, count_up, &task, &outside.s->err));
	assert_int_equal(outside.drawings, 0);
	assert_null(outside.s->app.work);
}

static void long_work_says_how_far_it_is(void **state)
{
	struct outside outside = {.s = *state, .step = 10};
	struct task task = {.outside = &outside, .to = 1000};

	goes_outside(&outside);
	GOOD(outside.s, work_run(&outside.s->app, &counting, count_up, &task, &outside.s->err));
	assert_non_null(strstr(outside.first, " Counting: 31 of 1000 sheep, 96 a second, 11 s left\n Esc:stop, "
					      "nothing is kept\n"));
	assert_in_range(outside.drawings, 15, 20); /* ten seconds, twice a second at most */
}

static void escape_stops_it(void **state)
{
	struct outside outside = {.s = *state,
				  .step = 1,
				  .typed = {.type = EVENT_KEY, .key = K_ESC},
				  .typed_at = 1000};
	struct task task = {.outside = &outside, .to = 100000};

	goes_outside(&outside);
	assert_int_equal(work_run(&outside.s->app, &counting, count_up, &task, &outside.s->err), CH_STOPPED);
	assert_in_range(task.done, 999, 1000 + WORK_LOOK_MS); /* the keyboard is looked at every so often */
	assert_false(outside.s->app.quit);
}

static void other_keys_are_not_kept(void **state)
{
	struct outside outside = {.s = *state, .step = 10, .typed = {.type = EVENT_KEY, .key = 'Q'}, .typed_at = 500};
	struct task task = {.outside = &outside, .to = 100};

	goes_outside(&outside);
	GOOD(outside.s, work_run(&outside.s->app, &counting, count_up, &task, &outside.s->err));
	assert_false(outside.s->app.quit);
}

static void the_end_of_the_program_stops_it(void **state)
{
	struct outside outside = {.s = *state, .step = 10, .typed = {.type = EVENT_END}, .typed_at = 500};
	struct task task = {.outside = &outside, .to = 1000};

	goes_outside(&outside);
	assert_int_equal(work_run(&outside.s->app, &counting, count_up, &task, &outside.s->err), CH_STOPPED);
	assert_true(outside.s->app.quit);
}

/* ---- An import that is stopped ---- */

struct import_task {
	struct outside *outside;
	struct ch_import_options options;
	struct ch_import_result result;
	int64_t looks;
};

/* Time passes with every row. */
static bool tick(void *data, int64_t done, int64_t total)
{
	struct import_task *task = data;

	(void)total;
	task->looks++;
	return done < 3;
}

static void a_stopped_import_leaves_nothing(void **state)
{
	struct scheme *s = *state;
	struct import_task task = {.options = {.path = temp_dir_file(s->dir, "people.csv")}};
	const struct ch_work work = {.look = tick, .data = &task};
	int64_t before, after;
	FILE *file = fopen(task.options.path, "w");

	assert_non_null(file);
	fputs("Name,E-mail\n", file);
	for (int i = 0; i < 50; i++)
		fprintf(file, "Some Body%d,body%d@example.org\n", i, i);
	fclose(file);
	GOOD(s, ch_scheme_count(&s->c, CH_PERSON, &before, &s->err));
	s->c.work = &work;
	assert_int_equal(ch_import(&s->c, &task.options, &s->arena, &task.result, &s->err), CH_STOPPED);
	s->c.work = NULL;
	assert_string_equal(s->err.message, "stopped; nothing was changed");
	GOOD(s, ch_scheme_count(&s->c, CH_PERSON, &after, &s->err));
	assert_int_equal(before, after);
	assert_int_equal(task.result.batch, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(short_work_is_not_seen, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(long_work_says_how_far_it_is, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(escape_stops_it, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(other_keys_are_not_kept, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(the_end_of_the_program_stops_it, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_stopped_import_leaves_nothing, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
