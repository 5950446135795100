#include "scheme_dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/scheme_private.h"
#include "store/stmt.h"

static void dump_rows(struct scheme_fixture *f, const char *title, const char *sql, struct ch_buffer *out)
{
	struct stmt *q = stmt_new(f->c.scheme->db, sql);
	bool row = false;

	while (stmt_step(q, &row, &f->err) == CH_OK && row) {
		ch_buffer_add(out, title);
		for (int i = 0; i < stmt_column_count(q); i++)
			ch_buffer_printf(out, "|%s", stmt_column_text(q, i) == NULL ? "-" : stmt_column_text(q, i));
		ch_buffer_add(out, "\n");
	}
	assert_int_equal(f->err.status, CH_OK);
	stmt_free(q);
}

static void dump_entity(struct scheme_fixture *f, const struct ch_entity *entity, struct ch_buffer *out)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	ch_buffer_printf(&sql, "SELECT %s", entity->fields[0].key);
	for (size_t i = 2; i < entity->field_count; i++)
		ch_buffer_printf(&sql, ", %s", entity->fields[i].key);
	ch_buffer_printf(&sql, " FROM %s ORDER BY 1", entity->name);
	dump_rows(f, entity->name, sql.text, out);
	ch_buffer_release(&sql);
}

const char *scheme_dump(struct scheme_fixture *f)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++)
		if (id != CH_STEP)
			dump_entity(f, ch_entity_of((enum ch_entity_id)id), &out);
	dump_rows(f, "text",
		  "SELECT pair_text_id, kind, spell_id, object_id, revision, CAST(body AS TEXT) FROM pair_text"
		  " ORDER BY 1",
		  &out);
	const char *dump = ch_arena_copy(&f->arena, out.text);
	ch_buffer_release(&out);
	return dump;
}

void scheme_is(struct scheme_fixture *f, const char *dump)
{
	const char *now = scheme_dump(f), *wanted = dump;

	if (strcmp(now, wanted) == 0)
		return;
	while (*now != '\0' && *wanted != '\0') {
		size_t a = strcspn(now, "\n"), b = strcspn(wanted, "\n");
		if (a != b || strncmp(now, wanted, a) != 0)
			break;
		now += a + (now[a] != '\0');
		wanted += b + (wanted[b] != '\0');
	}
	fail_msg("it was\n%.*s\nand is\n%.*s", (int)strcspn(wanted, "\n"), wanted, (int)strcspn(now, "\n"), now);
}

void scheme_is_whole(struct scheme_fixture *f)
{
	struct ch_grid grid;
	enum ch_status status = ch_scheme_verify(&f->c, &f->arena, &grid, &f->err);

	for (size_t i = 0; status != CH_OK && i < grid.row_count; i++)
		print_error("%s: %s, %s\n", grid.rows[i].cells[0], grid.rows[i].cells[1], grid.rows[i].cells[2]);
	assert_int_equal(status, CH_OK);
}

int64_t scheme_number(struct scheme_fixture *f, const char *sql)
{
	struct stmt *q = stmt_new(f->c.scheme->db, sql);
	bool row = false;

	assert_int_equal(stmt_step(q, &row, &f->err), CH_OK);
	assert_true(row);
	int64_t number = strtoll(stmt_column_text(q, 0), NULL, 10);
	stmt_free(q);
	return number;
}
