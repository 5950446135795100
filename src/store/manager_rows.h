/*
 * Line managers of many people at once: where they stand together one statement
 * reads and writes each page once, where a statement for each person costs three
 * times that; where they do not, nobody between them is read.
 */
#ifndef STORE_MANAGER_ROWS_H
#define STORE_MANAGER_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "store/db.h"

/* Takes the manager ids[i] from the person numbered first_id + i, where it is that one; 0 being none. */
enum ch_status manager_rows_take_back(struct db *db, int64_t first_id, const uint32_t *ids, size_t count,
				      struct ch_error *err);

/* Gives the person numbered first_id + i the manager ids[i], 0 being none, where they have none yet. */
enum ch_status manager_rows_write(struct db *db, int64_t first_id, const uint32_t *ids, size_t count,
				  struct ch_error *err);

#endif
