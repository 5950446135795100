/*
 * An erased person in the texts of others: notes on somebody else, names of lists that came in, what a pair wrote.
 *
 * Every column of every table is gone through, as SQLite lists them, so that a new one is, too. A name ends where a
 * word ends: Ann Lee is not in "Ann Leeson". Case makes no difference.
 */
#include <string.h>

#include "chiron/buffer.h"
#include "chiron/text.h"
#include "store/erase_private.h"

/* What a scheme, its programmes and those who run it are called is theirs; no name of others stands in the rest. */
static const char *const left_alone[] = {"scheme",	"programme", "cohort",	"settings",
					 "coordinator", "audit",     "audit_detail", "erasure", "custom_field"};

static enum ch_status read_columns(const struct erase *erase, struct erase_column **columns, size_t *count,
				   struct ch_error *err)
{
	struct stmt *q = stmt_ready(erase->db, SQL_COLUMNS_OF_TEXT);
	size_t room = 0;
	bool row = false;
	enum ch_status status;

	*columns = NULL;
	*count = 0;
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		bool left = false;
		for (size_t i = 0; i < sizeof left_alone / sizeof left_alone[0]; i++)
			left |= strcmp(stmt_text(q, "tbl"), left_alone[i]) == 0;
		if (left)
			continue;
		*columns = ch_arena_room(erase->arena, *columns, *count, &room, sizeof **columns);
		(*columns)[(*count)++] = (struct erase_column){.table = stmt_copy(q, "tbl", erase->arena),
							       .name = stmt_copy(q, "name", erase->arena),
							       .has_version = stmt_int(q, "has_version") == 1};
	}
	stmt_reset(q);
	return status;
}

/* What a text of JSON keeps for one character, as of a new line: its letters are of no word. 0: the text has none. */
static size_t length_of_escape(const char *text)
{
	if (text[0] != '\\' || text[1] == '\0' || strchr("nrtbfu\"\\/", text[1]) == NULL)
		return 0;
	return text[1] != 'u' ? 2 : strspn(text + 2, "0123456789abcdefABCDEF") >= 4 ? 6 : 0;
}

/* The bytes of `name` that the text begins with as words; 0: it begins otherwise. */
static size_t length_of_name(const char *text, const char *name)
{
	size_t said = ch_text_begins(text, name);

	return said > 0 && ch_text_of_word(text + said) == 0 ? said : 0;
}

/* The bytes of what somebody else is called that the text begins with. */
static size_t length_of_longer(const char *text, const struct erase_name *name)
{
	size_t most = 0;

	for (size_t i = 0; i < name->longer_count; i++) {
		size_t said = length_of_name(text, name->longer[i]);
		most = said > most ? said : most;
	}
	return most;
}

/* Replaces the name wherever it stands as words, and as no part of another's; whether it did. */
static bool put_instead(struct ch_buffer *out, const char *text, const struct erase_name *name, const char *called)
{
	bool found = false, within = false; /* the word before goes on */

	ch_buffer_clear(out);
	while (*text != '\0') {
		size_t longer = within ? 0 : length_of_longer(text, name);
		size_t said = within || longer > 0 ? 0 : length_of_name(text, name->text);
		size_t escape = length_of_escape(text);

		if (longer + said > 0) {
			if (longer > 0)
				ch_buffer_add_bytes(out, text, longer);
			else
				ch_buffer_add(out, called);
			text += longer + said;
			found = found || said > 0;
			continue;
		}
		size_t letter = escape > 0 ? 0 : ch_text_of_word(text);
		within = letter > 0;
		for (size_t length = escape + letter > 0 ? escape + letter : 1; length > 0; length--)
			ch_buffer_add_char(out, *text++);
	}
	return found;
}

bool erase_is_said(const char *text, const struct erase_name *name)
{
	struct ch_buffer ignored = CH_BUFFER_EMPTY;
	bool found = put_instead(&ignored, text, name, "");

	ch_buffer_release(&ignored);
	return found;
}

struct mention {
	int64_t row_id;
	const char *text; /* with the name taken out */
	bool is_blob;
};

/* The rows that say the name, with what they say from now on. */
static enum ch_status find_mentions(const struct erase *erase, const struct erase_column *column,
				    const struct erase_name *name, const char *condition, struct mention **mentions,
				    size_t *count, struct ch_error *err)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	size_t room = 0;
	bool row = false;
	enum ch_status status;
	struct stmt *q = stmt_new(erase->db,
				  ch_arena_printf(erase->arena,
						  "SELECT rowid AS row_id, CAST(%s AS TEXT) AS text,"
						  " typeof(%s) = 'blob' AS is_blob FROM main.%s"
						  " WHERE instr(lower(CAST(%s AS TEXT)), lower(:part)) > 0 AND (%s)",
						column->name, column->name, column->table, column->name,
						condition != NULL ? condition : "1"));

	*count = 0;
	erase_bind(erase, q);
	stmt_bind_text(q, "part", erase_ascii_of(name->text, erase->arena));
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		if (!put_instead(&text, stmt_text(q, "text"), name, erase->called))
			continue;
		*mentions = ch_arena_room(erase->arena, *mentions, *count, &room, sizeof **mentions);
		(*mentions)[(*count)++] = (struct mention){.row_id = stmt_int(q, "row_id"),
							   .text = ch_arena_copy(erase->arena, text.text),
							   .is_blob = stmt_int(q, "is_blob") == 1};
	}
	stmt_free(q);
	ch_buffer_release(&text);
	return status;
}

static enum ch_status write_mentions(const struct erase *erase, const struct erase_column *column,
				     const struct mention *mentions, size_t count, struct ch_error *err)
{
	enum ch_status status = CH_OK;
	struct stmt *q = stmt_new(
		erase->db, ch_arena_printf(erase->arena, "UPDATE main.%s SET %s = :text%s WHERE rowid = :row_id",
					   column->table, column->name,
					   column->has_version ? ", row_version = row_version + 1" : ""));

	for (size_t i = 0; status == CH_OK && i < count; i++) {
		stmt_clear(q);
		stmt_bind_int(q, "row_id", mentions[i].row_id);
		if (mentions[i].is_blob)
			stmt_bind_blob(q, "text", mentions[i].text, strlen(mentions[i].text));
		else
			stmt_bind_text(q, "text", mentions[i].text);
		status = stmt_run(q, NULL, err);
	}
	stmt_free(q);
	return status;
}

enum ch_status erase_replace(const struct erase *erase, const struct erase_column *column,
			     const struct erase_name *name, const char *condition, size_t *count, struct ch_error *err)
{
	struct mention *mentions = NULL;
	enum ch_status status = find_mentions(erase, column, name, condition, &mentions, count, err);

	return status == CH_OK && *count > 0 ? write_mentions(erase, column, mentions, *count, err) : status;
}

/* How often a pair writes of somebody is the pair's own: it is changed, and not counted (R58). */
static bool is_wording(const struct erase_column *column)
{
	return strncmp(column->table, "pair_text", strlen("pair_text")) == 0;
}

static bool is_journal(const struct erase_column *column)
{
	return strcmp(column->table, "change") == 0 || strcmp(column->table, "step") == 0;
}

enum ch_status erase_mentions(const struct erase *erase, int64_t *texts, struct ch_error *err)
{
	struct erase_column *columns;
	size_t column_count, count = 0;
	enum ch_status status = read_columns(erase, &columns, &column_count, err);

	*texts = 0;
	for (size_t i = 0; status == CH_OK && i < column_count; i++)
		for (size_t name = 0; status == CH_OK && name < erase->name_count; name++) {
			if (!erase->names[name].telling)
				continue;
			status = erase_replace(erase, &columns[i], &erase->names[name], NULL, &count, err);
			if (!is_wording(&columns[i]) && !is_journal(&columns[i]))
				*texts += (int64_t)count;
		}
	return status;
}
