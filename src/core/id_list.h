/*
 * Ids read from a statement before anything is changed, since what is being
 * read must not change underfoot. Owns its memory; ID_LIST_EMPTY to release().
 */
#ifndef CORE_ID_LIST_H
#define CORE_ID_LIST_H

#include "store/stmt.h"

struct id_list {
	int64_t *ids;
	size_t count, capacity;
};

#define ID_LIST_EMPTY ((struct id_list){.ids = NULL})

/* Runs the bound statement to its end and keeps that column of every row. */
enum ch_status id_list_read(struct id_list *list, struct stmt *stmt, const char *column, struct ch_error *err);
void id_list_add(struct id_list *list, int64_t id);
void id_list_release(struct id_list *list);

#endif
