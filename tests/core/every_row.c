#include "every_row.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/scheme_private.h"

/* What is no phrase, for the row to mean something: the pairing is over, the
 * release may be told, JSON is JSON. */
static const struct {
	const char *table, *column, *value;
} given[] = {
	{"pairing", "state", "'closed'"},
	{"spell", "closed_on", "'2026-03-01'"},
	{"release", "kind", "'achievement'"},
	{"release", "state", "'approved'"},
	{"feedback", "state", "'received'"},
	{"enrolment", "state", "'ready'"},
	{"enrolment", "custom_values", "'{\"f\":\"planted_enrolment_custom_values_\"}'"},
	{"session", "state", "'held'"},
	{"step", "step_id", "900"},
	{"change", "step", "900"},
	{"step", "entity", "'person'"},
	{"step", "who", "'" EVERY_ROW_NAME " / Otto'"},
	{"step", "final", "NULL"},
	{"change", "entity", "'person'"},
	{"change", "before", "'{\"name\":\"Vera Former\",\"notes\":\"planted_change_before_\"}'"},
	{"change", "after", "'{\"notes\":\"planted_change_after_\"}'"},
	{"pair_text", "body", "CAST('planted_pair_text_body_' AS BLOB)"},
	{"pair_text_aside", "body", "CAST('planted_pair_text_aside_body_' AS BLOB)"},
	{"handling", "check_name", "'gone-quiet'"},
	{"programme", "state", "'closed'"},
	{"merged", "merged_id", "901"},
	{"merged_row", "merged_id", "901"},
	{"import_batch", "file_name", "'list of " EVERY_ROW_NAME ".csv'"},
	{"coordinator", "limited", "'no'"},
};

static const char *value_of(const char *table, const char *column, const char *type, struct ch_arena *arena)
{
	const struct ch_entity *entity = ch_entity_named(table);
	const struct ch_field *field = entity == NULL ? NULL : ch_field_named(entity, column);

	for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
		if (strcmp(given[i].table, table) == 0 && strcmp(given[i].column, column) == 0)
			return given[i].value;
	if (field != NULL && field->type == CH_TYPE_DATE)
		return "'2026-01-02'";
	if (field != NULL && field->type == CH_TYPE_INSTANT)
		return "'2026-01-02T03:04:05Z'";
	if (field != NULL && field->type == CH_TYPE_INTERVAL)
		return "'2 weeks'";
	if (field != NULL && field->type == CH_TYPE_YES)
		return "'yes'";
	if (field != NULL && field->choices != NULL)
		return ch_arena_printf(arena, "'%s'", field->choices[1].code);
	if (strcmp(type, "INTEGER") == 0)
		return "1";
	return ch_arena_printf(arena, "%s'planted_%s_%s_'%s", strcmp(type, "BLOB") == 0 ? "CAST(" : "", table, column,
			       strcmp(type, "BLOB") == 0 ? " AS BLOB)" : "");
}

struct stmt *scheme_ask(struct scheme_fixture *f, const char *sql)
{
	return stmt_new(f->c.scheme->db, sql);
}

bool scheme_next(struct scheme_fixture *f, struct stmt *q)
{
	bool row = false;

	GOOD(f, stmt_step(q, &row, &f->err));
	return row;
}

static void plant_row(struct scheme_fixture *f, const char *table)
{
	const char *columns = "", *values = "";
	struct stmt *q = scheme_ask(
		f, ch_arena_printf(&f->arena, "SELECT name, type FROM pragma_table_info('%s')", table));

	while (scheme_next(f, q)) {
		const char *name = stmt_copy(q, "name", &f->arena);
		const char *comma = *columns == '\0' ? "" : ", ";
		columns = ch_arena_printf(&f->arena, "%s%s%s", columns, comma, name);
		values = ch_arena_printf(&f->arena, "%s%s%s", values, comma,
					 value_of(table, name, stmt_text(q, "type"), &f->arena));
	}
	stmt_free(q);
	scheme_sql(f, ch_arena_printf(&f->arena, "INSERT INTO %s (%s) VALUES (%s)", table, columns, values));
}

void every_row_plant(struct scheme_fixture *f)
{
	scheme_sql(f, "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; DELETE FROM step;"
		      "DELETE FROM change; DELETE FROM pairing");
	struct stmt *q = scheme_ask(f, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
				       " AND name NOT IN ('scheme', 'audit', 'audit_detail', 'erasure')"
				       " ORDER BY name = 'released_words'");
	while (scheme_next(f, q))
		plant_row(f, stmt_copy(q, "name", &f->arena));
	stmt_free(q);
}
