#include "core/id_list.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

void id_list_add(struct id_list *list, int64_t id)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity == 0 ? FIRST_CAPACITY : list->capacity * 2;
		list->ids = realloc(list->ids, list->capacity * sizeof *list->ids);
		if (list->ids == NULL)
			ch_abort("out of memory");
	}
	list->ids[list->count++] = id;
}

enum ch_status id_list_read(struct id_list *list, struct stmt *stmt, const char *column, struct ch_error *err)
{
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(stmt, &row, err)) == CH_OK && row)
		id_list_add(list, stmt_id(stmt, column));
	stmt_reset(stmt);
	return status;
}

void id_list_release(struct id_list *list)
{
	free(list->ids);
	*list = ID_LIST_EMPTY;
}
