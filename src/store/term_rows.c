#include "store/term_rows.h"

#include "chiron/buffer.h"
#include "chiron/text.h"

enum { PARAMETERS = 4 };

static struct stmt *compose(struct db *db)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	ch_buffer_add(&sql, "INSERT INTO person_term (person_id, kind, term_key, term) VALUES ");
	for (int i = 0; i < TERM_ROWS; i++)
		ch_buffer_add(&sql, i == 0 ? "(?, ?, ?, ?)" : ", (?, ?, ?, ?)");
	ch_buffer_add(&sql, " ON CONFLICT DO NOTHING");
	struct stmt *stmt = stmt_new(db, sql.text);
	ch_buffer_release(&sql);
	return stmt;
}

static enum ch_status write_all(struct term_rows *terms, struct ch_error *err)
{
	if (terms->all == NULL)
		terms->all = compose(terms->db);
	for (int i = 0; i < TERM_ROWS; i++) {
		stmt_place_int(terms->all, i * PARAMETERS + 1, terms->rows[i].person_id);
		stmt_place_text(terms->all, i * PARAMETERS + 2, terms->rows[i].kind);
		stmt_place_text(terms->all, i * PARAMETERS + 3, terms->rows[i].term_key);
		stmt_place_text(terms->all, i * PARAMETERS + 4, terms->rows[i].term);
	}
	enum ch_status status = stmt_run(terms->all, NULL, err);
	terms->count = 0;
	ch_arena_reset(&terms->arena);
	return status;
}

static enum ch_status add(struct term_rows *terms, int64_t person_id, const char *kind, const char *list,
			  struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_terms split = ch_terms_split(&arena, list);
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < split.count; i++) {
		terms->rows[terms->count++] =
			(struct term_row){.person_id = person_id,
					  .kind = kind,
					  .term_key = ch_text_fold(&terms->arena, split.terms[i]),
					  .term = ch_arena_copy(&terms->arena, split.terms[i])};
		if (terms->count == TERM_ROWS)
			status = write_all(terms, err);
	}
	ch_arena_release(&arena);
	return status;
}

/* In the order of their kinds, which is that of the table. */
enum ch_status term_rows_add(struct term_rows *terms, const struct ch_person *person, struct ch_error *err)
{
	enum ch_status status = add(terms, person->person_id, "languages", person->languages, err);

	if (status == CH_OK)
		status = add(terms, person->person_id, "offers", person->offers, err);
	return status == CH_OK ? add(terms, person->person_id, "seeks", person->seeks, err) : status;
}

enum ch_status term_rows_end(struct term_rows *terms, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	for (int i = 0; status == CH_OK && i < terms->count; i++) {
		struct stmt *q = stmt_ready(terms->db, SQL_PERSON_TERM_INSERT);
		stmt_bind_int(q, "person_id", terms->rows[i].person_id);
		stmt_lend_text(q, "kind", terms->rows[i].kind);
		stmt_lend_text(q, "term_key", terms->rows[i].term_key);
		stmt_lend_text(q, "term", terms->rows[i].term);
		status = stmt_run(q, NULL, err);
	}
	terms->count = 0;
	ch_arena_reset(&terms->arena);
	return status;
}

void term_rows_release(struct term_rows *terms)
{
	stmt_free(terms->all);
	ch_arena_release(&terms->arena);
	terms->all = NULL;
}
