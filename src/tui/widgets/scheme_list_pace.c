#include "tui/widgets/scheme_list_pace.h"

enum {
	COUNT_MS = 5,  /* what counting may take before the rows are drawn */
	REST_MS = 40,   /* longer than from one repeat of a key held down to the next */
	ARRIVAL_MS = 4, /* in which what was drawn has reached the terminal, on a machine that has more to do */
	TYPING_MS = 60, /* what the rows of a filter may take before it is said that they are looked for */
};

static bool key_waits(const struct scheme_list *list)
{
	const struct app *app = list->desk->app;

	return app != NULL && app->outside.waiting != NULL && app->outside.waiting(app->outside.data);
}

/* Whether nobody types for so long; at once where the list is waited for. */
static bool keys_rest_for(const struct scheme_list *list, int wait_ms)
{
	const struct app *app = list->desk->app;

	return list->pace != LIST_IDLE || app == NULL || app->outside.rest == NULL ||
	       !app->outside.rest(app->outside.data, wait_ms);
}

bool scheme_list_keys_rest(const struct scheme_list *list)
{
	return keys_rest_for(list, REST_MS);
}

bool scheme_list_arrived(const struct scheme_list *list)
{
	return keys_rest_for(list, ARRIVAL_MS);
}

static void begin_time(struct scheme_list *list, int64_t milliseconds)
{
	const struct app *app = list->desk->app;

	if (app != NULL && app->outside.now != NULL)
		list->until = app->outside.now(app->outside.data) + milliseconds;
}

static bool in_time(const struct scheme_list *list)
{
	const struct app *app = list->desk->app;

	return list->pace == LIST_IDLE || app == NULL || app->outside.now == NULL ||
	       app->outside.now(app->outside.data) < list->until;
}

static bool look(void *data, int64_t done, int64_t total)
{
	const struct scheme_list *list = data;

	(void)done, (void)total;
	return !(list->pace != LIST_WHOLE && key_waits(list)) && in_time(list);
}

struct ch_work scheme_list_work(struct scheme_list *list)
{
	return (struct ch_work){.look = look, .data = list};
}

struct ch_work scheme_list_fetch_work(struct scheme_list *list)
{
	begin_time(list, TYPING_MS);
	return scheme_list_work(list);
}

int64_t scheme_list_count(struct scheme_list *list, const struct ch_list_query *query,
			  enum ch_status (*number)(struct ch_context *c, const struct ch_list_query *query,
						   int64_t *count, struct ch_error *err))
{
	const struct ch_work work = scheme_list_work(list);
	struct ch_error ignored = CH_NO_ERROR;
	int64_t count = -1;

	if (!scheme_list_keys_rest(list))
		return -1;
	begin_time(list, COUNT_MS);
	list->desk->c->work = &work;
	if (number(list->desk->c, query, &count, &ignored) != CH_OK)
		count = -1;
	list->desk->c->work = NULL;
	return count;
}
