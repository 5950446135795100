#include "tui/widgets/marked.h"

#include <stdio.h>

size_t marked_or_focused(struct list *list, const int64_t **ids)
{
	static const int64_t nothing = 0;
	const struct ch_row *row = list_row(list);
	size_t count = list_marked(list, ids);

	if (count > 0)
		return count;
	*ids = row != NULL ? &row->id : &nothing;
	return row != NULL;
}

struct marked marked_each(const int64_t *ids, size_t count,
			  enum ch_status (*one)(void *data, int64_t id, struct ch_error *err), void *data)
{
	struct marked marked = {.why = CH_NO_ERROR};

	for (size_t i = 0; i < count; i++) {
		struct ch_error err = CH_NO_ERROR;

		if (one(data, ids[i], &err) == CH_OK) {
			marked.done++;
		} else if (marked.left++ == 0) {
			marked.first = ids[i];
			marked.why = err;
			desk_tell_rule(&marked.why);
		}
	}
	return marked;
}

void marked_none(const struct marked *marked, const char *done, const char *first, struct ch_error *err)
{
	*err = marked->why;
	if (marked->left > 1)
		snprintf(err->message, sizeof(err->message), _("none of %zu %s; the first, %s: %s"), marked->left, done,
			 first, marked->why.message);
}

enum ch_status marked_tell(struct app *app, const struct marked *marked, const char *done, const char *first)
{
	if (marked->done == 0 && marked->left > 0) {
		struct ch_error none = CH_NO_ERROR;

		marked_none(marked, done, first, &none);
		app_say_error(app, &none);
		return none.status;
	}
	app_changed(app);
	if (marked->left > 0)
		app_say(app, _("%zu %s, %zu not; the first, %s: %s"), marked->done, done, marked->left, first,
			marked->why.message);
	else
		app_say(app, "%zu %s", marked->done, done);
	return CH_OK;
}

int64_t marked_subject(const int64_t *ids, size_t count)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < count; i++) {
		uint64_t mixed = (uint64_t)ids[i] * 0x9E3779B97F4A7C15u;

		sum += (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9u;
	}
	return (int64_t)(sum >> 1 | 1);
}
