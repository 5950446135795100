#include "store/merge_rows.h"

#include "chiron/buffer.h"
#include "store/stmt.h"

struct place {
	const char *table, *column;
	const char *row; /* the number of a row */
	bool goes;	 /* it does not change hands, but goes with the other's record, and
			    comes back with it */
};

static const struct place places[] = {
	{"pair_text", "author_id", "pair_text_id", false},
	{"pair_text_aside", "author_id", "pair_text_id", false},
	{"step", "actor_id", "step_id", false},
	{"change", "actor_id", "change_id", false},
	{"draft", "actor_id", "draft_id", false},
	/* Who was missing from a list with one record was in it with the other, or
	   is marked by that one, too. */
	{"import_missing", "person_id", "import_batch_id", true},
};

enum { PLACES = sizeof places / sizeof places[0] };

/* ---- Records ---- */

bool merge_names_person(const struct ch_field *field)
{
	return field->type == CH_TYPE_ID && field->refers_to == CH_PERSON;
}

/* The condition of naming the person :other; with `through`, or of being of a
 * pairing of theirs. "": none can. */
static const char *condition(const struct ch_entity *entity, bool through, struct ch_arena *arena)
{
	const char *sql = "";

	for (size_t i = 2; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		const char * or = *sql == '\0' ? "" : " OR ";
		if (merge_names_person(field))
			sql = ch_arena_printf(arena, "%s%s%s = :other", sql, or, field->key);
		else if (through && field->type == CH_TYPE_ID && field->refers_to == CH_PAIRING)
			sql = ch_arena_printf(arena,
					      "%s%s%s IN (SELECT pairing_id FROM main.pairing"
					      " WHERE guide_id = :other OR learner_id = :other)",
					      sql, or, field->key);
	}
	return sql;
}

struct stmt *merge_records_naming(struct db *db, const struct ch_entity *entity, int64_t person_id,
				  struct ch_arena *arena)
{
	const char *where = condition(entity, false, arena);

	if (*where == '\0')
		return NULL;
	struct stmt *q = stmt_new(db, ch_arena_printf(arena, "SELECT %s AS id FROM main.\"%s\" WHERE %s",
						      entity->fields[0].key, entity->name, where));
	stmt_bind_int(q, "other", person_id);
	return q;
}

enum ch_status merge_records_count(struct db *db, const struct ch_entity *entity, int64_t person_id, int64_t *records,
				   struct ch_arena *arena, struct ch_error *err)
{
	const char *where = condition(entity, true, arena);
	bool row = false;

	*records = 0;
	if (*where == '\0')
		return CH_OK;
	struct stmt *q = stmt_new(
		db, ch_arena_printf(arena, "SELECT count(*) AS n FROM main.\"%s\" WHERE %s", entity->name, where));
	stmt_bind_int(q, "other", person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*records = stmt_int(q, "n");
	stmt_free(q);
	return status;
}

/* ---- Rows ---- */

static enum ch_status run(struct db *db, const char *format, const struct place *place, int64_t other_id,
			  int64_t keep_id, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	for (; *format != '\0'; format++)
		switch (*format) {
		case '@':
			ch_buffer_add(&sql, place->table);
			break;
		case '#':
			ch_buffer_add(&sql, place->column);
			break;
		case '$':
			ch_buffer_add(&sql, place->row);
			break;
		default:
			ch_buffer_add_char(&sql, *format);
		}
	struct stmt *q = stmt_new(db, sql.text);
	if (stmt_has_parameter(q, "other"))
		stmt_bind_int(q, "other", other_id);
	if (stmt_has_parameter(q, "keep"))
		stmt_bind_int(q, "keep", keep_id);
	enum ch_status status = stmt_run(q, NULL, err);
	stmt_free(q);
	ch_buffer_release(&sql);
	return status;
}

/* Where who stays has one already, as a draft of the same form, the other's
 * stays with the other's number. */
enum ch_status merge_rows_move(struct db *db, int64_t other_id, int64_t keep_id, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < PLACES; i++) {
		status = run(db,
			     "INSERT INTO main.merged_row SELECT :other, '@', $ FROM main.\"@\" WHERE # = :other",
			     &places[i], other_id, keep_id, err);
		if (status == CH_OK && !places[i].goes)
			status = run(db, "UPDATE OR IGNORE main.\"@\" SET # = :keep WHERE # = :other", &places[i],
				     other_id, keep_id, err);
	}
	return status;
}

#define NOTED                                                                                                          \
	"(SELECT row_id FROM main.merged_row WHERE merged_id = :other AND tbl = "                                      \
	"'@')"

enum ch_status merge_rows_return(struct db *db, int64_t other_id, int64_t keep_id, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < PLACES; i++)
		status = run(db,
			     places[i].goes ? "INSERT INTO main.\"@\" ($, #) SELECT row_id, :other FROM " NOTED
					    : "UPDATE main.\"@\" SET # = :other WHERE # = :keep AND $ IN " NOTED,
			     &places[i], other_id, keep_id, err);
	if (status == CH_OK)
		status = run(db, "DELETE FROM main.merged_row WHERE merged_id = :other", &places[0], other_id, keep_id,
			     err);
	return status;
}
