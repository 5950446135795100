/* What a person is known by, in every form in which a text may have it, and what of it is somebody else's, too. */
#include <string.h>

#include "chiron/buffer.h"
#include "chiron/json.h"
#include "chiron/text.h"
#include "store/erase_private.h"

enum { SHORTEST_PHONE = 7 };

static bool is_phone(const char *text)
{
	size_t digits = 0;

	for (; *text != '\0'; text++) {
		if (strchr("0123456789+-()/. ", *text) == NULL)
			return false;
		digits += *text >= '0' && *text <= '9';
	}
	return digits >= SHORTEST_PHONE;
}

/* As it stands in a text of JSON, which the journal and drafts keep: a quote in a nickname has a backslash there. */
static const char *within_json(const struct erase *erase, const char *text)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);
	const char *within;

	ch_json_string(&json, text);
	within = ch_arena_copy_bytes(erase->arena, out.text + 1, out.length - 2);
	ch_buffer_release(&out);
	return within;
}

const char *erase_ascii_of(const char *name, struct ch_arena *arena)
{
	const char *longest = name;
	size_t most = 0;

	while (*name != '\0') {
		size_t length = 0;

		while ((signed char)name[length] > 0)
			length++;
		if (length > most) {
			longest = name;
			most = length;
		}
		name += length > 0 ? length : 1;
	}
	return ch_arena_copy_bytes(arena, longest, most);
}

static void add_longer(const struct erase *erase, struct erase_name *name, const char *text, size_t *room)
{
	const char *const forms[] = {text, within_json(erase, text)};
	size_t count = strcmp(forms[0], forms[1]) == 0 ? 1 : 2;

	for (size_t i = 0; i < count; i++) {
		name->longer = ch_arena_room(erase->arena, name->longer, name->longer_count, room,
					     sizeof *name->longer);
		name->longer[name->longer_count++] = forms[i];
	}
}

/*
 * A name of one word is a word of the language, too, and what two people share says nothing of one of them: such a name
 * is taken out of what is the person's own alone.
 */
static enum ch_status find_out_telling(const struct erase *erase, struct erase_name *name, struct ch_error *err)
{
	struct stmt *q = stmt_ready(erase->db, SQL_OTHERS_CALLED);
	size_t room = 0;
	bool row = false;
	enum ch_status status;

	name->telling = strchr(name->text, '@') != NULL || strchr(name->text, ' ') != NULL || is_phone(name->text);
	stmt_bind_int(q, "person_id", erase->person_id);
	stmt_bind_text(q, "part", erase_ascii_of(name->text, erase->arena));
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *text = stmt_copy(q, "text", erase->arena);

		if (ch_text_begins(text, name->text) == strlen(text))
			name->telling = false;
		else if (erase_is_said(text, &(struct erase_name){.text = name->text}))
			add_longer(erase, name, text, &room);
	}
	stmt_reset(q);
	return status;
}

static enum ch_status add_name(struct erase *erase, const char *text, struct ch_error *err)
{
	struct erase_name name = {.text = text};

	if (text == NULL || *text == '\0')
		return CH_OK;
	enum ch_status status = find_out_telling(erase, &name, err);
	const char *const forms[] = {within_json(erase, text), text};
	for (size_t i = strcmp(forms[0], forms[1]) == 0; i < sizeof forms / sizeof forms[0]; i++) {
		erase->names = ch_arena_room(erase->arena, erase->names, erase->name_count, &erase->name_room,
					     sizeof *erase->names);
		erase->names[erase->name_count] = name;
		erase->names[erase->name_count++].text = forms[i];
	}
	return status;
}

enum ch_status erase_read_names(struct erase *erase, struct ch_error *err)
{
	struct stmt *q = stmt_new(erase->db,
				  "SELECT value AS text FROM ("
				  "SELECT name AS value FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT sort_name FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT email FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT email_key FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT phone FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT first_name || ' ' || last_name FROM main.person"
				  " WHERE person_id = :person"
				  " UNION ALL SELECT j.value FROM main.change c, json_each(ifnull(c.before, c.after)) j"
				  " WHERE c.entity = 'person' AND c.object_id = :person"
				  " AND j.key IN ('name', 'sort_name', 'email', 'email_key', 'phone'))"
				  " WHERE value IS NOT NULL GROUP BY value ORDER BY length(value) DESC");
	bool row = false;
	enum ch_status status;

	erase->names = NULL;
	erase->name_count = erase->name_room = 0;
	erase_bind(erase, q);
	do {
		status = stmt_step(q, &row, err);
		if (status == CH_OK && row)
			status = add_name(erase, stmt_copy(q, "text", erase->arena), err);
	} while (status == CH_OK && row);
	stmt_free(q);
	return status;
}
