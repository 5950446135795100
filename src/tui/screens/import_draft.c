/* Maps are kept as lines; of a mend four lines: row, column, what the cell was, what it is meant to say. */
#include "tui/screens/import_draft.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/import_facts.h"

#define DRAFT_FORM "import.plan"

enum {
	TEXTS = 17,
	KIND_BITS = 3,	  /* of a subject; those above are the first of the file's hash */
	HASH_DIGITS = 14, /* hexadecimal */
	FORM_COLUMN = 3,  /* of ch_draft_list() */
	SUBJECT_COLUMN = 4
};

_Static_assert(CH_IMPORT_KIND_COUNT <= 1 << (int)KIND_BITS, "a kind fits into a subject");

int64_t import_draft_subject(enum ch_import_kind kind, const char *hash)
{
	char digits[HASH_DIGITS + 1] = "";

	if (hash != NULL)
		snprintf(digits, sizeof(digits), "%s", hash);
	return strtoll(digits, NULL, 16) << KIND_BITS | (int64_t)kind;
}

static enum ch_import_kind kind_of(int64_t subject_id)
{
	return (enum ch_import_kind)(subject_id & ((1 << KIND_BITS) - 1));
}

/* ---- Lines ---- */

/* A line that holds the text whatever is in it. */
static void add_line(struct ch_buffer *out, const char *text)
{
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '\\' || *text == '\n')
			ch_buffer_add_char(out, '\\');
		ch_buffer_add_char(out, *text == '\n' ? 'n' : *text);
	}
	ch_buffer_add_char(out, '\n');
}

/* The next of the lines, in `arena`; *text goes on behind it. NULL: there is none. */
static const char *next_line(const char **text, struct ch_arena *arena)
{
	const char *at = *text;
	char *line, *to;

	if (*at == '\0')
		return NULL;
	line = to = ch_arena_copy_bytes(arena, at, strcspn(at, "\n"));
	for (; *at != '\0' && *at != '\n'; at++) {
		if (*at == '\\' && at[1] != '\0')
			*to++ = *++at == 'n' ? '\n' : *at;
		else
			*to++ = *at;
	}
	*to = '\0';
	*text = *at == '\n' ? at + 1 : at;
	return line;
}

/* ---- Keeping ---- */

static void add_text(struct ch_draft *draft, struct ch_draft_text *texts, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		texts[draft->text_count++] = (struct ch_draft_text){.key = key, .text = text, .was = ""};
}

static void add_number(struct ch_draft *draft, struct ch_draft_text *texts, const char *key, int64_t number,
		       struct ch_arena *arena)
{
	if (number != 0)
		add_text(draft, texts, key, ch_arena_printf(arena, "%" PRId64, number));
}

static const char *maps_of(const struct ch_import_options *options, struct ch_arena *arena)
{
	struct ch_buffer lines = CH_BUFFER_EMPTY;
	const char *text;

	for (size_t i = 0; i < options->map_count; i++)
		add_line(&lines, options->maps[i]);
	text = ch_arena_copy(arena, lines.text);
	ch_buffer_release(&lines);
	return text;
}

static const char *mends_of(const struct ch_import_options *options, struct ch_arena *arena)
{
	struct ch_buffer lines = CH_BUFFER_EMPTY;
	const char *text;

	for (size_t i = 0; i < options->mend_count; i++) {
		const struct ch_import_mend *mend = &options->mends[i];

		ch_buffer_printf(&lines, "%" PRId64 "\n", mend->row);
		add_line(&lines, mend->column);
		add_line(&lines, mend->was);
		add_line(&lines, mend->to);
	}
	text = ch_arena_copy(arena, lines.text);
	ch_buffer_release(&lines);
	return text;
}

static const char *left_out_of(const struct ch_import_options *options, struct ch_arena *arena)
{
	struct ch_buffer lines = CH_BUFFER_EMPTY;
	const char *text;

	for (size_t i = 0; i < options->left_out_count; i++)
		ch_buffer_printf(&lines, "%" PRId64 "\n", options->left_out[i]);
	text = ch_arena_copy(arena, lines.text);
	ch_buffer_release(&lines);
	return text;
}

static const char *text_of(const struct ch_draft *draft, const char *key)
{
	for (size_t i = 0; i < draft->text_count; i++)
		if (strcmp(draft->texts[i].key, key) == 0)
			return draft->texts[i].text;
	return NULL;
}

/* Whether anything was said of columns, cells or rows. */
static bool says(const struct ch_draft *draft)
{
	static const char *const said[] = {"maps", "mends", "left_out", "leave_out_refused", "keep_last", "mended"};
	bool any = false;

	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		any = any || text_of(draft, said[i]) != NULL;
	return any;
}

/* The subject of the draft in that row of the list of them; false where it is none of an import of that kind. */
static bool subject_of(const struct ch_row *row, enum ch_import_kind kind, int64_t *subject_id)
{
	*subject_id = strtoll(row->cells[SUBJECT_COLUMN], NULL, 10);
	return strcmp(row->cells[FORM_COLUMN], DRAFT_FORM) == 0 && kind_of(*subject_id) == kind;
}

/* Drops those of the kind that the kept one stands for: of the file before it changed, and where nothing was said. */
static void drop_others(const struct desk *desk, const struct ch_draft *kept, enum ch_import_kind kind,
			struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft other;
	struct ch_grid grid;
	int64_t subject_id;

	if (ch_draft_list(desk->c, arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		if (!subject_of(&grid.rows[i], kind, &subject_id) || subject_id == kept->subject_id ||
		    ch_draft_find(desk->c, DRAFT_FORM, subject_id, arena, &other, &ignored) != CH_OK)
			continue;
		const char *path = text_of(kept, "path"), *before = text_of(&other, "path");

		if (!says(&other) || (path != NULL && before != NULL && strcmp(path, before) == 0))
			ch_draft_drop(desk->c, other.draft_id, &ignored);
	}
}

void import_draft_keep(const struct desk *desk, const struct import_plan *plan, const char *hash)
{
	const struct ch_import_options *options = &plan->options;
	const char *slash = options->path != NULL ? strrchr(options->path, '/') : NULL;
	struct ch_draft_text texts[TEXTS];
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft = {
		.form = DRAFT_FORM, .subject_id = import_draft_subject(options->kind, hash), .texts = texts};
	bool whole;

	draft.title = ch_arena_printf(&arena, _("Import %s: %s"), import_kind_words(options->kind),
				      slash != NULL ? slash + 1 : options->path);
	add_text(&draft, texts, "path", options->path);
	add_number(&draft, texts, "programme", options->programme_id, &arena);
	add_number(&draft, texts, "role", options->role, &arena);
	add_number(&draft, texts, "records_kept", options->records_kept, &arena);
	add_number(&draft, texts, "new_people", options->new_people, &arena);
	add_text(&draft, texts, "sheet", options->sheet);
	add_number(&draft, texts, "header_row", options->header_row, &arena);
	add_text(&draft, texts, "encoding", options->encoding);
	add_text(&draft, texts, "delimiter", options->delimiter);
	add_text(&draft, texts, "date_order", options->date_order);
	add_text(&draft, texts, "hash", hash);
	add_text(&draft, texts, "maps", maps_of(options, &arena));
	add_text(&draft, texts, "mends", mends_of(options, &arena));
	add_text(&draft, texts, "left_out", left_out_of(options, &arena));
	add_number(&draft, texts, "leave_out_refused", options->leave_out_refused, &arena);
	add_number(&draft, texts, "keep_last", options->keep_last, &arena);
	add_number(&draft, texts, "mended", options->mended, &arena);
	ch_draft_keep(desk->c, &draft, &arena, &whole, &ignored);
	drop_others(desk, &draft, options->kind, &arena);
	ch_arena_release(&arena);
}

/* ---- Bringing it back ---- */

static int64_t number_of(const struct ch_draft *draft, const char *key)
{
	const char *text = text_of(draft, key);

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}

static void take_maps(struct import_plan *plan, const char *lines, struct ch_arena *arena)
{
	const char *map, *code;

	while (lines != NULL && (map = next_line(&lines, arena)) != NULL) {
		size_t column = strtoul(map + (*map == '#'), NULL, 10);

		code = strchr(map, '=');
		if (column > 0 && code != NULL)
			import_plan_map(plan, column - 1, code + 1);
	}
}

static void take_mends(struct import_plan *plan, const char *lines, struct ch_arena *arena)
{
	const char *row;

	while (lines != NULL && (row = next_line(&lines, arena)) != NULL) {
		const char *column = next_line(&lines, arena), *was = next_line(&lines, arena);
		const char *to = next_line(&lines, arena);
		int64_t number = strtoll(row, NULL, 10);

		if (to != NULL)
			import_plan_mend(plan, &(struct ch_import_mend){.row = number,
									.column = column,
									.was = number == 0 ? was : NULL,
									.to = to});
	}
}

static void take_left_out(struct import_plan *plan, const char *lines)
{
	char *rest = NULL;

	for (int64_t row; lines != NULL && (row = strtoll(lines, &rest, 10)) > 0; lines = rest)
		import_plan_leave_out(plan, row);
}

bool import_draft_newest(const struct desk *desk, enum ch_import_kind kind, int64_t *subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid = {.row_count = 0};
	bool found = false;

	ch_draft_list(desk->c, &arena, &grid, &ignored);
	for (size_t i = 0; !found && i < grid.row_count; i++)
		found = subject_of(&grid.rows[i], kind, subject_id);
	ch_arena_release(&arena);
	return found;
}

/* What was said of columns, cells and rows. */
static void take_said(struct import_plan *plan, const struct ch_draft *draft)
{
	take_maps(plan, text_of(draft, "maps"), &plan->arena);
	take_mends(plan, text_of(draft, "mends"), &plan->arena);
	take_left_out(plan, text_of(draft, "left_out"));
	if (number_of(draft, "leave_out_refused") != 0)
		import_plan_leave_refused(plan);
	plan->options.keep_last = number_of(draft, "keep_last") != 0;
	plan->options.mended = (enum ch_import_mended)number_of(draft, "mended");
}

bool import_draft_restore(const struct desk *desk, int64_t subject_id, struct import_plan *plan, const char **hash)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	if (ch_draft_find(desk->c, DRAFT_FORM, subject_id, &plan->arena, &draft, &ignored) != CH_OK ||
	    text_of(&draft, "path") == NULL)
		return false;
	import_plan_read(plan, &(struct ch_import_options){.kind = kind_of(subject_id),
							   .path = text_of(&draft, "path"),
							   .programme_id = number_of(&draft, "programme"),
							   .role = (int)number_of(&draft, "role"),
							   .records_kept = number_of(&draft, "records_kept") != 0,
							   .new_people = number_of(&draft, "new_people") != 0,
							   .sheet = text_of(&draft, "sheet"),
							   .header_row = number_of(&draft, "header_row"),
							   .encoding = text_of(&draft, "encoding"),
							   .delimiter = text_of(&draft, "delimiter"),
							   .date_order = text_of(&draft, "date_order")});
	take_said(plan, &draft);
	*hash = text_of(&draft, "hash");
	return true;
}

/* Whether what is asked for now, NULL where nothing is, is what was asked for then. */
static bool agrees(const char *now, const char *then)
{
	return now == NULL || (then != NULL && strcmp(now, then) == 0);
}

bool import_draft_take(const struct desk *desk, const char *hash, struct import_plan *plan)
{
	struct ch_import_options wanted = plan->options;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	if (ch_draft_find(desk->c, DRAFT_FORM, import_draft_subject(wanted.kind, hash), &plan->arena, &draft,
			  &ignored) != CH_OK ||
	    !says(&draft) || !agrees(wanted.sheet, text_of(&draft, "sheet")) ||
	    !agrees(wanted.delimiter, text_of(&draft, "delimiter")) ||
	    (wanted.header_row != 0 && wanted.header_row != number_of(&draft, "header_row")))
		return false;
	wanted.sheet = text_of(&draft, "sheet");
	wanted.delimiter = text_of(&draft, "delimiter");
	wanted.header_row = number_of(&draft, "header_row");
	import_plan_read(plan, &wanted);
	take_said(plan, &draft);
	return true;
}

void import_draft_drop(const struct desk *desk, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	if (ch_draft_find(desk->c, DRAFT_FORM, subject_id, &arena, &draft, &ignored) == CH_OK)
		ch_draft_drop(desk->c, draft.draft_id, &ignored);
	ch_arena_release(&arena);
}
