#include "core/look.h"

#include "core/scheme_private.h"

static bool look_on(void *data)
{
	const struct ch_work *work = data;

	return work->look(work->data, 0, 0);
}

enum ch_status look_begin(const struct ch_context *c, struct ch_error *err)
{
	if (c->work != NULL)
		db_look(c->scheme->db, look_on, (void *)c->work);
	return ch_work_look(c->work, 0, 0, err);
}

void look_end(const struct ch_context *c)
{
	if (c->work != NULL)
		db_look(c->scheme->db, NULL, NULL);
}
