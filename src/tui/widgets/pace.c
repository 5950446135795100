#include "tui/widgets/pace.h"

enum {
	REST_MS = 40,	/* longer than from one repeat of a key held down to the next */
	ARRIVAL_MS = 4, /* in which what was drawn has reached the terminal, on a machine that has more to do */
};

static bool key_waits(const struct pace *pace)
{
	const struct app *app = pace->desk->app;

	return app != NULL && app->outside.waiting != NULL && app->outside.waiting(app->outside.data);
}

/* Whether nobody types for so long; at once where the rows are waited for. */
static bool keys_rest_for(const struct pace *pace, int wait_ms)
{
	const struct app *app = pace->desk->app;

	return pace->how != LIST_IDLE || app == NULL || app->outside.rest == NULL ||
	       !app->outside.rest(app->outside.data, wait_ms);
}

bool pace_keys_rest(const struct pace *pace)
{
	return keys_rest_for(pace, REST_MS);
}

bool pace_arrived(const struct pace *pace)
{
	return keys_rest_for(pace, ARRIVAL_MS);
}

static bool in_time(const struct pace *pace)
{
	const struct app *app = pace->desk->app;

	return pace->how == LIST_IDLE || app == NULL || app->outside.now == NULL ||
	       app->outside.now(app->outside.data) < pace->until;
}

static bool look(void *data, int64_t done, int64_t total)
{
	const struct pace *pace = data;

	(void)done, (void)total;
	return !(pace->how != LIST_WHOLE && key_waits(pace)) && in_time(pace);
}

struct ch_work pace_work(struct pace *pace)
{
	return (struct ch_work){.look = look, .data = pace};
}

struct ch_work pace_work_within(struct pace *pace, int milliseconds)
{
	const struct app *app = pace->desk->app;

	if (app != NULL && app->outside.now != NULL)
		pace->until = app->outside.now(app->outside.data) + milliseconds;
	return pace_work(pace);
}
